// What stands together on a slide of bars: amounts of one kind of time on an axis, and several texts that
// repeat one number as one.

import type { Layouts } from '../deck.ts'

export type Bar = Layouts['bars']['bars'][number]

/** Bars on one axis, in groups of one number; the groups in the order of their first bars. */
export interface BarPanel {
  /** Whether these amounts are still counted. */
  open: boolean
  /** The limit that is a line across these bars. */
  limit?: Bar
  groups: Bar[][]
}

/**
 * The axes of a slide: what is counted within a set time, with its limit, and what is still counted, of which
 * no limit for a set time speaks. A limit with nothing beside it is a bar as the others are.
 */
export function barPanels(bars: readonly Bar[]): BarPanel[] {
  const closed = bars.filter(({ open }) => !open)
  const limit = closed.find((bar) => bar.limit)
  const drawn = closed.length > 1 && limit ? closed.filter((bar) => bar !== limit) : closed
  const open = bars.filter((bar) => bar.open)
  return [
    ...(closed.length > 0
      ? [{ open: false, ...(drawn === closed || !limit ? {} : { limit }), groups: sameNumbers(drawn) }]
      : []),
    ...(open.length > 0 ? [{ open: true, groups: sameNumbers(open) }] : []),
  ]
}

/** Whether something is said across bars that a class should first read: a limit, or one number repeated. */
export function isAnnotated(bars: readonly Bar[]): boolean {
  return barPanels(bars).some(({ limit, groups }) => limit || groups.some(({ length }) => length > 1))
}

function sameNumbers(bars: readonly Bar[]): Bar[][] {
  const groups: Bar[][] = []
  for (const bar of bars) {
    const known = groups.find(([first]) => first && isSame(first.quantity, bar.quantity))
    if (known) known.push(bar)
    else groups.push([bar])
  }
  return groups
}

function isSame(one: Bar['quantity'], other: Bar['quantity']): boolean {
  return one.bound === other.bound && one.low === other.low && one.high === other.high
}
