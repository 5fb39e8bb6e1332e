import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderByNeeds } from '../../scripts/decks/plan/sections/order.ts'
import type { DeckFact } from '../../scripts/decks/plan/material.ts'
import { fact, facts } from './material.ts'

const order = (given: readonly DeckFact[]): string[] => orderByNeeds(given).map(({ view }) => view.id)

test('moves a needed fact in front of the one that needs it', () => {
  expect(order(facts('sugar < light, water', 'light', 'water'))).toEqual(['light', 'water', 'sugar'])
})

test('keeps the author’s order where nothing forbids it', () => {
  expect(order(facts('water', 'sugar < light', 'air', 'light'))).toEqual(['water', 'air', 'light', 'sugar'])
})

test('needs outside the list do not count', () => {
  expect(order(facts('water', 'sugar < moon'))).toEqual(['water', 'sugar'])
})

test('ends where facts need each other in a circle', () => {
  expect(order(facts('hen < egg', 'egg < hen', 'me < me'))).toEqual(['me', 'hen', 'egg'])
})

test('puts every fact once and none before one it needs', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 12 })
        .chain((size) =>
          fc.tuple(
            fc.constant(size),
            fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 }),
            fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
          ),
        ),
      ([, links, places]) => {
        // A fact needs only facts of a smaller number: no circles.
        const needs = (n: number) => links.filter(([a, b]) => a > b && a === n).map(([, b]) => `f${b}`)
        const given = facts(...places.map((n) => fact(`f${n} < ${needs(n).join(', ')}`.replace(/ < $/, ''))))
        const ordered = order(given)
        expect(ordered.toSorted()).toEqual(places.map((n) => `f${n}`).toSorted())
        const tooEarly = places.filter((n) =>
          needs(n).some((need) => ordered.indexOf(need) > ordered.indexOf(`f${n}`)),
        )
        expect(tooEarly).toEqual([])
      },
    ),
  )
})
