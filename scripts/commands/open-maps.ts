import { join } from 'node:path'
import { drawMap, type DrawMap } from '../decks/plan/map/draw-map.ts'
import { cacheFolderOf, packageRoot } from '../render/open-render.ts'
import { installedVersion } from '../render/installed.ts'
import { forgetUnused, keepFile, markUsedNow, readNowIfKept } from '../render/kept-files.ts'
import { digestOfCode } from '../render/kept-pdfs.ts'
import { sha256 } from '../source/digest.ts'
import { readAtlas } from '../source/atlas.ts'
import type { MapView } from '../../contract/deck.ts'

/** What a map is drawn of and with, beside its places: another version may give other lines. */
const packages = ['world-atlas', 'd3-geo', 'topojson-client']

/** Days after which a map that nobody asked for is forgotten. */
const days = 14

const drawn = new Map<string, MapView>()

/**
 * Draws maps, and keeps them in `maps/` of the cache folder under a digest of all that goes into them: to read
 * the outlines of the world takes longer than most of what is done with them. What is kept is what would be
 * drawn; a kept one that was damaged is drawn again.
 */
export function openMaps(env: Readonly<Record<string, string | undefined>> = process.env): DrawMap {
  const folder = join(cacheFolderOf(env), 'maps')
  let program: string | undefined
  let forgotten: Promise<void> | undefined
  return (places, size) => {
    program ??= [digestOfCode(packageRoot, 'scripts/decks/plan/map'), ...packages.map(installedVersion)].join(
      ' ',
    )
    const file = join(folder, `${sha256(JSON.stringify([program, size, places]))}.json`)
    const known = drawn.get(file) ?? readKept(file)
    if (known) {
      drawn.set(file, known)
      return known
    }
    const map = drawMap(places, size, readAtlas())
    drawn.set(file, map)
    // A map that cannot be kept serves this run all the same.
    void keepFile(file, JSON.stringify(map)).then(
      () => (forgotten ??= forgetUnused(folder, /./, days)),
      () => {},
    )
    return map
  }
}

function readKept(file: string): MapView | undefined {
  const kept = readNowIfKept(file)
  if (!kept) return undefined
  markUsedNow(file)
  return JSON.parse(kept.toString('utf8')) as MapView
}
