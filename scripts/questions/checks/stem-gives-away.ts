import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { contentStems } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import { optionText } from '../question-views.ts'
import { everyQuestion } from './check.ts'

/** A word of the stem that comes back in the key and in no distractor answers the question for those who know nothing. */
export function stemGivesAway(banks: Banks, base: FactBase): Diagnostic[] {
  const { language } = base
  return everyQuestion(banks).flatMap(({ value: question, place }) => {
    const stem = contentStems(question.stem, language)
    const distractors = contentStems(
      question.options
        .filter(({ correct }) => !correct)
        .map((option) => optionText(option, base))
        .join('\n'),
      language,
    )
    return question.options.flatMap((option, index) => {
      if (!option.correct) return []
      const given = (language.contentWords?.(optionText(option, base)) ?? []).filter(
        (word) => stem.has(word.stem) && !distractors.has(word.stem),
      )
      if (given.length === 0) return []
      const words = [...new Set(given.map(({ word }) => `"${word}"`))].join(', ')
      return [
        warning(
          place.in('options', index).location,
          'question/stem-gives-away',
          `Unexpected ${words} in the stem and the key of "${question.id}" but in no distractor, expected no word that gives the key away`,
        ),
      ]
    })
  })
}
