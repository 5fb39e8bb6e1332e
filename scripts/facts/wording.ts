// How dates, figures and attributions are worded in English. Everything shown goes through here, so that no output words a fact its own way.

import type { Quantity, When } from './fact-schema.ts'
import type { PartialDate } from './ids.ts'
import type { QuantityView } from './view.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

// Not Intl: its texts change with the ICU data of the Node version, and builds must give the same bytes everywhere.
/** "23 November 2024", "November 2024" or "2024". */
export function wordDate(date: PartialDate): string {
  const [year, month, day] = date.split('-')
  return [day ? String(Number(day)) : undefined, month ? months[Number(month) - 1] : undefined, year]
    .filter(Boolean)
    .join(' ')
}

const seasons: Record<string, string> = {
  '03-05': 'spring',
  '06-08': 'summer',
  '09-11': 'autumn',
  '12-02': 'winter',
}

/** "since March 2024", "until June 2024", "18 June 2024", "April to June 2024", "autumn 2022". */
export function wordWhen({ from, to, precision }: When): string {
  if (from === undefined) return `until ${wordDate(to ?? '')}`
  if (to === undefined) return `since ${wordDate(from)}`
  if (precision === 'season') {
    const season = seasons[`${from.slice(5, 7)}-${to.slice(5, 7)}`]
    if (season) return `${season} ${from.slice(0, 4)}`
  }
  if (from === to) return wordDate(from)
  const [start, end] = [wordDate(from), wordDate(to)]
  const [, startMonth, startYear] = /^(?:\d+ )?(\D+) (\d{4})$/.exec(start) ?? []
  const [, endMonth, endYear] = /^(?:\d+ )?(\D+) (\d{4})$/.exec(end) ?? []
  if (from.length === 10 && to.length === 10 && startMonth === endMonth && startYear === endYear)
    return `${Number(from.slice(8))}–${end}`
  return startYear !== undefined && startYear === endYear
    ? `${start.slice(0, -5)} to ${end}`
    : `${start} to ${end}`
}

/** Digits in groups of three; from a million on in words: "1.5 million". Not Intl, for the reason given above. */
function wordNumber(value: number): string {
  for (const [size, name] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    const scaled = Math.abs(value) / size
    if (scaled >= 1 && Number.isInteger(Math.round(scaled * 1e6) / 1e4))
      return `${value < 0 ? '−' : ''}${digitGroups(scaled)} ${name}`
  }
  return `${value < 0 ? '−' : ''}${digitGroups(Math.abs(value))}`
}

/** Digits in groups of three, at most six after the point: "1,000,000", "43.5". */
export function digitGroups(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 1e6) / 1e6).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction ? `${grouped}.${fraction}` : grouped
}

const bounds = {
  exact: '',
  atLeast: 'at least ',
  moreThan: 'more than ',
  upTo: 'up to ',
  almost: 'almost ',
  about: 'about ',
}

/**
 * A quantity with its hedge kept. `low` and `high` are what the wording allows: "more than" has no high end, "up to" no low end,
 * "about" and "almost" are drawn at their figure.
 */
export function quantityView(quantity: Quantity): QuantityView {
  const { label, unit, bound, value } = quantity
  if (value === undefined) {
    const [low, high] = [quantity.low ?? 0, quantity.high ?? 0]
    const figure = quantity.display ?? `${bounds[bound]}${wordNumber(low)} to ${wordNumber(high)}`
    return { label, text: `${figure} ${unit}`, figure, low, high, unit, bound: 'range' }
  }
  const figure = quantity.display ?? `${bounds[bound]}${wordNumber(value)}`
  return {
    label,
    text: quantity.display?.includes(unit) ? figure : `${figure} ${unit}`,
    figure,
    ...(bound === 'upTo' ? {} : { low: value }),
    ...(bound === 'atLeast' || bound === 'moreThan' ? {} : { high: value }),
    unit,
    bound,
  }
}
