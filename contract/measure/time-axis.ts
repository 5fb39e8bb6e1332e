// Where dates of reduced precision stand on a time axis, and where their labels go so that none covers
// another.

/** First and last moment (UTC, ms) that a date such as "2024", "2024-06" or "2024-06-18" may mean. */
export function dateExtent(date: string): [number, number] {
  const [year = 0, month, day] = date.split('-').map(Number)
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const to =
    day !== undefined
      ? Date.UTC(year, month! - 1, day + 1)
      : month !== undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1)
  return [from, to - 1]
}

/**
 * Moves places apart until each has `step` to itself, within 0 and `end`, keeping their order and moving as
 * little as two passes can. Where there is not room for all of them they stand at even distances.
 */
export function spread(places: readonly number[], step: number, end: number): number[] {
  if (places.length * step > end)
    return places.map((_, index) => (index * Math.max(0, end - step)) / Math.max(1, places.length - 1))
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(place, moved.length > 0 ? moved.at(-1)! + step : 0))
  let limit = end - step
  for (let index = moved.length - 1; index >= 0; index--) {
    moved[index] = Math.min(moved[index]!, limit)
    limit = moved[index]! - step
  }
  return moved
}

/** Puts spans into as few columns as keep overlapping ones apart; the column of each, from 0. */
export function lanes(spans: readonly (readonly [number, number])[]): number[] {
  const ends: number[] = []
  return spans.map(([from, to]) => {
    const free = ends.findIndex((end) => end < from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = to
    return lane
  })
}

/** A labelled place on a time axis, px. */
export interface Tick {
  at: number
  text: string
}

/**
 * Labels of a time axis: years over more than two of them, else months, each once. Not from Intl, whose short
 * names change with the data of the browser.
 */
export function timeTicks(
  scale: {
    (date: Date): number
    domain(): Date[]
    ticks(count: number): Date[]
  },
  months: readonly string[],
): Tick[] {
  const [from = new Date(0), to = new Date(0)] = scale.domain()
  const years = to.getTime() - from.getTime() > 2.2 * 365 * 864e5
  const format = (tick: Date): string =>
    [...(years ? [] : [months[tick.getUTCMonth()]]), tick.getUTCFullYear()].join(' ')
  return scale
    .ticks(5)
    .filter((tick, index, all) => index === 0 || format(tick) !== format(all[index - 1]!))
    .map((tick) => ({ at: scale(tick), text: format(tick) }))
}

/** Those labels of a level axis that stand within `from` and `to`, clear of each other. */
export function clearTicks(
  ticks: readonly Tick[],
  [from, to]: readonly [number, number],
  width: (text: string) => number,
): Tick[] {
  const kept: Tick[] = []
  for (const tick of ticks) {
    const half = width(tick.text) / 2
    const before = kept.at(-1)
    const free = before ? before.at + width(before.text) / 2 + 16 : from
    if (tick.at - half >= free && tick.at + half <= to) kept.push(tick)
  }
  return kept
}
