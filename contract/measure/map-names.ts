// Where the names of places stand on a map, on slides as in PowerPoint files: beside their places, clear of each
// other and of arrows. No Node here: the slides take it.

import { textWidth } from './text.ts'

interface Point {
  x: number
  y: number
}

/** A name: where its letters begin, and the foot of them. */
export interface NameBox extends Point {
  width: number
}

export interface NamedMap {
  width: number
  height: number
  places: readonly (Point & { name: string })[]
  /** Points on the way of each arrow. */
  ways: readonly (readonly Point[])[]
  /** Type size of the names, px. */
  type: number
}

/**
 * A name for each place, in their order. To the right of its place, else left, above or below: where it covers
 * least, other names least of all; the name of the northern of two places never stands below that of the
 * southern one.
 */
export function nameBoxes({ width, height, places, ways, type }: NamedMap): NameBox[] {
  const part = type / 24
  const taken: (NameBox & { of: number })[] = []
  const points = ways.flat()
  const covered = (box: NameBox, of: number): number => {
    const outside = box.x < 4 || box.x + box.width > width - 4 || box.y < 26 * part || box.y > height - 8
    const beside = taken.filter(
      (other) => box.x < other.x + other.width + 8 && other.x < box.x + box.width + 8,
    )
    const others = beside.filter(({ y }) => Math.abs(box.y - y) < 28 * part).length
    const turned = beside.filter((other) => (box.y - other.y) * (of - other.of) < 0).length
    const marks = places.filter((place) => within(box, place, 8, part)).length
    const crossed = points.filter((point) => within(box, point, 4, part)).length
    return (outside ? 1000 : 0) + others * 100 + turned * 80 + marks * 40 + crossed * 6
  }
  return places.map(({ name, x, y }) => {
    const wide = textWidth(name, type, 'bold') + 4
    const [right, left, middle] = [x + 16, x - 16 - wide, x - wide / 2]
    const beside = [8, -18, 34, -44, 60].flatMap((down) =>
      [right, left].map((at) => ({ x: at, y: y + down * part, width: wide })),
    )
    const candidates = [
      ...beside,
      ...[-20, 36, -46, 62].map((down) => ({ x: middle, y: y + down * part, width: wide })),
    ]
    const costs = candidates.map((box, index) => covered(box, y) + index / 10)
    const box = candidates[costs.indexOf(Math.min(...costs))]!
    taken.push({ ...box, of: y })
    return box
  })
}

/** Whether a point lies in the letters of a name, or as near to them. */
function within({ x, y, width }: NameBox, point: Point, clear: number, part = 1): boolean {
  return (
    point.x > x - clear &&
    point.x < x + width + clear &&
    point.y > y - 20 * part - clear &&
    point.y < y + 5 * part + clear
  )
}
