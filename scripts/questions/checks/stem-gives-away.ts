import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { contentStems } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import { askingSentence } from './asking-sentence.ts'
import { everyQuestion } from './check.ts'

/** Of a long key one word in common with the stem tells nothing. */
const leastShare = 0.05

/**
 * A word of the stem that comes back in the key and in no other option answers the question for those who know
 * nothing, unless a distractor has as many of its own.
 */
export function stemGivesAway(banks: Banks, base: FactBase): Diagnostic[] {
  const { language } = base
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const form = language.items?.form
    if (form && parts.choices.some(({ text }) => form.verdict.test(text) || language.items!.above.test(text)))
      return []
    const stem = contentStems(askingSentence(question.stem), language)
    const words = (wanted: boolean): string[][] =>
      parts.choices
        .filter(({ right }) => right === wanted)
        .map(({ text }) => [...contentStems(text, language)].filter((word) => stem.has(word)))
    const keys = words(true)
    const wrong = words(false)
    const own = wrong.map((each) => {
      const others = [...keys, ...wrong.filter((other) => other !== each)]
      return each.filter((word) => !others.some((other) => other.includes(word))).length
    })
    return parts.choices.flatMap(({ text, right, path }) => {
      if (!right) return []
      const all = language.contentWords?.(text) ?? []
      const given = all.filter(
        (word) => stem.has(word.stem) && !wrong.some((each) => each.includes(word.stem)),
      )
      const told = new Set(given.map((word) => word.stem)).size
      if (told <= Math.max(0, ...own) || given.length < leastShare * all.length) return []
      const named = [...new Set(given.map(({ word }) => `"${word}"`))].join(', ')
      return [
        warning(
          place.in(...path).location,
          'question/stem-gives-away',
          `Unexpected ${named} in the stem and the key of "${question.id}" but in no distractor, expected no word that gives the key away`,
        ),
      ]
    })
  })
}
