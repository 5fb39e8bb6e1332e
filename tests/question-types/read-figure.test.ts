import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liesBetween, readFigure } from '../../question-types/numeric/read-figure.ts'

const scales = { thousand: 1000, million: 1_000_000 }
const read = (text: string) => readFigure(text, 'tonnes a day', scales)

test.each([
  ['12', [12]],
  ['12,5', [12.5]],
  ['12.50', [12.5]],
  ['.5', [0.5]],
  ['1,234', [1.234, 1234]],
  ['1.234', [1.234, 1234]],
  ['0,125', [0.125]],
  ['12.345.678', [12_345_678]],
  ['1.234,5', [1234.5]],
  ['1,234.5', [1234.5]],
  ['1 234,5', [1234.5]],
  ["12'345.6", [12_345.6]],
  ['12\u202f345', [12_345]],
  ['1234,567', [1234.567]],
  ['−7', [-7]],
  ['- 7', [-7]],
  ['+7', [7]],
  ['12 tonnes a day', [12]],
  ['1.5 million', [1_500_000]],
  ['1,5 Million tonnes a day', [1_500_000]],
  ['٣٫٥', [3.5]],
  ['۱۲', [12]],
  ['１２', [12]],
])('"%s" reads as %j', (text, values) => {
  expect(read(text)).toEqual(values)
})

test.each([
  '',
  'many',
  'million',
  '1/2',
  '1e3',
  '12,34,56',
  '1.23.456',
  '1,234.5.6',
  '5,',
  '--5',
  '12 carts',
])('"%s" is no figure', (text) => {
  expect(read(text)).toEqual([])
})

test('what a language writes is among what is read', () => {
  const languages = fc.constantFrom('en', 'de', 'uk', 'fr', 'de-CH', 'sv', 'ar-EG', 'fa')
  fc.assert(
    fc.property(
      languages,
      fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
      fc.nat(3),
      (language, whole, digits) => {
        const value = whole / 10 ** digits
        const written = value
          .toLocaleString(language, { maximumFractionDigits: 3 })
          .replaceAll(/\p{Cf}/gu, '')
        expect(readFigure(written)).toContainEqual(value)
      },
    ),
  )
})

test('the ends of a range belong to it, whatever binary fractions make of them', () => {
  expect(liesBetween(0.1 + 0.2, 0.1, 0.3)).toBe(true)
  expect(liesBetween(0.3001, 0.1, 0.3)).toBe(false)
})
