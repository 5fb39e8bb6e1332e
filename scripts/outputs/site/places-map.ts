import { textWidth } from '../../../contract/measure/text.ts'
import type { MapView } from '../../../contract/deck.ts'
import type { FactView } from '../../../contract/fact-view.ts'

/** Type size of names on the map, px of its drawing. */
const type = 20

/** A place of the map: how many facts speak of it, and its name where it keeps clear of the others. */
interface MappedPlace {
  name: string
  n: number
  /** The hash of the explorer that shows its facts. */
  hash: string
  x: number
  y: number
  radius: number
  label?: { x: number; y: number; anchor: 'start' | 'end' }
}

/** The map of the explorer: the places of facts, those most spoken of first; nothing where there is none. */
export function placesMapOf(
  map: MapView | undefined,
  facts: readonly FactView[],
): { map: MapView; places: MappedPlace[] } | false {
  if (!map) return false
  const counts = new Map<string, number>()
  for (const { places } of facts)
    for (const name of new Set(places)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const places = map.places
    .map(({ name, x, y }): MappedPlace => {
      const n = counts.get(name) ?? 0
      return {
        name,
        n,
        hash: `#?text=${encodeURIComponent(name)}`,
        x,
        y,
        radius: 5 + Math.min(7, Math.sqrt(n) * 1.5),
      }
    })
    .toSorted((one, other) => other.n - one.n || (one.name < other.name ? -1 : 1))
  const taken: { x: number; y: number; width: number }[] = []
  for (const place of places) {
    const width = textWidth(place.name, type, 'bold')
    const found = [place.x + place.radius + 5, place.x - place.radius - 5 - width]
      .map((x) => ({ x, y: place.y + 7, width }))
      .find(
        (box) =>
          box.x > 4 &&
          box.x + width < map.width - 4 &&
          box.y > type &&
          box.y < map.height - 4 &&
          taken.every(
            (other) =>
              box.x + width < other.x ||
              other.x + other.width < box.x ||
              Math.abs(box.y - other.y) > type + 2,
          ) &&
          places.every(
            ({ x, y, radius }) =>
              x + radius < box.x || x - radius > box.x + width || Math.abs(y + 7 - box.y) > type / 2 + radius,
          ),
      )
    if (found) {
      taken.push(found)
      const before = found.x < place.x
      place.label = {
        x: Math.round(before ? found.x + width : found.x),
        y: Math.round(found.y),
        anchor: before ? 'end' : 'start',
      }
    }
  }
  return { map, places }
}
