// The sample bank as the player reads it from its page.

import type { PlayerChoice } from '../../question-types/choice/choice-view.ts'
import { bank } from './bank.ts'

export const questions: PlayerChoice[] = bank.questions.map((question) => ({
  id: question.id,
  hash: question.hash.slice(0, 8),
  kind: question.kind,
  objective: question.objective,
  stem: question.stem,
  hint: question.hint ?? '',
  glosses: [],
  options: question.options
    .map(({ index, correct, pin, text, because, trueOf }) => ({
      index,
      correct,
      ...(pin ? { pin } : {}),
      text,
      because,
      trueOf: trueOf?.short ?? '',
      letter: '',
    }))
    .toSorted((a, b) => a.index - b.index),
  facts: question.facts.map((fact) => ({
    statement: fact.statement,
    status: fact.status,
    statusLabel: fact.statusLabel,
    attribution: fact.attribution,
    evidence: fact.evidence.map(({ title, citation, place }) => ({ title, place: `${citation}, ${place}` })),
    telling: '',
    links: [],
    note: fact.note ?? '',
    disagreements: fact.disagreements.map(({ statement, citation, reading }) => ({
      statement,
      citation,
      reading,
    })),
  })),
}))
