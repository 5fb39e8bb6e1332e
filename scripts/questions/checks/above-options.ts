import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'

/**
 * "All of the above" asks about the other options instead of the matter, and makes no sense once options are
 * shuffled.
 */
export function aboveOptions(banks: Banks, base: FactBase): Diagnostic[] {
  const { items } = base.language
  if (!items) return []
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) =>
    parts.choices.flatMap(({ text, path }) => {
      const found = items.above.exec(text)?.[0]
      if (found === undefined) return []
      return [
        error(
          place.in(...path).location,
          'question/above-options',
          `Unexpected option "${found}" in "${question.id}", expected an answer that stands alone`,
        ),
      ]
    }),
  )
}
