import type { FactBase } from '../facts/fact-base.ts'
import type { FactId } from '../facts/ids.ts'
import type { Unit } from '../facts/unit-schema.ts'
import type { FactView } from '../../contract/fact-view.ts'
import { quantityView } from '../facts/wording.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { sha256 } from '../source/normalise.ts'
import type { LoadedBank } from './banks.ts'
import type { Option, Question } from './question-schema.ts'
import { arrangeOptions } from '../../contract/seeded-shuffle.ts'
import type { BankView, OptionView, QuestionView } from '../../contract/question-view.ts'

/**
 * The banks as templates show them: texts resolved, options in the order of the shuffle that their question's id seeds.
 * Pure. References that point nowhere are left out: the loader speaks of them.
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

/** The text that an option shows: its own, or its quantity worded with hedge and unit. Empty where the quantity does not exist. */
export function optionText({ text, quantity }: Option, base: FactBase): string {
  if (text !== undefined) return text
  const found = base.facts
    .get(quantity?.fact ?? ('' as FactId))
    ?.value.quantities.find(({ id }) => id === quantity?.quantity)
  return found ? quantityView(found, messagesFor(base.unit.language)).text : ''
}

function questionView(
  question: Question,
  base: FactBase,
  views: ReadonlyMap<FactId, FactView>,
): QuestionView {
  const options = question.options.map((option, index): OptionView => {
    const fact = option.trueOf === undefined ? undefined : base.facts.get(option.trueOf)?.value
    return {
      index,
      text: optionText(option, base),
      correct: option.correct === true,
      because: option.because,
      ...(fact ? { trueOf: { id: fact.id, short: fact.short } } : {}),
      ...(option.pin ? { pin: option.pin } : {}),
    }
  })
  const view: Omit<QuestionView, 'hash'> = {
    id: question.id,
    stem: question.stem,
    kind: question.kind,
    level: question.level,
    objective: question.objective,
    ...(question.hint === undefined ? {} : { hint: question.hint }),
    options: arrangeOptions(options, question.id),
    facts: question.facts.flatMap((id) => views.get(id) ?? []),
  }
  return { ...view, hash: hash(view) }
}

/** Over what a learner sees: a new tag or note of a fact does not make it another question. */
function hash({ stem, kind, hint, options, facts }: Omit<QuestionView, 'hash'>): string {
  const seen = [
    stem,
    kind,
    hint ?? '',
    options.map(({ text, correct, because, trueOf }) => [text, correct, because, trueOf?.short ?? '']),
    facts.map(({ statement, statusLabel, attribution, citation }) => [
      statement,
      statusLabel,
      attribution,
      citation,
    ]),
  ]
  return sha256(JSON.stringify(seen)).slice(0, 16)
}
