// A map of some places: land, borders and points in px, as small as what is shown of it. Pure: outlines and
// coordinates in, paths out.

import { geoAzimuthalEqualArea, geoDistance, geoPath } from 'd3-geo'
import type { Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryObject } from 'topojson-specification'
import type { MapView } from '../../../../contract/deck.ts'
import type { Atlas } from '../../../source/atlas.ts'
import { isInSight } from './in-sight.ts'

export interface Located {
  name: string
  /** Degrees north and east. */
  lat: number
  lon: number
}

/** Draws places in an area of so many px. */
export type DrawMap = (places: readonly Located[], size: { width: number; height: number }) => MapView

/** Degrees of a circle that a map shows at least: one place alone is shown in its surroundings. */
const leastSpan = 9
/** px that points keep from the edge, so that their names have room. */
const margin = { side: 120, top: 60 }

/**
 * Borders that somebody disputes, by the ISO 3166-1 numeric codes of both sides; those of a country without a
 * code are disputed as well. They are drawn apart, and the map takes no side.
 */
const disputedPairs: ReadonlySet<string> = new Set(
  [
    ['643', '804'],
    ['356', '586'],
    ['156', '356'],
    ['275', '376'],
    ['275', '400'],
    ['376', '760'],
    ['504', '732'],
    ['012', '732'],
    ['478', '732'],
    ['196', '792'],
  ].map((pair) => pair.join(' ')),
)

/** Draws the places in an area of this size, zoomed to where they are. */
export function drawMap(
  places: readonly Located[],
  size: { width: number; height: number },
  atlas: Atlas,
): MapView {
  const { width, height } = size
  const centre = middleOf(places)
  const projection = geoAzimuthalEqualArea().rotate([-centre.lon, -centre.lat]).scale(1).translate([0, 0])
  const flat = places.map(({ lon, lat }) => projection([lon, lat]) ?? ([0, 0] as const))
  const xs = flat.map(([x]) => x)
  const ys = flat.map(([, y]) => y)
  const least = (leastSpan * Math.PI) / 180
  const spanX = Math.max(Math.max(...xs) - Math.min(...xs), least)
  const spanY = Math.max(Math.max(...ys) - Math.min(...ys), least * (height / width))
  const scale = Math.min((width - 2 * margin.side) / spanX, (height - 2 * margin.top) / spanY)
  projection
    .scale(scale)
    .translate([
      width / 2 - (scale * (Math.max(...xs) + Math.min(...xs))) / 2,
      height / 2 - (scale * (Math.max(...ys) + Math.min(...ys))) / 2,
    ])
    .clipExtent([
      [-4, -4],
      [width + 4, height + 4],
    ])
  // Most of the earth is out of sight: what is farther from the middle than a corner need not be projected.
  const corners = [0, width].flatMap((x) => [0, height].map((y) => projection.invert?.([x, y])))
  const farthest = corners.map((at) => (at ? geoDistance(at, [centre.lon, centre.lat]) : Math.PI))
  const angle = Math.min(179, (Math.max(...farthest) * 180) / Math.PI + 2)
  projection.clipAngle(angle)
  const draw = geoPath(projection)
  const seen = (line: Line): boolean => isInSight(line, [centre.lon, centre.lat], (angle * Math.PI) / 180)
  const { land, borders, disputed } = outlinesOf(atlas)
  const lines = (all: readonly Line[]): string =>
    compact(draw({ type: 'MultiLineString', coordinates: all.filter(seen) as Position[][] }) ?? '')
  return {
    width,
    height,
    land: compact(
      draw({ type: 'MultiPolygon', coordinates: land.filter(([edge]) => seen(edge!)) as Position[][][] }) ??
        '',
    ),
    borders: lines(borders),
    disputed: lines(disputed),
    places: places.map(({ name, lon, lat }) => {
      const [x, y] = projection([lon, lat]) ?? [0, 0]
      return { name, x: Math.round(x), y: Math.round(y) }
    }),
  }
}

/** Points of a line or an edge, degrees east and north. */
type Line = readonly Position[]

/** The lines of an atlas, for all maps; of land the edge of each piece, then those of its lakes. */
interface Outlines {
  land: readonly (readonly Line[])[]
  borders: readonly Line[]
  disputed: readonly Line[]
}

const outlines = new WeakMap<Atlas, Outlines>()

function outlinesOf(atlas: Atlas): Outlines {
  const known = outlines.get(atlas)
  if (known) return known
  const { countries, land } = atlas.objects
  const between = (wanted: boolean): readonly Line[] =>
    mesh(atlas, countries, (one, other) => one !== other && isDisputed(one, other) === wanted).coordinates
  const pieces = feature(atlas, land).features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [],
  )
  const made = { land: pieces, borders: between(false), disputed: between(true) }
  outlines.set(atlas, made)
  return made
}

function isDisputed(one: GeometryObject, other: GeometryObject): boolean {
  if (one.id === undefined || other.id === undefined) return true
  return disputedPairs.has([String(one.id), String(other.id)].toSorted().join(' '))
}

/** The mean of the places on the globe, which also holds across the date line. */
function middleOf(places: readonly Located[]): { lat: number; lon: number } {
  const radians = Math.PI / 180
  const [x, y, z] = places.reduce(
    ([sx, sy, sz], { lat, lon }) => [
      sx + Math.cos(lat * radians) * Math.cos(lon * radians),
      sy + Math.cos(lat * radians) * Math.sin(lon * radians),
      sz + Math.sin(lat * radians),
    ],
    [0, 0, 0],
  )
  return { lon: Math.atan2(y, x) / radians, lat: Math.atan2(z, Math.hypot(x, y)) / radians }
}

/**
 * A path of absolute lines in whole px, relative and without points nearer than 6 px to the one before:
 * nobody sees them, and they are most of the path.
 */
export function compact(path: string): string {
  const lines = path.match(/M[^M]*/g) ?? []
  return lines
    .map((line) => {
      const points = [...line.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
        ([, x, y]) => [Math.round(Number(x)), Math.round(Number(y))] as const,
      )
      const [first, ...rest] = points
      if (!first) return ''
      let [x, y] = first
      const steps = rest.flatMap(([nextX, nextY], index) => {
        const near = Math.abs(nextX - x) + Math.abs(nextY - y) < 6
        if (near && index < rest.length - 1) return []
        const step = `${nextX - x} ${nextY - y}`.replace(' -', '-')
        ;[x, y] = [nextX, nextY]
        return step === '0 0' ? [] : [step]
      })
      // An island of few points is not seen.
      if (steps.length < 3) return ''
      return `M${first[0]} ${first[1]}l${steps.join(' ')}${line.endsWith('Z') ? 'z' : ''}`
    })
    .join('')
}
