import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languageFor } from '../../scripts/languages/table.ts'

/** With a module and without one, with other separators and with other digits. */
const tags = [
  'en',
  'en-IN',
  'de',
  'de-CH',
  'de-AT',
  'uk',
  'fr',
  'pl',
  'pt-BR',
  'hi',
  'ar-EG',
  'fa',
  'bn',
  'th-TH-u-nu-thai',
]

const written = fc.oneof(
  fc.nat({ max: 99_999_999 }),
  fc.nat({ max: 99_999_999 }).map((value) => value / 1000),
  fc.integer({ min: 1, max: 9 }).map((power) => 10 ** power),
)

test.each(tags)('reads back every number as Intl writes it in %s', (tag) => {
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 })
  fc.assert(
    fc.property(written, (value) => {
      // A year is a date.
      if (/^\p{Nd}{4}$/u.test(format.format(value))) return
      const { figures } = languageFor(tag).readTokens(`… ${format.format(value)} …`)
      expect(figures.flatMap(({ values }) => values)).toEqual([value])
    }),
  )
})

test.each([
  ['de', '12.000', 12_000],
  ['de', '12 000', 12_000],
  ['de', '12\u202F000,5', 12_000.5],
  ['de-CH', '12’000.5', 12_000.5],
  ['en', '12,000', 12_000],
  ['en', '12.000', 12],
  ['uk', '12 000,5', 12_000.5],
  ['fr', '12 000', 12_000],
])('reads, in %s, %j as %d', (tag, text, value) => {
  expect(
    languageFor(tag)
      .readTokens(text)
      .figures.map(({ values }) => values),
  ).toEqual([[value]])
})

test('never throws, and every token stands where it says, in every language', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tags), fc.string({ unit: 'grapheme', maxLength: 120 }), (tag, text) => {
      const { figures, dates } = languageFor(tag).readTokens(text)
      for (const token of [...figures, ...dates]) expect(text.slice(token.start, token.end)).toBe(token.text)
    }),
  )
})

test.each([
  ['en', '3.2 to 3.8 million'],
  ['de', '3,2 bis 3,8 Millionen'],
  ['uk', '3,2 до 3,8 мільйона'],
  ['uk', '3,2–3,8 мільйона'],
])('the first figure of a range may have the scale of the second, in %s: %s', (tag, text) => {
  const { figures } = languageFor(tag).readTokens(text)
  expect(figures.map(({ values }) => values)).toEqual([[3.2, 3_200_000], [3_800_000]])
})
