// What the quiz player needs of a bank: less than the views hold, since every byte of it lies in every page.

import type { FactView } from '../facts/view.ts'
import type { BankView, OptionView, QuestionView } from './view.ts'

export interface PlayerFact {
  statement: string
  status: FactView['status']
  statusLabel: string
  attribution: string
  /** Citation and place of each piece of evidence, and the title of its article. */
  evidence: { title: string; citation: string; place: string }[]
  /** Other accounts, and what a careful reader makes of them. */
  disagreements: { statement: string; citation: string; reading: string }[]
  note?: string
}

export type PlayerOption = Pick<OptionView, 'index' | 'text' | 'correct' | 'because' | 'pin'> & {
  /** The short form of the fact of which a distractor is true. */
  trueOf?: string
}

export type PlayerQuestion = Pick<
  QuestionView,
  'id' | 'hash' | 'stem' | 'kind' | 'level' | 'objective' | 'hint'
> & {
  /** In the author's order. */
  options: PlayerOption[]
  facts: PlayerFact[]
}

export type PlayerBank = Pick<
  BankView,
  'id' | 'title' | 'summary' | 'minutes' | 'language' | 'unit' | 'objectives'
> & {
  questions: PlayerQuestion[]
}

/** Pure; leaves out what no screen of the player shows. */
export function toPlayerQuestion(question: QuestionView): PlayerQuestion {
  const { id, hash, stem, kind, level, objective, hint } = question
  return {
    id,
    hash,
    stem,
    kind,
    level,
    objective,
    ...(hint === undefined ? {} : { hint }),
    options: question.options
      .toSorted((a, b) => a.index - b.index)
      .map(({ index, text, correct, because, trueOf, pin }) => ({
        index,
        text,
        correct,
        because,
        ...(trueOf ? { trueOf: trueOf.short } : {}),
        ...(pin ? { pin } : {}),
      })),
    facts: question.facts.map((fact) => ({
      statement: fact.statement,
      status: fact.status,
      statusLabel: fact.statusLabel,
      attribution: fact.attribution,
      evidence: fact.evidence.map(({ title, citation, place }) => ({ title, citation, place })),
      disagreements: fact.disagreements.map(({ statement, citation, reading }) => ({
        statement,
        citation,
        reading,
      })),
      ...(fact.note === undefined ? {} : { note: fact.note }),
    })),
  }
}
