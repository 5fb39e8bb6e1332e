import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Fact, Quantity } from '../../facts/fact-schema.ts'
import { unsupported } from '../../facts/evidence/support.ts'
import { foldTypography } from '../../languages/fold-text.ts'
import type { Language } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import type { Choice } from '../../../question-types/question-type.ts'
import type { AnyQuestion } from '../../../question-types/question-fields.ts'
import { everyQuestion } from './check.ts'

/**
 * No distractor is true: neither by a fact that the question itself rests on, nor by a figure that such a
 * fact, or one that disagrees with it, gives for the same label and unit. A stem that names who decides
 * (publisher, author, speaker or date of the key's facts and not of the other fact) settles it. So with what is
 * explained as a mistake where the answer is written.
 */
export function distractorsFalse(banks: Banks, base: FactBase): Diagnostic[] {
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const own = question.facts.flatMap((id) => base.facts.get(id)?.value ?? [])
    const rivals = rivalsOf(own, question, base)
    // Whose voices are not known cannot be told apart by them: that is said where the unknown name stands.
    if (!rivals.every((fact) => voicesKnown(fact, base))) return []
    const written = parts.written?.flatMap(({ choices }) => choices) ?? []
    const all = [...parts.choices, ...written]
    const asked = own.flatMap((fact) => askedQuantities(fact, all, base.language))
    return all.flatMap((choice): Diagnostic[] => {
      const at = place.in(...choice.path)
      if (choice.right)
        return choice.trueOf === undefined
          ? []
          : [
              error(
                at.in('trueOf').location,
                'question/distractor-false',
                `Unexpected "trueOf" at a key of "${question.id}", expected it at distractors only`,
              ),
            ]
      const rival = own.find((fact) => fact.id === choice.trueOf)
      if (rival && !decides(question, own, rival, base))
        return [
          error(
            at.in('trueOf').location,
            'question/distractor-false',
            `Unexpected distractor that fact "${rival.id}" makes true, on which "${question.id}" rests itself, expected a false one or a stem that names who says so`,
          ),
        ]
      for (const fact of rivals) {
        const quantity = fact.quantities.find(
          (each) =>
            asked.some(
              (wanted) => wanted !== each && wanted.label === each.label && wanted.unit === each.unit,
            ) && says(choice, fact, each, base.language),
        )
        if (quantity && !decides(question, own, fact, base))
          return [
            error(
              at.location,
              written.includes(choice) ? 'question/mistake-wrong' : 'question/distractor-false',
              `Unexpected ${written.includes(choice) ? `"${choice.text}" among the mistakes` : 'distractor'} that quantity "${quantity.id}" of fact "${fact.id}" makes true, expected a false one or a stem that names who says so`,
            ),
          ]
      }
      return []
    })
  })
}

/** The facts that could make a distractor true: those of the question, and those that disagree with them. */
function rivalsOf(own: readonly Fact[], question: AnyQuestion, base: FactBase): Fact[] {
  return [
    ...own,
    ...own.flatMap((fact) =>
      fact.disagreesWith.flatMap((each) =>
        question.facts.includes(each.fact) ? [] : (base.facts.get(each.fact)?.value ?? []),
      ),
    ),
  ]
}

function voicesKnown({ saidBy, via, evidence }: Fact, base: FactBase): boolean {
  return (
    [...saidBy, ...via].every((id) => base.actors.has(id)) &&
    evidence.every(({ source }) => base.sources.has(source))
  )
}

/** The quantities of a fact that a key of the question gives. */
function askedQuantities(fact: Fact, choices: readonly Choice[], language: Language): Quantity[] {
  return fact.quantities.filter((quantity) =>
    choices.some((choice) => choice.right && says(choice, fact, quantity, language)),
  )
}

/** Whether a choice gives that quantity, by reference or by its figure. */
function says(
  { text, quantity: reference }: Choice,
  fact: Fact,
  quantity: Quantity,
  language: Language,
): boolean {
  if (reference) return reference.fact === fact.id && reference.quantity === quantity.id
  const wanted = [quantity.value, quantity.low, quantity.high].filter((value) => value !== undefined)
  const there = language.readTokens(text).figures.flatMap(({ values }) => values)
  return wanted.every((value) => there.includes(value))
}

/** Whether the stem names a voice or a date that the key's facts have and the rival has not. */
function decides({ stem }: AnyQuestion, own: readonly Fact[], rival: Fact, base: FactBase): boolean {
  const others = own.filter((fact) => fact !== rival)
  const text = foldTypography(stem).toLowerCase()
  const against = new Set(voices(rival, base))
  if (others.some((fact) => voices(fact, base).some((name) => !against.has(name) && text.includes(name))))
    return true
  const { dates } = base.language.readTokens(stem)
  return dates.some(
    (date) =>
      unsupported(date.text, datesOf(rival, base), base).dates.length > 0 &&
      others.some((fact) => unsupported(date.text, datesOf(fact, base), base).dates.length === 0),
  )
}

function voices(fact: Fact, base: FactBase): string[] {
  const sources = fact.evidence.flatMap(({ source }) => base.sources.get(source)?.value ?? [])
  const people = [...fact.saidBy, ...fact.via].flatMap((id) => {
    const actor = base.actors.get(id)?.value
    if (!actor) return []
    const last = actor.kind === 'person' ? [actor.name.split(' ').at(-1) ?? ''] : []
    return [actor.name, ...actor.aliases.map(({ text }) => text), ...last]
  })
  return [
    ...sources.flatMap(({ publisher, author, title }) => [publisher ?? '', author ?? '', title]),
    ...people,
  ].flatMap((name) => (name === '' ? [] : [foldTypography(name).toLowerCase()]))
}

function datesOf(fact: Fact, base: FactBase): string {
  const dates = [fact.when?.from, fact.when?.to]
  const published = fact.evidence.map(({ source }) => base.sources.get(source)?.value.published?.date)
  return [fact.statement, ...dates, ...published].filter((each) => each !== undefined).join('\n')
}
