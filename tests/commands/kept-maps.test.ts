import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mapSize } from '../../contract/measure/map.ts'
import { openMaps } from '../../scripts/commands/open-maps.ts'
import { drawMap } from '../../scripts/decks/plan/map/draw-map.ts'
import { readAtlas } from '../../scripts/source/atlas.ts'

let cache: string

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'factdeck-maps-'))
})

afterEach(async () => {
  // What is drawn is kept while the process goes on.
  await rm(cache, { recursive: true, maxRetries: 5 })
})

const places = [
  { name: 'Oslo', lat: 59.91, lon: 10.75 },
  { name: 'Bergen', lat: 60.39, lon: 5.32 },
]
const drawn = drawMap(places, mapSize, readAtlas())

/** The names of what is kept, once `count` maps are. */
async function kept(count: number): Promise<string[]> {
  return vi.waitFor(
    async () => {
      const names = await readdir(join(cache, 'maps'))
      expect(names.filter((name) => name.endsWith('.json'))).toHaveLength(count)
      return names
    },
    { timeout: 60_000 },
  )
}

test('a map is kept as it is drawn, and read from there', async () => {
  expect(openMaps({ FACTDECK_CACHE: cache })(places, mapSize)).toEqual(drawn)
  const [name] = await kept(1)
  const data = (await readFile(join(cache, 'maps', name!))).subarray(32)
  expect(JSON.parse(String(data))).toEqual(drawn)
})

test('another place and another size are other maps', async () => {
  const draw = openMaps({ FACTDECK_CACHE: cache })
  const [one, two] = [places.slice(0, 1), { width: 600, height: 400 }]
  expect(draw(one, mapSize)).toEqual(drawMap(one, mapSize, readAtlas()))
  expect(draw(places, two)).toEqual(drawMap(places, two, readAtlas()))
  await kept(2)
})

test('a kept map is what is shown, one that was damaged is drawn again', async () => {
  const { keepFile } = await import('../../scripts/render/kept-files.ts')
  openMaps({ FACTDECK_CACHE: cache })(places, mapSize)
  const [name] = await kept(1)
  // What one process remembers, another reads: here from a folder of another name.
  const other = await mkdtemp(join(tmpdir(), 'factdeck-maps-'))
  try {
    await keepFile(join(other, 'maps', name!), JSON.stringify({ ...drawn, land: 'M0 0l1 1 2 2 3 3z' }))
    expect(openMaps({ FACTDECK_CACHE: other })(places, mapSize).land).toBe('M0 0l1 1 2 2 3 3z')
  } finally {
    await rm(other, { recursive: true, maxRetries: 5 })
  }
  const damaged = await mkdtemp(join(tmpdir(), 'factdeck-maps-'))
  try {
    await keepFile(join(damaged, 'maps', name!), JSON.stringify(drawn))
    await writeFile(join(damaged, 'maps', name!), 'not a map')
    expect(openMaps({ FACTDECK_CACHE: damaged })(places, mapSize)).toEqual(drawn)
  } finally {
    await rm(damaged, { recursive: true, maxRetries: 5 })
  }
})

test('where nothing can be kept, maps are drawn all the same', async () => {
  await writeFile(join(cache, 'file'), '')
  expect(openMaps({ FACTDECK_CACHE: join(cache, 'file') })(places, mapSize)).toEqual(drawn)
})
