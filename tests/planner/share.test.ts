import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share, type Part } from '../../scripts/decks/plan/time/share.ts'

const parts = (...given: (number | string)[]): Part[] =>
  given.map((each) =>
    typeof each === 'number' ? { weight: each } : { weight: 1, fixed: Number(each.replace('=', '')) },
  )

test.each([
  ['by weight', 10, parts(1, 1, 3), [2, 2, 6]],
  ['the earlier part gets what does not divide', 10, parts(1, 1, 1), [4, 3, 3]],
  ['what is fixed stands', 10, parts('=4', 1, 1), [4, 3, 3]],
  ['fixed parts that leave nothing are scaled with the others', 10, parts('=14', '=4', 2), [7, 2, 1]],
  ['fixed parts that do not add up are scaled', 10, parts('=2', '=3'), [4, 6]],
  ['nothing fixed to nothing', 4, parts('=0', '=0'), [2, 2]],
  ['no parts', 4, [], []],
])('shares: %s', (_, total, given, expected) => {
  expect(share(total, given)).toEqual(expected)
})

test('gives whole shares, none below nothing, whose sum is the total', () => {
  const part = fc.record({
    weight: fc.integer({ min: 1, max: 9 }),
    fixed: fc.option(fc.double({ min: 0, max: 40, noNaN: true }), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.nat(400), fc.array(part, { minLength: 1, maxLength: 12 }), (total, given) => {
      const shares = share(total, given)
      expect(shares).toHaveLength(given.length)
      expect(shares.filter((each) => !Number.isInteger(each) || each < 0)).toEqual([])
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
    }),
  )
})
