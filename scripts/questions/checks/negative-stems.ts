import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { askingSentence } from './asking-sentence.ts'
import { everyQuestion } from './check.ts'

/**
 * A stem that asks for what is not so is misread by those who know the matter: an error where it is shouted,
 * else a warning. Only the sentence that asks is read: what it asks about may well be something that is not so.
 */
export function negativeStems(banks: Banks, base: FactBase): Diagnostic[] {
  const { items } = base.language
  if (!items) return []
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    if (parts.claims !== undefined) return []
    const at = place.in('stem')
    const loud = items.shoutedNegation.exec(question.stem)?.[0]
    const expected = 'expected a stem that asks for what is so'
    if (loud !== undefined)
      return [
        error(
          at.location,
          'question/negative-stem',
          `Unexpected "${loud}" in the stem of "${question.id}", ${expected}`,
        ),
      ]
    // A claim that the options judge is read as a whole.
    const judged = parts.choices.some(({ text }) => items.form?.verdict.test(text))
    const asks = judged ? question.stem : askingSentence(question.stem).replace(items.aside, ' ')
    const found = items.quietNegation.exec(asks)?.[0]
    return found === undefined
      ? []
      : [
          warning(
            at.location,
            'question/negative-stem',
            `Unexpected "${found}" in the stem of "${question.id}", ${expected}`,
          ),
        ]
  })
}
