import { expect, test } from 'vitest'
import { possibleDisagreements, possibleSums } from '../../scripts/drafts/relate-facts.ts'
import type { FactBase } from '../../scripts/facts/fact-base.ts'
import type { Fact, Quantity } from '../../scripts/facts/fact-schema.ts'
import { bridge } from './drafting.ts'

/** A fact of the bridge with other values, beside those of the unit. */
function withFact(base: FactBase, over: Omit<Partial<Fact>, 'id'> & { id: string }): FactBase {
  const [first] = [...base.facts.values()]
  const value = { ...first!.value, quantities: [], actors: [], ...over } as Fact
  return { ...base, facts: new Map([...base.facts, [value.id, { ...first!, value }]]) }
}

const quantity = (label: string, value: number, unit: string): Quantity =>
  ({ id: 'it', label, value, unit, bound: 'exact' }) as Quantity
const fact = (over: object): Parameters<typeof possibleSums>[0] =>
  ({ id: 'new', quantities: [], actors: [], when: undefined, ...over }) as never

const when = (day: string): object => ({ from: day, to: day, precision: 'day' })

test('another figure for the same, and another date for the same deed, may disagree', async () => {
  const { base } = await bridge()
  const opened = withFact(base, {
    id: 'opened',
    statement: 'Ida Lind opened the new harbour bridge.',
    actors: ['ida-lind'] as never,
    when: { from: '2024-05-03', to: '2024-05-03', precision: 'day' } as never,
  })
  const told = (over: object, passage = ''): string[] =>
    possibleDisagreements(fact(over), passage, opened).map(({ fact: id, about }) => `${id}: ${about}`)
  expect(told({ quantities: [quantity('cost', 60_000_000, 'crowns')] })).toEqual([
    'mayor-cost: cost of the bridge: 60000000 crowns or 40000000 crowns',
    'union-cost: cost of the bridge: 60000000 crowns or 55000000 crowns',
  ])
  expect(told({ quantities: [quantity('cost', 60_000_000, 'euros')] })).toEqual([])
  expect(told({ quantities: [quantity('length', 300, 'crowns')] })).toEqual([])
  const passage = 'Ida Lind opened the harbour bridge on 4 May.'
  expect(told({ actors: ['ida-lind'], when: when('2024-05-04') }, passage)).toEqual(['opened: when it was'])
  expect(told({ actors: ['ida-lind'], when: when('2024-05-03') }, passage)).toEqual([])
  expect(told({ actors: ['builders-union'], when: when('2024-05-04') }, passage)).toEqual([])
})

test('figures of the same are offered as a difference, rates over other times as a product', async () => {
  const { base } = await bridge()
  const rates = withFact(base, {
    id: 'yearly',
    quantities: [quantity('grain', 130, 'tons a year')],
  })
  const told = (one: Quantity): string[] =>
    possibleSums(fact({ quantities: [one] }), rates).map(({ arithmetic: { question, steps } }) =>
      [question, ...steps.map(({ compute, equals, unit }) => `${compute} = ${equals} ${unit}`)].join(' '),
    )
  expect(told(quantity('cost of the bridge', 42_000_000, 'crowns'))).toEqual([
    'How far apart are the two figures? first - second = 2000000 crowns',
    'How far apart are the two figures? second - first = 13000000 crowns',
  ])
  expect(told(quantity('grain', 10, 'tons a month'))).toEqual([
    'Do the two rates fit each other? first * 12 = 120 tons a year',
  ])
  expect(told(quantity('grain', 10, 'tons a trip'))).toEqual([])
})
