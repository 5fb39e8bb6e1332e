import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedRecall } from '../../templates/quiz/player/learn/recall.ts'

test('nothing met is nothing known, certainty has no range', () => {
  expect(expectedRecall([])).toEqual({ of: 0, mean: 0, low: 0, high: 0 })
  expect(expectedRecall([1, 1, 1])).toEqual({ of: 3, mean: 3, low: 3, high: 3 })
})

test('of ten even chances between two and eight come true nine times in ten', () => {
  // The binomial distribution: P(X <= 1) = 1.07 %, P(X <= 2) = 5.47 %.
  expect(expectedRecall(Array.from({ length: 10 }, () => 0.5))).toEqual({ of: 10, mean: 5, low: 2, high: 8 })
})

test('the range lies within what there is and holds the middle', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 })
  fc.assert(
    fc.property(chances, (all) => {
      const { of, mean, low, high } = expectedRecall(all)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(of)
      expect(low).toBeLessThanOrEqual(Math.ceil(mean))
      expect(high).toBeGreaterThanOrEqual(Math.floor(mean))
    }),
  )
})
