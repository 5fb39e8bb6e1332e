import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOf } from '../../scripts/render/letters.ts'

test('every code point of a text is there once, in order', () => {
  const text = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\uD83D', '\uDE00', '\u2FFF', '\u3000', '\uFFFD', '😀'),
    ),
  )
  fc.assert(
    fc.property(text, (pieces) => {
      const whole = pieces.join('')
      const points = new Set(Array.from(whole, (letter) => letter.codePointAt(0)!))
      expect(lettersOf(whole)).toEqual([...points].toSorted((a, b) => a - b))
    }),
  )
})
