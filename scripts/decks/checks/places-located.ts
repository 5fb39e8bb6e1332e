import { error } from '../../diagnostics/diagnostic.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import { locatorOf } from '../plan/map/locate.ts'
import type { OutlineRule } from './check.ts'
import { placedSlides } from './slide-places.ts'

/**
 * A map needs to know where the places of its facts lie: `at` of an entry of that name in the background, or
 * the actor's own.
 */
export const placesLocated: OutlineRule = (outline, { base }) => {
  const known: ReadonlyMap<string, { value: Fact }> = base.facts
  const locator = locatorOf(base)
  return placedSlides(outline).flatMap(({ slide, place }) => {
    if (!('layout' in slide) || slide.layout !== 'map') return []
    return slide.facts.flatMap((id, index) => {
      const fact = known.get(id)?.value
      if (!fact) return []
      const { places, transfer } = fact
      const actors = transfer ? [transfer.from, transfer.to] : []
      const lost = [
        ...places.filter((name) => !locator.place(name)),
        ...actors
          .filter((actor) => !locator.actor(actor))
          .map((actor) => base.actors.get(actor)?.value.name ?? actor),
      ]
      return lost.map((name) =>
        error(
          place.in('facts', index).location,
          'outline/place-located',
          `Unexpected place "${name}" of fact "${id}" without coordinates, expected "at" in an entry of that name in facts/background.json, or of the actor in facts/actors.json`,
          'for example "at": { "lat": 51.5, "lon": -0.1 }, degrees north and east',
        ),
      )
    })
  })
}
