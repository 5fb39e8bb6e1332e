import { expect, test } from 'vitest'
import { single } from '../../question-types/choice/type.ts'
import type { ChoiceQuestion } from '../../question-types/choice/choice-schema.ts'
import { valueOrder } from '../../scripts/languages/value-order.ts'
import { baseOf, question } from '../rules/content.ts'

const base = baseOf({})
const order = (...texts: string[]): number[] | undefined => valueOrder(texts, base.language)

test('values have an order, sentences and equal values have none', () => {
  expect(order('3 times the cap', '1.5 times the cap', '2 times the cap')).toEqual([1, 2, 0])
  expect(order('12 boats', '12 carts', '3 boats')).toBeUndefined()
  expect(order('4 May 2019', 'June 2018', '2020')).toEqual([1, 0, 2])
  expect(order('The bridge', 'The ferry', '3 cranes')).toBeUndefined()
  expect(order('neither', '9', '3')).toEqual([2, 1, 0])
})

test('numbers are read as mathematics writes them', () => {
  expect(order('.5', '.05', '0.2')).toEqual([1, 2, 0])
  expect(order('1', '0', '-1')).toEqual([2, 1, 0])
  expect(order('1/6', '1/2', '$\\frac{1}{3}$')).toEqual([0, 2, 1])
  expect(order('2 1/2 km', '1/2 km', '2 km')).toEqual([1, 2, 0])
  expect(order('6 × 10^3', '5 × 10^4', '7 × 10^{-2}')).toEqual([2, 0, 1])
  expect(order('20–30', '0–10', '10–20')).toEqual([1, 2, 0])
  expect(order('1/0', '2', '3')).toEqual([1, 2, 0])
})

test('options that differ in the figure alone have an order, however long', () => {
  expect(
    order('The old bridge over the harbour has 4 arches.', 'The old bridge over the harbour has 3 arches.'),
  ).toEqual([1, 0])
})

test('options that are values stand in their order whatever the seed, with their keys and reasons', () => {
  const asked = question('cost', {
    key: { text: '900 carts', because: 'So many.' },
    distractors: [
      { text: '1,200 carts', because: 'Too many.' },
      { text: '40 carts', because: 'Too few.' },
    ],
  }) as unknown as ChoiceQuestion
  const named = { ...asked, kind: 'single' as const }
  const view = { ...single.view(named, base), id: 'cost' } as never as Parameters<typeof single.arrange>[0]
  for (const seed of ['a', 'b', 'c', 'd'])
    expect(
      single.arrange(view, seed).options.map(({ text, correct, because }) => [text, correct, because]),
    ).toEqual([
      ['40 carts', false, 'Too few.'],
      ['900 carts', true, 'So many.'],
      ['1,200 carts', false, 'Too many.'],
    ])
  expect(
    single
      .parts(named, base)
      .shuffled()
      .map(({ text, right }) => [text, right]),
  ).toEqual([
    ['40 carts', false],
    ['900 carts', true],
    ['1,200 carts', false],
  ])
})
