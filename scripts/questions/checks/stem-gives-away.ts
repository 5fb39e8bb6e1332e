import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { contentStems } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import { askingSentence } from './asking-sentence.ts'
import { everyQuestion } from './check.ts'

/** Of a long key one word in common with the stem tells nothing. */
const leastShare = 0.12

/**
 * A word of the stem that comes back in the key and in no distractor answers the question for those who know
 * nothing.
 */
export function stemGivesAway(banks: Banks, base: FactBase): Diagnostic[] {
  const { language } = base
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const form = language.items?.form
    if (form && parts.choices.some(({ text }) => form.verdict.test(text) || language.items!.above.test(text)))
      return []
    const stem = contentStems(askingSentence(question.stem), language)
    const distractors = contentStems(
      parts.choices
        .filter(({ right }) => !right)
        .map(({ text }) => text)
        .join('\n'),
      language,
    )
    return parts.choices.flatMap(({ text, right, path }) => {
      if (!right) return []
      const all = language.contentWords?.(text) ?? []
      const given = all.filter((word) => stem.has(word.stem) && !distractors.has(word.stem))
      if (given.length === 0 || given.length < leastShare * all.length) return []
      const words = [...new Set(given.map(({ word }) => `"${word}"`))].join(', ')
      return [
        warning(
          place.in(...path).location,
          'question/stem-gives-away',
          `Unexpected ${words} in the stem and the key of "${question.id}" but in no distractor, expected no word that gives the key away`,
        ),
      ]
    })
  })
}
