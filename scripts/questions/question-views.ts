import type { FactBase } from '../facts/fact-base.ts'
import type { FactId } from '../facts/ids.ts'
import type { Unit } from '../facts/unit-schema.ts'
import type { FactView } from '../../contract/fact-view.ts'
import { sha256 } from '../source/digest.ts'
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
  return banks.map(({ id, value: bank }) => ({
    id,
    title: bank.title,
    summary: bank.summary,
    ...(bank.deck === undefined ? {} : { deck: bank.deck }),
    minutes: bank.minutes ?? bank.questions.length,
    language: unit.language,
    unit: unit.title,
    objectives: bank.objectives,
    questions: bank.questions.map((question) => questionView(question, base, views)),
  }))
}

function questionView(
  question: AnyQuestion,
  base: FactBase,
  views: ReadonlyMap<FactId, FactView>,
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
  }
  const arranged = type.arrange(view, question.id)
  return { ...arranged, hash: hash(arranged) }
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
