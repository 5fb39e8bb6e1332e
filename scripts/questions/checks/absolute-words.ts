import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { optionText } from '../question-views.ts'
import { everyQuestion } from './check.ts'

const loose =
  /\b(?:always|never|all|none|every|everyone|everything|everybody|nobody|nothing|entirely|completely|totally|some|many|often|usually|sometimes|frequently|generally|rarely|seldom|mostly)\b/gi

/**
 * Absolute words mark distractors and vague ones keys, whatever the question is (Haladyna, Downing and Rodriguez 2002). A word that
 * the facts themselves use may stand.
 */
export function absoluteWords(banks: Banks, base: FactBase): Diagnostic[] {
  return everyQuestion(banks).flatMap(({ value: question, place }) => {
    const facts = question.facts
      .flatMap((id) => base.facts.get(id)?.value ?? [])
      .flatMap(({ statement, short }) => [statement, short])
      .join('\n')
    return question.options.flatMap((option, index) => {
      const words = Array.from(optionText(option, base).matchAll(loose), ([word]) =>
        word.toLowerCase(),
      ).filter((word) => !new RegExp(`\\b${word}\\b`, 'i').test(facts))
      return [...new Set(words)].map((word) =>
        warning(
          place.in('options', index).location,
          'question/absolute-words',
          `Unexpected "${word}" in an option of "${question.id}", expected wording that does not tell keys from distractors`,
        ),
      )
    })
  })
}
