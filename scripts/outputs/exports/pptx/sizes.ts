// Sizes of letters: as large as a box allows, so that a slide is read from the last row.

import type { Line } from './page.ts'
import { heightOf, least, type Box } from './room.ts'

/** In points, for a slide that is neither empty nor full. */
const usual = { big: 54, lead: 30, point: 24, plain: 24, small: 16 } as const

/** What is `small` is no larger, in points. */
const mostOfSmall = 18

/** Of the usual sizes, the largest first. */
const scales = [1.35, 1.25, 1.15, 1.05, 1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5]

/** Points below a paragraph. */
export const spaceAfter = 6

/** The size of the lines of a box by their role. */
export function sizesFor(lines: readonly Line[], box: Box): (role: Line['role']) => number {
  const scale = scales.find((each) => fits(lines, box, each))
  return sizesAt(scale ?? scales.at(-1)!)
}

/** Whether lines have room in a box, at the smallest scale unless one is given. */
export function fits(lines: readonly Line[], box: Box, scale = scales.at(-1)!): boolean {
  const sizeOf = sizesAt(scale)
  const heights = lines.map(
    ({ text, role }) => heightOf(text, sizeOf(role), box.w - (role === 'point' ? 0.3 : 0)) + spaceAfter,
  )
  return sum(heights) <= box.h * 72
}

function sizesAt(scale: number): (role: Line['role']) => number {
  return (role) => {
    const size = Math.max(least, Math.round(usual[role] * scale))
    return role === 'small' ? Math.min(size, mostOfSmall) : size
  }
}

/** The columns of a table and the size of its letters. Wide texts get wide columns. */
export function tableSizes(
  rows: readonly (readonly string[])[],
  box: Box,
): { widths: number[]; size: number } {
  const wanted = rows[0]!.map(
    (_, column) => Math.max(8, sum(rows.map((row) => row[column]!.length)) / rows.length) ** 0.7,
  )
  const widths = wanted.map((each) => (box.w * each) / sum(wanted))
  const height = (size: number): number =>
    sum(
      rows.map(
        (row) => Math.max(...row.map((text, column) => heightOf(text, size, widths[column]! - 0.2))) + 10,
      ),
    )
  return { widths, size: [22, 20, 18, 17, 16, 15].find((size) => height(size) <= box.h * 72) ?? least }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0)
}
