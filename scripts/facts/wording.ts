// How dates and figures are worded, in the language of the unit. Everything shown goes through here, so that
// no output words a fact its own way. Not Intl: its texts change with the ICU data of the Node version, and
// builds must give the same bytes everywhere.

import type { Quantity, When } from './fact-schema.ts'
import type { PartialDate } from './ids.ts'
import type { QuantityView } from '../../contract/fact-view.ts'
import { messagesFor, type Messages } from '../../contract/messages/registry.ts'
import { fill, inForm } from '../../contract/messages/wording.ts'

/**
 * "23 November 2024", "November 2024" or "2024". `of`: as it stands after "since", where a language inflects
 * the month.
 */
export function wordDate(date: PartialDate, messages: Messages = messagesFor(), of = false): string {
  const { facts: words } = messages
  const [year, month, day] = date.split('-')
  const names = day || of ? words.monthsOf : words.months
  return [
    day ? fill(words.day, { n: Number(day) }) : undefined,
    month ? names[Number(month) - 1] : undefined,
    year,
  ]
    .filter(Boolean)
    .join(' ')
}

const seasons: Record<string, keyof Messages['facts']['seasons']> = {
  '03-05': 'spring',
  '06-08': 'summer',
  '09-11': 'autumn',
  '12-02': 'winter',
}

/** "since March 2024", "until June 2024", "18 June 2024", "April to June 2024", "autumn 2022". */
export function wordWhen(when: When, messages: Messages = messagesFor()): string {
  const worded = wordPeriod(when, messages)
  return when.inferred ? fill(messages.facts.inferred, { date: worded }) : worded
}

function wordPeriod({ from, to, precision }: When, messages: Messages): string {
  const { facts: words } = messages
  if (from === undefined) return fill(words.until, { date: wordDate(to ?? '', messages, true) })
  if (to === undefined) return fill(words.since, { date: wordDate(from, messages, true) })
  if (precision === 'season') {
    const season = seasons[`${from.slice(5, 7)}-${to.slice(5, 7)}`]
    if (season) return `${words.seasons[season]} ${from.slice(0, 4)}`
  }
  if (from === to) return wordDate(from, messages)
  const end = wordDate(to, messages)
  if (from.length === 10 && to.length === 10 && from.slice(0, 7) === to.slice(0, 7))
    return fill(words.days, { from: Number(from.slice(8)), to: end })
  const start = wordDate(from, messages)
  const oneYear = from.length > 4 && to.length > 4 && from.slice(0, 4) === to.slice(0, 4)
  return fill(words.dates, { from: oneYear ? start.slice(0, -5) : start, to: end })
}

/** Digits in groups of three; from a million on in words: "1.5 million". */
function wordNumber(value: number, messages: Messages): string {
  const { facts: words, language } = messages
  const sign = value < 0 ? '−' : ''
  for (const [size, name] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    const scaled = Math.abs(value) / size
    if (scaled >= 1 && Number.isInteger(Math.round(scaled * 1e6) / 1e4))
      return sign + fill(inForm(words[name], scaled, language.tag), { n: digitGroups(scaled, messages) })
  }
  return sign + digitGroups(Math.abs(value), messages)
}

/** Digits in groups of three, at most six after the point: "1,000,000", "43.5". */
export function digitGroups(value: number, messages: Messages = messagesFor()): string {
  const { facts: words } = messages
  const [whole = '', fraction] = String(Math.round(value * 1e6) / 1e6).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, words.thousands)
  return fraction ? `${grouped}${words.decimal}${fraction}` : grouped
}

/**
 * A quantity with its hedge kept. `low` and `high` are what the wording allows: "more than" has no high end,
 * "up to" and "less than" no low end, "about" and "almost" are drawn at their figure.
 */
export function quantityView(quantity: Quantity, messages: Messages = messagesFor()): QuantityView {
  const { facts: words } = messages
  const { label, unit, bound, value } = quantity
  const bounded = (n: string): string => fill(words.bounds[bound], { n })
  if (value === undefined) {
    const [low, high] = [quantity.low ?? 0, quantity.high ?? 0]
    const range = fill(words.range, { low: wordNumber(low, messages), high: wordNumber(high, messages) })
    const figure = quantity.display ?? bounded(range)
    return { label, text: `${figure} ${unit}`, figure, low, high, unit, bound: 'range' }
  }
  const figure = quantity.display ?? bounded(wordNumber(value, messages))
  return {
    label,
    text: quantity.display?.includes(unit) ? figure : `${figure} ${unit}`,
    figure,
    ...(bound === 'upTo' || bound === 'lessThan' ? {} : { low: value }),
    ...(bound === 'atLeast' || bound === 'moreThan' ? {} : { high: value }),
    unit,
    bound,
  }
}
