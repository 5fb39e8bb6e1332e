import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { mapSize } from '../../contract/measure/map.ts'
import { compact, drawMap } from '../../scripts/decks/plan/map/draw-map.ts'
import { readAtlas, type Atlas } from '../../scripts/source/atlas.ts'

let atlas: Atlas

beforeAll(async () => {
  atlas = readAtlas()
})

const oslo = { name: 'Oslo', lat: 59.9, lon: 10.75 }
const bergen = { name: 'Bergen', lat: 60.4, lon: 5.3 }
const perth = { name: 'Perth', lat: -31.95, lon: 115.86 }

test('a map is zoomed to its places, north above south, and light enough for a slide', () => {
  const near = drawMap([oslo, bergen], mapSize, atlas)
  const [east, west] = near.places
  expect(east!.x).toBeGreaterThan(west!.x)
  expect(east!.y).toBeGreaterThan(west!.y)
  expect(near.land.length).toBeGreaterThan(500)
  const far = drawMap([oslo, perth], mapSize, atlas)
  expect(far.places[0]!.y).toBeLessThan(far.places[1]!.y)
  for (const { land, borders, disputed } of [near, far])
    expect((land + borders + disputed).length).toBeLessThan(24_000)
})

test('borders that are disputed are drawn apart, others are not', () => {
  expect(drawMap([oslo, bergen], mapSize, atlas).disputed).toBe('')
  // Between 24° and 36° east and 44° and 52° north lies one that is.
  const map = drawMap([{ name: 'Kharkiv', lat: 50, lon: 36.2 }], mapSize, atlas)
  expect(map.disputed).not.toBe('')
  expect(map.borders).not.toContain(map.disputed)
})

test('every place on earth lies on its map', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ lat: fc.integer({ min: -80, max: 80 }), lon: fc.integer({ min: -179, max: 179 }) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      (points) => {
        const places = points.map((point, index) => ({ name: `p${index}`, ...point }))
        for (const { x, y } of drawMap(places, mapSize, bare).places)
          expect(x >= 0 && x <= mapSize.width && y >= 0 && y <= mapSize.height).toBe(true)
      },
    ),
  )
})

test('paths lose what nobody sees and nothing else', () => {
  expect(compact('M0,0L20,0L21,1L40,0L40,40Z')).toBe('M0 0l20 0 20 0 0 40z')
  expect(compact('M0,0L1,1L2,0Z')).toBe('')
})

/** Outlines of nothing, for what depends on the places alone. */
const bare = {
  type: 'Topology',
  arcs: [],
  objects: {
    countries: { type: 'GeometryCollection', geometries: [] },
    land: { type: 'GeometryCollection', geometries: [] },
  },
} as unknown as Atlas
