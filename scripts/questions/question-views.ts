import type { FactBase } from '../facts/fact-base.ts'
import type { FactId } from '../facts/ids.ts'
import type { Unit } from '../facts/unit-schema.ts'
import type { FactView } from '../../contract/fact-view.ts'
import { sha256 } from '../source/digest.ts'
import { backgroundViews, glossaryOf, glossOf, type Glossary } from '../facts/background/background-views.ts'
import type { LoadedBank } from './banks.ts'
import { typeOf } from '../../question-types/types.ts'
import type { AnyQuestion } from '../../question-types/question-fields.ts'
import type { BankView, QuestionView } from '../../contract/question-view.ts'

/**
 * The banks as templates show them: texts resolved, options in the order of the shuffle that their question's
 * id seeds. Pure. References that point nowhere are left out: the loader speaks of them.
 */
export function bankViews(
  banks: readonly LoadedBank[],
  base: FactBase,
  views: ReadonlyMap<FactId, FactView>,
  unit: Unit,
): BankView[] {
  // Who somebody is, or what happened when, would answer who-said-what: words alone stand beside a question.
  const words = backgroundViews(base).filter(({ kind }) => ['term', 'measure', 'organisation'].includes(kind))
  const glossary = glossaryOf(words)
  return banks.map(({ id, value: bank }) => {
    const questions = bank.questions.map((question) => questionView(question, base, views, glossary))
    const used = new Set(questions.flatMap(({ glosses }) => glosses ?? []))
    return {
      id,
      title: bank.title,
      summary: bank.summary,
      ...(bank.deck === undefined ? {} : { deck: bank.deck }),
      minutes: bank.minutes ?? bank.questions.length,
      language: unit.language,
      unit: unit.title,
      objectives: bank.objectives,
      ...(used.size > 0 ? { glosses: words.filter((word) => used.has(word.id)).map(glossOf) } : {}),
      questions,
    }
  })
}

function questionView(
  question: AnyQuestion,
  base: FactBase,
  views: ReadonlyMap<FactId, FactView>,
  glossary: Glossary,
): QuestionView {
  const type = typeOf(question)
  const view = {
    id: question.id,
    hash: '',
    stem: question.stem,
    kind: question.kind,
    level: question.level,
    objective: question.objective,
    ...(question.hint === undefined ? {} : { hint: question.hint }),
    ...type.view(question, base),
    facts: question.facts.flatMap((id) => views.get(id) ?? []),
    ...(question.hard ? { hard: question.hard } : {}),
    ...(question.asks ? { asks: question.asks } : {}),
    ...wordsBeside(question, base, glossary),
  }
  const arranged = type.arrange(view, question.id)
  return { ...arranged, hash: hash(arranged) }
}

function wordsBeside(
  question: AnyQuestion,
  base: FactBase,
  glossary: Glossary,
): Pick<QuestionView, 'glosses'> {
  const { choices } = typeOf(question).parts(question, base)
  const answers = new Set<string>(question.background)
  const glosses = glossary([question.stem, ...choices.map(({ text }) => text)].join('\n'))
    .map(({ id }) => id)
    .filter((id) => !answers.has(id))
  return glosses.length > 0 ? { glosses } : {}
}

/** Over what a learner sees: a new tag or note of a fact does not make it another question. */
function hash(view: QuestionView): string {
  const seen = [
    view.stem,
    view.kind,
    view.hint ?? '',
    typeOf(view).seen(view),
    view.facts.map(({ statement, statusLabel, attribution, citation }) => [
      statement,
      statusLabel,
      attribution,
      citation,
    ]),
  ]
  return sha256(JSON.stringify(seen)).slice(0, 16)
}
