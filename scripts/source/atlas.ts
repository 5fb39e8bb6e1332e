// The world's outlines (Natural Earth, 1:50 million, public domain) as the package world-atlas has them. Read
// when a map is to be drawn and not before: it is the largest file that a build can need.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Land and countries; the id of a country is its ISO 3166-1 numeric code, absent where it has none. */
export type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

let atlas: Atlas | undefined

/** The outlines; read once. */
export function readAtlas(): Atlas {
  atlas ??= JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'),
  ) as Atlas
  return atlas
}
