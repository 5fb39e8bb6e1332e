import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordCounter } from '../../scripts/languages/word-counter.ts'

/** As `Intl.Segmenter` divides a text, without a short way. */
function segmented(language: string, text: string): number {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return Array.from(segments).filter(({ isWordLike }) => isWordLike).length
}

test('words are counted as Unicode divides them, in every language alike', () => {
  const marks = Array.from('ab9Zéß0 \n.,;:!?\'’‘"“”()–—-%&/_@\u00A0\u0301\u200D中ก한')
  const text = fc.array(fc.oneof(fc.constantFrom(...marks), fc.constantFrom(' and ', '3,000', "won't")), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(fc.constantFrom('en', 'de', 'uk', 'fr', 'sv', 'ar'), text, (language, pieces) => {
      const whole = pieces.join('')
      expect(wordCounter(language)(whole)).toBe(segmented(language, whole))
    }),
    { numRuns: 3000 },
  )
})

test('figures, apostrophes and hyphens', () => {
  const words = wordCounter('en')
  expect(words('The mayor’s 3,000 boats weren’t well-built: 1.5 of 2.')).toBe(10)
  expect(words('')).toBe(0)
})
