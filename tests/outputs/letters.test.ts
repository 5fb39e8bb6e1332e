import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersBeyondAscii } from '../../scripts/render/letters.ts'

test('every code point of a text beyond ASCII is there once, in order', () => {
  const text = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\uD83D', '\uDE00', '\u2FFF', '\u3000', '\uFFFD', '😀'),
    ),
  )
  fc.assert(
    fc.property(text, (pieces) => {
      const whole = pieces.join('')
      const points = new Set(
        Array.from(whole, (letter) => letter.codePointAt(0)!).filter((point) => point > 0x7f),
      )
      expect(lettersBeyondAscii(whole)).toEqual([...points].toSorted((a, b) => a - b))
    }),
  )
})
