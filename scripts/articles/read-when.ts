// Dates of a passage as calendar dates: "on Wednesday" and "last year" count from the day of the article.

import type { DateToken, Language } from '../languages/language.ts'

/** A time that a passage tells, in the terms of a fact. */
export interface ReadWhen {
  from?: string
  to?: string
  precision: 'day' | 'week' | 'month' | 'season' | 'year'
  /** How a relative date was resolved, and from what; absent where the passage gives it in full. */
  resolved?: string
  /** The words, in UTF-16 units of the passage. */
  start: number
  end: number
  text: string
}

/** A time that cannot be resolved, since the article bears no date that is exact enough. */
export interface UnreadWhen {
  text: string
  start: number
  end: number
  /** What the date of the article would have to be known to. */
  needs: 'day' | 'month' | 'year'
}

/**
 * The times that a passage tells, in its order.
 * @param published when the article appeared (2024, 2024-06 or 2024-06-18); absent: undated.
 * @param planned what is told is still to come: "in March" is the next one.
 */
export function readWhen(
  passage: string,
  language: Language,
  published: string | undefined,
  planned = false,
): { dates: ReadWhen[]; open: UnreadWhen[] } {
  const dates: ReadWhen[] = []
  const open: UnreadWhen[] = []
  const taken: { start: number; end: number }[] = []
  for (const relative of language.claims?.relativeDates ?? []) {
    for (const match of passage.matchAll(new RegExp(relative.words, 'gi'))) {
      const at = { start: match.index, end: match.index + match[0].length, text: match[0] }
      if (taken.some((each) => each.start < at.end && at.start < each.end)) continue
      taken.push(at)
      const count = countOf(match.groups?.['n'], language)
      if (count === undefined) continue
      const resolved = fromDay(relative, count, published)
      if (resolved === undefined)
        open.push({ ...at, needs: relative.unit === 'week' ? 'day' : relative.unit })
      else dates.push({ ...resolved, ...at, resolved: `“${match[0]}”, counted from ${published}` })
    }
  }
  const tokens = language
    .readTokens(passage)
    .dates.filter((token) => !taken.some((each) => each.start < token.end && token.start < each.end))
  for (const token of withYears(tokens, passage, dates)) {
    const at = { start: token.start, end: token.end, text: token.text }
    const before = passage.slice(0, token.start)
    const day = dayOf(token, before, language, published, planned)
    if (day === undefined) {
      if (token.month !== undefined || token.name !== undefined)
        open.push({ ...at, needs: weekdays.includes(token.name ?? '') ? 'day' : 'month' })
      continue
    }
    const { since, until } = language.claims ?? {}
    const { first, last, ...rest } = day
    if (since?.test(before)) dates.push({ ...rest, from: first, ...at })
    else if (until?.test(before)) dates.push({ ...rest, to: last, ...at })
    else dates.push({ ...rest, from: first, to: last, ...at })
  }
  return {
    dates: joined(
      dates.toSorted((a, b) => a.start - b.start),
      passage,
    ),
    open,
  }
}

/** "The fall of 2022" and "September last year" are one date each. */
function withYears(tokens: readonly DateToken[], passage: string, relative: ReadWhen[]): DateToken[] {
  const whole: DateToken[] = []
  for (const token of tokens) {
    const before = whole.at(-1)
    const between = before && passage.slice(before.end, token.start)
    if (
      before &&
      before.year === undefined &&
      token.year !== undefined &&
      token.month === undefined &&
      /^,? (?:of )?$/.test(between ?? '')
    )
      whole.splice(-1, 1, {
        ...before,
        year: token.year,
        end: token.end,
        text: passage.slice(before.start, token.end),
      })
    else whole.push(token)
  }
  return whole.map((token) => {
    const at = relative.findIndex(
      ({ precision, start }) =>
        precision === 'year' && start >= token.end && /^,? ?$/.test(passage.slice(token.end, start)),
    )
    const year = relative[at]
    if (token.year !== undefined || token.month === undefined || year?.from === undefined) return token
    relative.splice(at, 1)
    return { ...token, year: Number(year.from), end: year.end, text: passage.slice(token.start, year.end) }
  })
}

/** "From March to June": one time. */
function joined(dates: readonly ReadWhen[], passage: string): ReadWhen[] {
  const result: ReadWhen[] = []
  for (const date of dates) {
    const before = result.at(-1)
    if (
      before?.from !== undefined &&
      before.to === undefined &&
      date.to !== undefined &&
      date.start - before.end < 12 &&
      !/[.;]/.test(passage.slice(before.end, date.start)) &&
      date.to >= before.from
    )
      result.splice(-1, 1, {
        ...before,
        to: date.to,
        end: date.end,
        text: passage.slice(before.start, date.end),
        ...(date.resolved ? { resolved: [before.resolved, date.resolved].filter(Boolean).join('; ') } : {}),
      })
    else result.push(date)
  }
  return result
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
/** First and last month of each; winter ends in the next year. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 2],
}

interface Day {
  first: string
  last: string
  precision: ReadWhen['precision']
  resolved?: string
}

function dayOf(
  { day, month, year, name, text }: DateToken,
  before: string,
  { claims }: Language,
  published: string | undefined,
  planned: boolean,
): Day | undefined {
  const resolved = { resolved: `“${text}”, counted from ${published}` }
  if (name !== undefined && weekdays.includes(name)) {
    if (published?.length !== 10) return undefined
    const from = utc(published)
    const wanted = weekdays.indexOf(name)
    const forward = claims?.next.test(before) || (planned && !claims?.last.test(before))
    // "Last Wednesday" of an article of a Wednesday is the one before.
    const same = claims?.last.test(before) || forward ? 7 : 0
    const apart = forward
      ? (wanted - from.getUTCDay() + 7) % 7 || same
      : -((from.getUTCDay() - wanted + 7) % 7 || same)
    const found = iso(addDays(from, apart))
    return { first: found, last: found, precision: 'day', ...resolved }
  }
  const season = seasons[name ?? '']
  if (season) {
    const base =
      year ?? (published === undefined || published.length === 4 ? undefined : Number(published.slice(0, 4)))
    if (base === undefined) return undefined
    const [from, to] = season
    const past =
      year === undefined && published !== undefined && !planned && `${base}-${two(from)}` > published
    const shift =
      year === undefined && claims?.last.test(before)
        ? past
          ? -1
          : published!.slice(5, 7) >= two(from) && published!.slice(5, 7) <= two(to)
            ? -1
            : 0
        : past
          ? -1
          : 0
    const start = base + shift
    return {
      first: `${start}-${two(from)}`,
      last: `${from > to ? start + 1 : start}-${two(to)}`,
      precision: 'season',
      ...(year === undefined ? resolved : {}),
    }
  }
  if (month === undefined)
    return year === undefined ? undefined : { first: `${year}`, last: `${year}`, precision: 'year' }
  const partial = `${two(month)}${day === undefined ? '' : `-${two(day)}`}`
  const precision = day === undefined ? 'month' : 'day'
  if (year !== undefined) return { first: `${year}-${partial}`, last: `${year}-${partial}`, precision }
  if (published === undefined) return undefined
  const base = Number(published.slice(0, 4))
  // A year alone does not say whether March is past.
  if (published.length === 4) return undefined
  const sooner = partial.slice(0, published.length - 5) > published.slice(5)
  const later = partial.slice(0, published.length - 5) < published.slice(5)
  const shift = planned || claims?.next.test(before) ? (later ? 1 : 0) : sooner ? -1 : 0
  const found = `${base + shift}-${partial}`
  return { first: found, last: found, precision, ...resolved }
}

function countOf(words: string | undefined, { readTokens }: Language): number | undefined {
  if (words === undefined) return 1
  const figure = readTokens(words).figures[0]
  // "Several years ago" is no date.
  return figure && figure.values.length === 1 ? figure.values[0] : undefined
}

function fromDay(
  { unit, offset, until }: { unit: 'day' | 'week' | 'month' | 'year'; offset: number; until?: 'now' },
  count: number,
  published: string | undefined,
): Pick<ReadWhen, 'from' | 'to' | 'precision'> | undefined {
  const needed = { day: 10, week: 10, month: 7, year: 4 }[unit]
  if (published === undefined || published.length < needed || !Number.isInteger(count)) return undefined
  const steps = offset * count
  const of = (date: string): { from: string; to: string; precision: 'day' | 'week' | 'month' | 'year' } => ({
    from: date,
    to: date,
    precision: unit,
  })
  const there = ((): { from: string; to: string; precision: 'day' | 'week' | 'month' | 'year' } => {
    if (unit === 'year') return of(`${Number(published.slice(0, 4)) + steps}`)
    if (unit === 'month') {
      const months = Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1 + steps
      return of(`${Math.floor(months / 12)}-${two((months % 12) + 1)}`)
    }
    const day = addDays(utc(published), unit === 'week' ? steps * 7 : steps)
    if (unit === 'day') return of(iso(day))
    const monday = addDays(day, -((day.getUTCDay() + 6) % 7))
    return { from: iso(monday), to: iso(addDays(monday, 6)), precision: 'week' }
  })()
  if (until === undefined) return there
  return { from: there.from, to: published.slice(0, there.from.length), precision: there.precision }
}

function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
