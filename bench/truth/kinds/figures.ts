// Figures, dates, what is counted, and bounds. The record follows the statement, as it would where somebody
// read the article wrongly.

import type { Fact, Quantity } from '../../../scripts/facts/fact-schema.ts'
import { hasStem, likeCase, replaceEach, retold, type Kind, type Subject } from '../mutation.ts'

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
)
const monthPattern = months.join('|')
const numerals = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Figures that count something: no years, no days of a month, no part of a name such as S-400. */
const figure = new RegExp(
  `(?<![\\p{L}\\d.,:-])(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)(?![\\d,:]*\\d|-\\p{L}| (?:${monthPattern})\\b)`,
  'gu',
)

export const figureChanged: Kind = {
  id: 'figure-changed',
  what: 'a figure changed, in the record too',
  make: ({ fact, passage }) => [
    ...changedFigures(fact, passage),
    ...replaceEach(
      fact.statement,
      /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! of | who| another)/gi,
      (match) => {
        const other = numerals[(numerals.indexOf(match[0].toLowerCase()) + 3) % numerals.length]!
        return new RegExp(`\\b${other}\\b`, 'i').test(passage) ? undefined : likeCase(match[0], other)
      },
    ).map((statement) => retold(fact, statement, [], { quantities: [] })),
  ],
}

function changedFigures(fact: Fact, passage: string): Fact[] {
  return [...fact.statement.matchAll(figure)].flatMap((match) => {
    const before = fact.statement.slice(0, match.index)
    const old = Number(match[0].replaceAll(',', ''))
    if (/^(1[5-9]\d\d|20\d\d)$/.test(match[0])) return []
    if (new RegExp(`(${monthPattern}) $`).test(before)) return []
    const changed = [old * 10, old + 10 ** (String(Math.trunc(old)).length - 1)].find(
      (value) => !passage.includes(written(value, match[0])),
    )
    if (changed === undefined) return []
    const other = written(changed, match[0])
    const statement = before + other + fact.statement.slice(match.index + match[0].length)
    const scale = changed / old
    const quantities = fact.quantities.map((quantity) =>
      quantity.value === undefined || !sameDigits(quantity.value, old) ? quantity : scaled(quantity, scale),
    )
    return [retold(fact, statement, [[match[0], other]], { quantities })]
  })
}

function written(value: number, like: string): string {
  return like.includes(',') || value >= 10_000 ? value.toLocaleString('en') : String(value)
}

/** 2 million is recorded as 2000000 and written with a 2. */
function sameDigits(recorded: number, writtenValue: number): boolean {
  return [1, 1e3, 1e6, 1e9].some((unit) => Math.abs(recorded - writtenValue * unit) < 1e-9)
}

function scaled(quantity: Quantity, scale: number): Quantity {
  return { ...quantity, value: quantity.value! * scale }
}

/** "06" */
function two(value: number | string): string {
  return String(value).padStart(2, '0')
}

const dated = new RegExp(
  `(?<![\\p{L}\\d,.-])(?:(?<day>\\d{1,2}) )?(?:(?<month>${monthPattern}) )?(?<year>1[5-9]\\d\\d|20\\d\\d)(?![\\d-])`,
  'gu',
)

export const dateChanged: Kind = {
  id: 'date-changed',
  what: 'a day, month or year changed, in the record too',
  make: ({ fact, passage }) => {
    const changes: Fact[] = []
    const add = (from: string, to: string, iso: (date: string) => string): void => {
      if (passage.includes(to.split(' ')[0]!)) return
      const moved = (date: string | undefined): string | undefined =>
        date === undefined ? undefined : iso(date)
      const when =
        fact.when && ({ ...fact.when, from: moved(fact.when.from), to: moved(fact.when.to) } as Fact['when'])
      changes.push(
        retold(
          fact,
          fact.statement.replace(from, () => to),
          [[from, to]],
          when ? { when } : {},
        ),
      )
    }
    for (const match of fact.statement.matchAll(dated)) {
      const { day, month, year } = match.groups as Record<'day' | 'month' | 'year', string | undefined>
      const other = String(Number(year) - 2)
      if (!fact.statement.includes(other))
        add(match[0], match[0].replace(year!, other), (date) => date.replace(year!, other))
      if (month !== undefined) {
        const place = months.indexOf(month)
        const next = months[(place + 5) % 12]!
        add(`${month} ${year}`, `${next} ${year}`, (date) =>
          date.replace(`-${two(place + 1)}`, `-${two(((place + 5) % 12) + 1)}`),
        )
      }
      if (day !== undefined) {
        const next = String((Number(day) % 27) + 1)
        add(`${day} ${month}`, `${next} ${month}`, (date) =>
          date.replace(new RegExp(`-${two(day)}$`), `-${two(next)}`),
        )
      }
    }
    return changes
  },
}

const units: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bbarrels\b/, ['litres', 'tankers']],
  [/\b(tons|tonnes)\b/, ['barrels', 'gallons']],
  [/\b(kilometres|kilometers|km|miles)\b/, ['metres', 'acres']],
  [/\b(metres|meters|feet)\b/, ['kilometres', 'inches']],
  [/\b(crowns|dollars|euros|pounds)\b/, ['shares', 'roubles']],
  [/\b(litres|liters|gallons)\b/, ['barrels', 'bottles']],
  [/\b(hours|minutes)\b/, ['weeks', 'seconds']],
  [/\b(days|weeks|months)\b/, ['years', 'hours']],
  [/\byears\b/, ['months', 'days']],
  [/\b(per cent|percent|%)/, ['points', 'pupils']],
  [
    /\b(soldiers|troops|people|workers|visitors|deaths|patients|residents)\b/,
    ['horses', 'officers', 'pupils'],
  ],
  [/\bcontainers\b/, ['aircraft', 'wagons']],
  [/\b(trips|journeys|voyages)\b/, ['shipyards', 'hours']],
  [/\bshells\b/, ['rifles', 'helmets']],
  [/\bdrones\b/, ['tanks', 'helmets']],
]
const counted =
  /(?<![\p{L}\d-])(?:(?!(?:1[5-9]|20)\d\d\b)\d[\d,.]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions|million|billion))(?: (?:million|billion|thousand|of|mm|\p{Lu}\p{Ll}+))*(?: (?!was|is|has)[\p{Ll}-]+)? (?<noun>\p{Ll}{2,}s|per cent|people|aircraft)\b/gu

export const nounChanged: Kind = {
  id: 'noun-by-figure',
  what: 'the unit or noun beside a figure changed',
  make: ({ fact, passage }) =>
    [...fact.statement.matchAll(counted)].flatMap((match) => {
      const noun = match.groups!['noun']!
      if (/^(was|is|has|says|its|this|plus)$/.test(noun) || / (?:to|in|and|by|a|the|year) /.test(match[0]))
        return []
      const others = units.find(([pattern]) => pattern.test(noun))?.[1] ?? ['boxes', 'helmets', 'gardens']
      const other = others.find((word) => !hasStem(passage, word))
      if (other === undefined) return []
      const changed = match[0].slice(0, match[0].length - noun.length) + other
      const quantities = fact.quantities.map((quantity) => ({
        ...quantity,
        unit: quantity.unit.replace(noun, other),
        label: quantity.label.replace(noun, other),
      }))
      return [
        retold(
          fact,
          fact.statement.slice(0, match.index) +
            changed +
            fact.statement.slice(match.index + match[0].length),
          [[noun, other]],
          { quantities },
        ),
      ]
    }),
}

const bound =
  /\b(more than|over|above|at least|less than|fewer than|under|below|up to|at most|almost|nearly|about|around|approximately|roughly|some|close to|well over) (?=(?:a |an )?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|half\b|quarter\b|million|thousand|hundred|dozen))/gi

export const boundDropped: Kind = {
  id: 'bound-dropped',
  what: '“more than”, “up to”, “about” dropped, in the record too',
  make: (subject) => withBound(subject, () => '', 'exact'),
}

const turned: readonly (readonly [RegExp, string, Quantity['bound']])[] = [
  [/^(more than|over|above|at least|well over)$/i, 'less than', 'almost'],
  [/^(less than|fewer than|under|below|up to|at most)$/i, 'at least', 'atLeast'],
  [/^(almost|nearly|close to)$/i, 'more than', 'moreThan'],
  [/^(about|around|approximately|roughly)$/i, 'far more than', 'moreThan'],
]

export const boundTurned: Kind = {
  id: 'bound-turned',
  what: 'a bound turned round, in the record too',
  make: (subject) =>
    turned.flatMap(([pattern, other, kept]) =>
      withBound(subject, (word) => (pattern.test(word) ? likeCase(word, `${other} `) : undefined), kept),
    ),
}

function withBound(
  { fact }: Subject,
  turn: (bound: string) => string | undefined,
  kept: Quantity['bound'],
): Fact[] {
  return [...fact.statement.matchAll(bound)].flatMap((match) => {
    const other = turn(match[1]!)
    if (other === undefined) return []
    const end = match.index + match[0].length
    const statement = fact.statement.slice(0, match.index) + other + fact.statement.slice(end)
    const quantities = fact.quantities.map((quantity) =>
      quantity.bound === 'exact' ? quantity : { ...quantity, bound: kept },
    )
    return [retold(fact, statement, [[match[0], other]], { quantities })]
  })
}
