// Reads what of a sentence can be checked word for word: its figures, dates and proper names. Both sides, a
// statement and the text that supports it, are read by the same eyes, so that "over one million" and "more
// than 1,000,000" meet. What differs from language to language is the grammar that is passed in.

import { foldTypography } from './fold-text.ts'
import type { Bound, DateToken, Figure, Name, Span, Tokens } from './language.ts'
import type { Numerals } from './numerals.ts'
import { remember } from './remember.ts'

export interface Word extends Span {
  /** Lower-case, apostrophes straight. */
  lower: string
}

/** A number in words: what it may mean, and its last word. */
export interface NumberWords {
  values: number[]
  last: number
  /** "one", "half": too common to be asked for. */
  weak: boolean
}

export interface TokenGrammar {
  numerals: Numerals
  /** What makes a numeral an ordinal, as the source of a regular expression: "th". */
  ordinalEnding?: string
  /** Words after a numeral that multiply it: "million". */
  scales: ReadonlyMap<string, number>
  /**
   * A number that begins with the word `from`.
   * @param next the word at an index, lower-case, where only a blank or hyphen parts it from the one before;
   * else ''.
   */
  numberWords(words: readonly Word[], from: number, next: (index: number) => string): NumberWords | undefined
  /** Months by their forms, lower-case: 1 to 12. */
  months: ReadonlyMap<string, number>
  /** Whether months are written with a capital letter. */
  monthsCapital: boolean
  /** Whether a month that stands without day and year is one. */
  isMonth?(words: readonly Word[], index: number): boolean
  /** Weekdays and seasons by their forms, lower-case, each with its one name. */
  named: ReadonlyMap<string, string>
  isNamed?(words: readonly Word[], index: number): boolean
  /** A word that may stand between day and month: "the 18th of June". */
  dayLink?: string
  /** What may stand between a day and a month that follows it. */
  dayToMonth: RegExp
  /** What may stand between a month and a day that follows it; left out where none does. */
  monthToDay?: RegExp
  /** What may stand between day or month and the year. */
  toYear: RegExp
  /** Dates in figures at the start of a text: groups `day`, `month` and `year`. */
  datesInFigures?: readonly RegExp[]
  /** Words between two figures that share the scale of the second; left out where only a dash does. */
  inRange?: string
  /** What makes hundredths of a figure before it, as the source of a regular expression. */
  hundredths?: string
  bounds: BoundGrammar
  isName(word: Word, words: readonly Word[], index: number): boolean
  /** A name without its ending: "Quill’s". */
  bareName?(text: string): string
}

/**
 * Words that bound a figure, as sources of regular expressions, in the order in which they are looked for:
 * "no more than" is not "more than".
 */
interface BoundGrammar {
  before: readonly (readonly [Bound, string])[]
  after: readonly (readonly [Bound, string])[]
  /** What may stand between such a word and the figure: an article, a currency. */
  between?: string
  /** What may stand between the figure and a word after it: what is counted. */
  counted?: string
}

/** The reader of figures, dates and names that a grammar makes. */
export function tokenReader(grammar: TokenGrammar): (text: string) => Tokens {
  const wordPattern = new RegExp(
    [
      // "U.S.", "18th", "S-400", "1,000.5", "7", "Bakery’s", "MI6". Other hyphens part words: "UN-imposed" is
      // two.
      String.raw`(?:\p{Lu}\.){2,}`,
      ...(grammar.ordinalEnding
        ? [String.raw`\p{Nd}+(?:${grammar.ordinalEnding})(?![\p{L}\p{M}\p{N}])`]
        : []),
      String.raw`\p{Lu}[\p{L}\p{M}\p{Nd}]*[-‑](?!(?:19|20)\d\d(?!\p{Nd}))\p{Nd}[\p{L}\p{Nd}]*`,
      grammar.numerals.pattern,
      String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{Nd}]*(?:['’][\p{L}\p{M}]+)*`,
    ].join('|'),
    'gu',
  )
  const ordinal = grammar.ordinalEnding ? new RegExp(`(?:${grammar.ordinalEnding})$`, 'iu') : undefined
  const numeral = (word: Word | undefined): number | undefined =>
    word && opensWithDigit(word.text)
      ? grammar.numerals.read(ordinal ? word.text.replace(ordinal, '') : word.text)
      : undefined
  const boundAround = boundReader(grammar.bounds)
  const inOneScale = scaleSharer(grammar)
  // "60 per cent" are three fifths as well.
  const hundredths = grammar.hundredths
    ? new RegExp(`^[\\s-]?(?:${grammar.hundredths})(?![\\p{L}\\p{M}\\p{N}])`, 'iu')
    : undefined

  return remember((original: string): Tokens => {
    const text = foldTypography(original)
    const words = Array.from(text.matchAll(wordPattern), (match): Word => ({
      text: match[0],
      lower: match[0].toLowerCase().replaceAll(/[‘’ʼ]/g, "'"),
      start: match.index,
      end: match.index + match[0].length,
    }))
    const taken = new Set<number>()
    const dates = readDates(text, words, taken, grammar, numeral)
    const figures = inOneScale(readFigures(text, words, taken, grammar, numeral), text).map(
      (figure): Figure => ({
        ...figure,
        ...(hundredths?.test(text.slice(figure.end, figure.end + 12))
          ? { values: [...figure.values, ...figure.values.map((value) => value / 100)] }
          : {}),
        ...boundAround(text, figure.start, figure.end),
      }),
    )
    const names = words.flatMap((word, index): Name[] =>
      taken.has(index) || !grammar.isName(word, words, index)
        ? []
        : [
            {
              kind: 'name',
              text: (grammar.bareName?.(word.text) ?? word.text).replaceAll('.', ''),
              start: word.start,
              end: word.end,
              first: opensSentence(text, word),
            },
          ],
    )
    if (text !== original) for (const token of [...figures, ...dates]) asWritten(token, original)
    return { figures, dates, names }
  }, kept)
}

/** "3.2 to 3.8 million": the first may be millions, too, or 3.2. */
function scaleSharer({
  inRange = '(?!)',
  numerals,
}: TokenGrammar): (figures: readonly Figure[], text: string) => readonly Figure[] {
  const link = new RegExp(`^\\s*(?:${inRange}|[-–—])\\s*(?:\\p{Sc}\\s*)?$`, 'iu')
  return (figures, text) =>
    figures.length < 2
      ? figures
      : figures.map((figure, index) => {
          const next = figures[index + 1]
          if (!next || !onlyDigits.test(figure.text)) return figure
          const digits = digitsBeforeWord.exec(next.text)?.[0]
          if (digits === undefined || !link.test(text.slice(figure.end, next.start))) return figure
          const counted = numerals.read(digits) ?? 0
          const scale = counted > 0 ? next.values[0]! / counted : 1
          if (scale < 1000) return figure
          // 3.2 times a million, without what lies behind the last digit of a double.
          const scaled = figure.values.map((value) => Number((value * scale).toPrecision(12)))
          return { ...figure, values: [...figure.values, ...scaled] }
        })
}

const onlyDigits = /^[\p{Nd}.,]+$/u
const digitsBeforeWord = /^[\p{Nd}.,]+(?=\s\p{L})/u

/** Rules read the same texts one after another: those of a unit of some hundred facts are all kept. */
const kept = 4096

/** Gives a token the words that the author wrote, for messages. */
function asWritten(token: Span, original: string): void {
  token.text = original.slice(token.start, token.end)
  if ('hedge' in token) asWritten(token.hedge as Span, original)
}

/** Nearly every word begins with an ASCII character, which needs no look at the tables of Unicode. */
function opensWithDigit(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 0x80 ? code >= 0x30 && code <= 0x39 : /^\p{Nd}/u.test(word)
}

function opensWithCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(word)
}

type Numeral = (word: Word | undefined) => number | undefined

function isYear(word: Word | undefined, numeral: Numeral): boolean {
  const year =
    word && opensWithDigit(word.text) && /^\p{Nd}{4}(?![\p{Nd}.,])/u.test(word.text)
      ? numeral(word)
      : undefined
  return year !== undefined && year >= 1500 && year < 2200
}

const isoDate = /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?/

function readDates(
  text: string,
  words: readonly Word[],
  taken: Set<number>,
  grammar: TokenGrammar,
  numeral: Numeral,
): DateToken[] {
  const dates: DateToken[] = []
  const take = (from: number, to: number, parts: Omit<DateToken, 'kind' | keyof Span>): void => {
    const start = words[from]!.start
    const end = words[to]!.end
    dates.push({ kind: 'date', text: text.slice(start, end), start, end, ...parts })
    for (let index = from; index <= to; index++) taken.add(index)
  }
  const dayOf = (word: Word | undefined): number | undefined => {
    const value = numeral(word)
    return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 31 ? value : undefined
  }
  const between = (a: Word | undefined, b: Word | undefined): string =>
    a && b ? text.slice(a.end, b.start) : '-'
  for (let index = 0; index < words.length; index++) {
    if (taken.has(index)) continue
    const word = words[index]!
    const inFigures = dateInFigures(text, words, index, grammar.datesInFigures)
    if (inFigures) {
      take(index, inFigures.last, inFigures.parts)
      continue
    }
    const month =
      !grammar.monthsCapital || opensWithCapital(word.text) ? grammar.months.get(word.lower) : undefined
    if (month !== undefined) {
      const dayAt = grammar.dayLink && words[index - 1]?.lower === grammar.dayLink ? index - 2 : index - 1
      const before = dayOf(words[dayAt])
      const next = words[index + 1]
      const hasBefore =
        before !== undefined && !taken.has(dayAt) && grammar.dayToMonth.test(between(words[dayAt], word))
      const afterDay =
        !hasBefore && !isYear(next, numeral) && grammar.monthToDay?.test(between(word, next))
          ? dayOf(next)
          : undefined
      const yearAt = afterDay === undefined ? index + 1 : index + 2
      const year =
        isYear(words[yearAt], numeral) && grammar.toYear.test(between(words[yearAt - 1], words[yearAt]))
          ? numeral(words[yearAt])
          : undefined
      const alone = !hasBefore && afterDay === undefined && year === undefined
      if (alone && grammar.isMonth && !grammar.isMonth(words, index)) continue
      const day = hasBefore ? before : afterDay
      take(
        hasBefore ? dayAt : index,
        year !== undefined ? yearAt : afterDay !== undefined ? index + 1 : index,
        {
          month,
          ...(day !== undefined ? { day } : {}),
          ...(year !== undefined ? { year } : {}),
        },
      )
      continue
    }
    const name = grammar.named.get(word.lower)
    if (name !== undefined) {
      if (!grammar.isNamed || grammar.isNamed(words, index)) take(index, index, { name })
      continue
    }
    const year = isYear(word, numeral) ? numeral(word) : undefined
    if (year !== undefined && !/[$€£]\s*$/.test(nearBefore(text, word.start))) take(index, index, { year })
  }
  return dates.toSorted((a, b) => a.start - b.start)
}

/** A date in figures that begins at a word and ends with one. */
function dateInFigures(
  text: string,
  words: readonly Word[],
  from: number,
  patterns: readonly RegExp[] = [],
): { last: number; parts: Pick<DateToken, 'day' | 'month' | 'year'> } | undefined {
  const { start, text: word } = words[from]!
  if (word < '0' || word >= ':') return undefined
  for (const pattern of [isoDate, ...patterns]) {
    const match = pattern.exec(text.slice(start, start + 12))
    const [day, month, year] = (['day', 'month', 'year'] as const).map((part) => {
      const value = match?.groups?.[part]
      return value === undefined ? undefined : Number(value)
    })
    if (!match || month === undefined || month < 1 || month > 12) continue
    if (day !== undefined && (day < 1 || day > 31)) continue
    if (year !== undefined && (year < 1500 || year >= 2200)) continue
    const end = start + match[0].length
    let last = from
    while (last + 1 < words.length && words[last + 1]!.start < end) last++
    // A point may close the date: "18.6."
    if (words[last]!.end > end || text.slice(words[last]!.end, end).replace('.', '') !== '') continue
    return {
      last,
      parts: {
        month,
        ...(day === undefined ? {} : { day }),
        ...(year === undefined ? {} : { year }),
      },
    }
  }
  return undefined
}

function readFigures(
  text: string,
  words: readonly Word[],
  taken: Set<number>,
  { scales, numberWords }: TokenGrammar,
  numeral: Numeral,
): Figure[] {
  const next = (index: number): string => {
    const word = words[index]
    const before = words[index - 1]
    if (!word || !before || taken.has(index)) return ''
    return /^[ \u00A0\u202F\-‑]$/.test(text.slice(before.end, word.start)) ? word.lower : ''
  }
  // "S-400", "F-16": the letter before makes it a name, which is one word; "152mm" is a figure with its unit.
  const figureAt = (from: number): NumberWords | undefined => {
    let value = numeral(words[from])
    if (value === undefined) return numberWords(words, from, next)
    let last = from
    for (let scale = scales.get(next(last + 1)); scale !== undefined; scale = scales.get(next(last + 1))) {
      value *= scale
      last++
    }
    return { values: [value], last, weak: false }
  }
  const figures: Figure[] = []
  for (let index = 0; index < words.length; index++) {
    if (taken.has(index)) continue
    const found = figureAt(index)
    if (!found) continue
    const start = words[index]!.start
    const end = words[found.last]!.end
    for (let each = index; each <= found.last; each++) taken.add(each)
    index = found.last
    figures.push({
      kind: 'figure',
      text: text.slice(start, end),
      start,
      end,
      values: found.values,
      weak: found.weak,
    })
  }
  return figures
}

interface BoundHedge {
  bound: Bound
  hedge: Span
}

const signs: Record<string, Bound> = {
  '<': 'lessThan',
  '>': 'moreThan',
  '≤': 'upTo',
  '≥': 'atLeast',
  '~': 'about',
  '≈': 'about',
}

/** Reads the hedge that ends right where a figure begins, or follows it at once. */
function boundReader({ before, after, between = '', counted = '' }: BoundGrammar) {
  const money = String.raw`(?:[$€£]\s*)?`
  const leading = before.map(
    ([bound, words]) =>
      [bound, new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(${words})\\s+${between}${money}$`, 'iu')] as const,
  )
  const following = after.map(
    ([bound, words]) =>
      [bound, new RegExp(`^\\s+${counted}(${words})(?![\\p{L}\\p{M}\\p{N}])`, 'iu')] as const,
  )
  return (text: string, start: number, end: number): BoundHedge | undefined => {
    const from = Math.max(0, start - 40)
    const leads = text.slice(from, start)
    const follows = text.slice(end, end + 40)
    const sign = /([<>≤≥~≈])\s*(?:[$€£]\s*)?$/.exec(leads)
    if (sign?.[1]) return hedgeAt(signs[sign[1]]!, from + sign.index, sign[1])
    if (follows.startsWith('+')) return hedgeAt('atLeast', end, '+')
    for (const [bound, pattern] of leading) {
      const match = pattern.exec(leads)
      if (match?.[1]) return hedgeAt(bound, from + match.index, match[1])
    }
    for (const [bound, pattern] of following) {
      const match = pattern.exec(follows)
      if (match?.[1]) return hedgeAt(bound, end + match[0].length - match[1].length, match[1])
    }
    return undefined
  }
}

function hedgeAt(bound: Bound, start: number, text: string): BoundHedge {
  return { bound, hedge: { text, start, end: start + text.length } }
}

/** "NATO", "MI6", "S-400": a name wherever it stands and whatever the language writes with capitals. */
export function isUnmistakableName(text: string): boolean {
  return /\p{Lu}/u.test(text) && /\p{Nd}|\p{Lu}.*\p{Lu}/u.test(text)
}

function opensSentence(text: string, { start, text: word }: Word): boolean {
  if (isUnmistakableName(word.replace(/['’]s?$/u, ''))) return false
  return (start <= near ? opens : opensWithin).test(nearBefore(text, start))
}

const opensWithin = /(?:[.!?:;…]["'”’»)]*\s|["“‘«(—–]\s?|\n)\s*["“‘«(]*$/u
const opens = new RegExp(`^\\s*["“‘«(]*$|${opensWithin.source}`, 'u')

/** How many letters matter of what stands right before a place; a search begins at each of them. */
const near = 60

function nearBefore(text: string, end: number): string {
  return text.slice(Math.max(0, end - near), end)
}
