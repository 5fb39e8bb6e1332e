import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasWholeWords, wholeWords } from '../../scripts/languages/word-pattern.ts'

test('words stand in a text as such, and not within others', () => {
  expect(hasWholeWords('The ISW says so.', 'ISW')).toBe(true)
  expect(hasWholeWords('ISWs and NISW, then ISW', 'ISW')).toBe(true)
  expect(hasWholeWords('ISWs and NISW', 'ISW')).toBe(false)
  expect(hasWholeWords('the isw', 'ISW')).toBe(false)
  expect(hasWholeWords('Zürich', 'Z')).toBe(false)
  expect(hasWholeWords('дрон-камікадзе', 'дрон')).toBe(true)
  // Letters of two units and marks on letters are letters as well.
  expect(hasWholeWords('𝐀cap', 'cap')).toBe(false)
  expect(hasWholeWords('cap𝐀', 'cap')).toBe(false)
  expect(hasWholeWords('cap\u0301', 'cap')).toBe(false)
})

test('it finds what the pattern finds', () => {
  const letters = fc.constantFrom('a', 'b', ' ', '.', 'é', '\u0301', '𝐀', '😀', '1', '-')
  const some = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''))
  const words = fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(some, words, (text, wanted) => {
      const source = wanted.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      const pattern = new RegExp(wholeWords(source).source, 'u')
      expect(hasWholeWords(text, wanted)).toBe(pattern.test(text))
    }),
    { numRuns: 2000 },
  )
})
