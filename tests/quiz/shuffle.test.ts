import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangeOptions, optionLetter, seededShuffle } from '../../contract/seeded-shuffle.ts'

const options = fc
  .array(fc.record({ text: fc.string(), pin: fc.constantFrom('first', 'last', undefined) }), { maxLength: 6 })
  .map((list) =>
    list.map(({ text, pin }, index) => ({ index, text, ...(pin ? { pin: pin as 'first' | 'last' } : {}) })),
  )

test('a shuffle is a permutation and leaves its input alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items]
      expect(seededShuffle(items, seed).toSorted()).toEqual(before.toSorted())
      expect(items).toEqual(before)
    }),
  )
})

test('the same seed gives the same order', () => {
  fc.assert(
    fc.property(options, fc.string(), (list, seed) => {
      expect(arrangeOptions([...list], seed)).toEqual(arrangeOptions(list, seed))
    }),
  )
})

test('pinned options stand at their end in the order of the author', () => {
  fc.assert(
    fc.property(options, fc.string(), (list, seed) => {
      const arranged = arrangeOptions(list, seed)
      const first = list.filter((option) => option.pin === 'first')
      const last = list.filter((option) => option.pin === 'last')
      expect(arranged.slice(0, first.length)).toEqual(first)
      expect(arranged.slice(arranged.length - last.length)).toEqual(last)
      expect(arranged.map(({ index }) => index).toSorted()).toEqual(list.map(({ index }) => index))
    }),
  )
})

// Seeds as real content has them: ids that differ in one digit. A biased place would let learners guess.
test.each([3, 4])('the key of %i options stands at every place about equally often', (count) => {
  const places = Array.from({ length: count }, () => 0)
  const ids = 3000
  for (let id = 0; id < ids; id++)
    places[seededShuffle([...Array(count).keys()], `bridges-${id}`).indexOf(0)]!++
  expect(places.filter((times) => Math.abs(times - ids / count) > 0.1 * (ids / count))).toEqual([])
})

test('orders are the same on every machine and in every release', () => {
  expect(['ebb', 'flood', 'ebb ', 'приплив', ''].map((seed) => seededShuffle([...'ABCDE'], seed).join('')))
    .toMatchInlineSnapshot(`
      [
        "ACDEB",
        "DAEBC",
        "AEDBC",
        "DACBE",
        "CBEDA",
      ]
    `)
})

test('letters follow the place', () => {
  expect([0, 1, 5].map(optionLetter)).toEqual(['A', 'B', 'F'])
})
