import { capacity } from '../../../../contract/capacity.ts'
import { mapSize } from '../../../../contract/measure/map.ts'
import { evenParts } from '../even-parts.ts'
import { factLine, goodsOf } from '../fact-line.ts'
import type { Located } from '../map/draw-map.ts'
import { locatorOf } from '../map/locate.ts'
import { planWords } from '../material.ts'
import { fill } from '../../../../contract/messages/wording.ts'
import type { FactLayout } from './fact-layout.ts'

/** Where it is said to have happened: places of the facts, and transfers as arrows from one to the other. */
export const map: FactLayout = {
  name: 'map',
  needs: 'a place or a transfer in every fact',
  fits: (facts) => facts.length > 0 && facts.every(({ places, transfer }) => places.length > 0 || transfer),
  suits: () => false,
  toSlides: (facts, { title, section, material }) => {
    const locator = locatorOf(material.base)
    return evenParts(facts, capacity.map.facts).flatMap((part) => {
      const places: Located[] = []
      const placeOf = (located: Located): number => {
        const known = places.findIndex(({ name }) => name === located.name)
        return known >= 0 ? known : places.push(located) - 1
      }
      const items = part.map(({ fact, view }) => {
        const ends = fact.transfer ? [locator.actor(fact.transfer.from), locator.actor(fact.transfer.to)] : []
        const [from, to] = ends
        return {
          fact: factLine(view),
          ...goodsOf(fact),
          places: fact.places.flatMap((name) => {
            const located = locator.place(name)
            return located ? [placeOf(located)] : []
          }),
          ...(from && to ? { from: placeOf(from), to: placeOf(to) } : {}),
        }
      })
      // Without places there is nothing to draw; the checks say which one has no coordinates.
      if (!material.drawMap || places.length === 0) return []
      return [
        {
          kind: 'layout' as const,
          layout: 'map' as const,
          props: {
            title: title ?? fill(planWords(material).map, { section }),
            map: material.drawMap(places, mapSize),
            items,
          },
          facts: part.map(({ view }) => view.id),
          questions: [],
        },
      ]
    })
  },
}
