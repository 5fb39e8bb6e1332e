// Shapes of which diagrams on PowerPoint slides are made, in inches of the box below a heading. What the status
// of a line or a dot is stands in words beside it.

import type { FactLine } from '../../../../../contract/deck.ts'
import { fitSaid } from '../../../../../contract/measure/footer.ts'
import type { Mark } from '../../../../../contract/status.ts'

interface Place {
  x: number
  y: number
  w: number
  h: number
}

interface TextShape extends Place {
  kind: 'text'
  text: string
  /** Points. */
  size: number
  /** `nobody`: a box for somebody who is not named. */
  look: 'strong' | 'plain' | 'soft' | 'box' | 'nobody'
  align?: 'center' | 'end'
}

interface LineShape {
  kind: 'line'
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
  /** An arrow or a span of this status; without, a line of the drawing itself. */
  mark?: Mark
  head?: true
  /** From whom to whom an arrow leads, in words. */
  alt?: string
}

interface DotShape {
  kind: 'dot'
  at: readonly [x: number, y: number]
  mark: Mark
}

export type Shape = TextShape | LineShape | DotShape

/** Points of what is small. */
const small = 14

/** px at 24 px type that a line of this many inches holds, for texts that are cut to it. */
const pxOf = (inches: number): number => (inches * 72 * 24) / small

export function textIn(
  words: string,
  look: TextShape['look'],
  place: Place,
  more: { size?: number; align?: TextShape['align'] } = {},
): TextShape {
  return { kind: 'text', text: words, look, ...place, size: small, ...more }
}

/** How sure it is and who says so, in lines of this many inches. */
export function behind({ statusLabel, said }: FactLine, width: number, lines = 1): string {
  return cutTo(width, `${statusLabel}: ${said}`, lines)
}

/** A text that stands in lines of this many inches, in the smallest type. */
export function cutTo(width: number, text: string, lines = 1): string {
  return fitSaid(text, pxOf(width) * 0.86, lines)
}
