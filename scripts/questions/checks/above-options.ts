import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { optionText } from '../question-views.ts'
import { everyQuestion } from './check.ts'

const above =
  /\b(?:all|none|both|neither|any|either|some|two|more than one) of (?:the )?(?:above|below|these|those|others?|options|answers|choices)\b|\b(?:both|neither) (?:answers|options|choices)\b/i

/** "All of the above" asks about the other options instead of the matter, and makes no sense once options are shuffled. */
export function aboveOptions(banks: Banks, base: FactBase): Diagnostic[] {
  return everyQuestion(banks).flatMap(({ value: question, place }) =>
    question.options.flatMap((option, index) => {
      const found = above.exec(optionText(option, base))?.[0]
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
