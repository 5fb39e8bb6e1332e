import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { optionText } from '../question-views.ts'
import { everyQuestion } from './check.ts'

/** "All of the above" asks about the other options instead of the matter, and makes no sense once options are shuffled. */
export function aboveOptions(banks: Banks, base: FactBase): Diagnostic[] {
  const { items } = base.language
  if (!items) return []
  return everyQuestion(banks).flatMap(({ value: question, place }) =>
    question.options.flatMap((option, index) => {
      const found = items.above.exec(optionText(option, base))?.[0]
      if (found === undefined) return []
      return [
        error(
          place.in('options', index).location,
          'question/above-options',
          `Unexpected option "${found}" in "${question.id}", expected an answer that stands alone`,
        ),
      ]
    }),
  )
}
