// The figures, dates and proper names of an English sentence. No library reads number words with their place in the text, and a list
// of some fifty words can be tested whole.

import type { Bound, DateToken, Figure, Name, Span, Tokens } from '../language.ts'

const units: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
)
const ordinals: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index) => [word, index + 1]),
)
const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const fractions: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
])
const months = new Map<string, number>()
for (const [
  index,
  name,
] of 'january february march april may june july august september october november december'
  .split(' ')
  .entries()) {
  months.set(name, index + 1)
  months.set(name.slice(0, 3), index + 1)
}
months.set('sept', 9)
const named = new Set(
  'monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall winter'.split(' '),
)

interface Word extends Span {
  lower: string
}

/** Reads the figures, dates and proper names of a text, in its order. */
export function readTokens(text: string): Tokens {
  const words = readWords(text)
  const taken = new Set<number>()
  const dates = readDates(text, words, taken)
  const figures = readFigures(text, words, taken)
  const names = words.flatMap((word, index): Name[] =>
    taken.has(index) || !isName(word)
      ? []
      : [
          {
            kind: 'name',
            text: bare(word.text),
            start: word.start,
            end: word.end,
            first: opensSentence(text, word),
          },
        ],
  )
  return { figures, dates, names }
}

const signs: Record<string, Bound> = {
  '<': 'almost',
  '>': 'moreThan',
  '≤': 'upTo',
  '≥': 'atLeast',
  '~': 'about',
  '≈': 'about',
}

/** Hedges that stand before a figure, in the order in which they are looked for: "no more than" is not "more than". */
const hedgesBefore: readonly (readonly [Bound, RegExp])[] = (
  [
    ['upTo', 'up to|as (?:many|much|high|few) as|at (?:the )?most|no more than|not more than|a maximum of'],
    ['atLeast', 'at least|no (?:less|fewer) than|not less than|a minimum of'],
    ['moreThan', 'more than|over|above|exceed(?:s|ing|ed)?|upwards? of|greater than|in excess of'],
    ['almost', 'almost|nearly|close to|just under|just below|barely'],
    ['about', 'about|roughly|approximately|around|some|circa|an estimated|in the order of'],
  ] as const
).map(([bound, words]) => {
  const money = '(?:an?\\s+|the\\s+)?(?:[$€£]\\s*)?(?:additional\\s+|another\\s+|some\\s+)?$'
  return [bound, new RegExp(`\\b(${words})\\s+${money}`, 'i')] as const
})

const hedgesAfter: readonly (readonly [Bound, RegExp])[] = [
  ['atLeast', /^\s+(or (?:more|above))\b/i],
  ['upTo', /^\s+(at (?:the )?most|or (?:less|fewer))\b/i],
  ['atLeast', /^\s+(at least)\b/i],
  ['about', /^\s+(or so)\b/i],
]

interface BoundHedge {
  bound: Bound
  hedge: Span
}

function hedgeAt(bound: Bound, start: number, text: string): BoundHedge {
  return { bound, hedge: { text, start, end: start + text.length } }
}

/** The hedge that ends right where a figure begins, or follows it at once. */
function hedgeAround(text: string, start: number, end: number): BoundHedge | undefined {
  const from = Math.max(0, start - 40)
  const before = text.slice(from, start)
  const after = text.slice(end, end + 12)
  const sign = /([<>≤≥~≈])\s*(?:[$€£]\s*)?$/.exec(before)
  if (sign?.[1]) return hedgeAt(signs[sign[1]]!, from + sign.index, sign[1])
  if (after.startsWith('+')) return hedgeAt('atLeast', end, '+')
  for (const [bound, pattern] of hedgesBefore) {
    const match = pattern.exec(before)
    if (match?.[1]) return hedgeAt(bound, from + match.index, match[1])
  }
  for (const [bound, pattern] of hedgesAfter) {
    const match = pattern.exec(after)
    if (match?.[1]) return hedgeAt(bound, end + match[0].length - match[1].length, match[1])
  }
  return undefined
}

// In this order: "U.S.", "18th", "S-400", "1,000.5", "7", "Bakery’s", "MI6". Other hyphens part words: "UN-imposed" is two.
const wordPattern =
  /(?:\p{Lu}\.){2,}|\d+(?:st|nd|rd|th)\b|\p{Lu}[\p{L}\p{M}\d]*[-‑](?!(?:19|20)\d\d\b)\d[\p{L}\d]*|\d[\d.,]*\d|\d|[\p{L}\p{M}][\p{L}\p{M}\d]*(?:['’][\p{L}\p{M}]+)*/gu

function readWords(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Numerals in figures: groups of three, a decimal point, or both; a name such as "S-400" is not one. */
function numeral(word: Word | undefined): number | undefined {
  if (!word || !/^\d/.test(word.text)) return undefined
  const plain = word.text.replace(/(?:st|nd|rd|th)$/, '').replaceAll(/,(?=\d{3}(?!\d))/g, '')
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

function isYear(word: Word | undefined): boolean {
  return word !== undefined && /^(?:1[5-9]|20|21)\d\d$/.test(word.text)
}

function monthOf(word: Word | undefined): number | undefined {
  return word && /^\p{Lu}/u.test(word.text) ? months.get(word.lower) : undefined
}

function readDates(text: string, words: readonly Word[], taken: Set<number>): DateToken[] {
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
  for (let index = 0; index < words.length; index++) {
    if (taken.has(index)) continue
    const word = words[index]!
    const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text.slice(word.start, word.start + 10))
    if (iso && isYear(word)) {
      const parts = iso[3] ? 3 : 2
      const last = words[index + parts - 1]
      if (last && last.end - word.start === iso[0].length) {
        take(index, index + parts - 1, {
          year: Number(iso[1]),
          month: Number(iso[2]),
          ...(iso[3] ? { day: Number(iso[3]) } : {}),
        })
        continue
      }
    }
    const month = monthOf(word)
    if (month !== undefined) {
      // "18 June" and "the 18th of June"
      const dayAt = words[index - 1]?.lower === 'of' ? index - 2 : index - 1
      const before = dayOf(words[dayAt])
      const next = words[index + 1]
      const between = (a: Word | undefined, b: Word | undefined): string =>
        a && b ? text.slice(a.end, b.start) : '-'
      const hasBefore =
        before !== undefined && !taken.has(dayAt) && /^(?: of)? $/.test(between(words[dayAt], word))
      const afterDay =
        !hasBefore && !isYear(next) && /^ $/.test(between(word, next)) ? dayOf(next) : undefined
      const yearAt = afterDay === undefined ? index + 1 : index + 2
      const year =
        isYear(words[yearAt]) && /^,? (?:of )?$/.test(between(words[yearAt - 1], words[yearAt]))
          ? Number(words[yearAt]!.text)
          : undefined
      // "May" opens sentences as a verb: alone it is a month only after a preposition.
      if (word.lower === 'may' && !hasBefore && afterDay === undefined && year === undefined) {
        const previous = words[index - 1]?.lower ?? ''
        if (!['in', 'since', 'until', 'by', 'from', 'to', 'of', 'last', 'late', 'early'].includes(previous))
          continue
      }
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
    if (named.has(word.lower)) {
      const season = !word.lower.endsWith('day')
      const before = words[index - 1]?.lower ?? ''
      // "fall" and "spring" are verbs as well.
      if (
        season &&
        !['in', 'the', 'last', 'this', 'next', 'late', 'early', 'since', 'of', 'by'].includes(before)
      )
        continue
      take(index, index, { name: word.lower === 'fall' ? 'autumn' : word.lower })
      continue
    }
    if (isYear(word) && numeral(word) !== undefined && !/[$€£]\s*$/.test(text.slice(0, word.start)))
      take(index, index, { year: Number(word.text) })
  }
  return dates.toSorted((a, b) => a.start - b.start)
}

function readFigures(text: string, words: readonly Word[], taken: Set<number>): Figure[] {
  const figures: Figure[] = []
  for (let index = 0; index < words.length; index++) {
    if (taken.has(index)) continue
    const found = figureAt(text, words, index, taken)
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
      ...hedgeAround(text, start, end),
    })
  }
  return figures
}

/** The longest number that begins at a word: numerals with scales, number words, fractions of a scale, ordinals. */
function figureAt(
  text: string,
  words: readonly Word[],
  from: number,
  taken: ReadonlySet<number>,
): { values: number[]; last: number; weak: boolean } | undefined {
  const word = words[from]!
  const follows = (index: number): boolean =>
    !taken.has(index) &&
    /^[ \u00A0\u202F\-‑]$/.test(text.slice(words[index - 1]!.end, words[index]?.start ?? 0))
  const lower = (index: number): string => (index < words.length && follows(index) ? words[index]!.lower : '')

  const figure = numeral(word)
  if (figure !== undefined) {
    // "S-400", "F-16": the letter before makes it a name, which readWords has in one piece; "152mm" is a figure with its unit.
    let value = figure
    let last = from
    for (let scale = scaleOf(lower(last + 1)); scale !== undefined; scale = scaleOf(lower(last + 1))) {
      value *= scale
      last++
    }
    return { values: [value], last, weak: false }
  }

  const value = fractions.get(word.lower)
  if (value !== undefined) {
    if (['a', 'an'].includes(lower(from + 1)) && scaleOf(lower(from + 2)) !== undefined)
      return { values: [value * scaleOf(lower(from + 2))!], last: from + 2, weak: false }
    if (scaleOf(lower(from + 1)) !== undefined)
      return { values: [value * scaleOf(lower(from + 1))!], last: from + 1, weak: false }
    if (lower(from + 1) === 'of' && lower(from + 2) === 'a' && lower(from + 3) === 'century')
      return { values: [value, value * 100], last: from + 3, weak: false }
    return { values: [value], last: from, weak: true }
  }

  const ordinal = ordinals.get(word.lower)
  if (ordinal !== undefined) return { values: [ordinal], last: from, weak: ordinal === 1 }

  // "a million", "a dozen"
  if (['a', 'an'].includes(word.lower)) {
    const scale = scaleOf(lower(from + 1))
    return scale === undefined ? undefined : { values: [scale], last: from + 1, weak: false }
  }
  // "thousands", "millions": a figure of its own kind that only its like can answer.
  const plural = /^(dozen|hundred|thousand|million|billion|trillion)s$/.exec(word.lower)?.[1]
  if (plural) return { values: [-(scales.get(plural) ?? 0)], last: from, weak: false }

  return numberWords(words, from, lower)
}

function scaleOf(word: string): number | undefined {
  return scales.get(word)
}

function numberWords(
  words: readonly Word[],
  from: number,
  lower: (index: number) => string,
): { values: number[]; last: number; weak: boolean } | undefined {
  let total = 0
  let group = 0
  let last = -1
  for (let index = from; index < words.length; index++) {
    const at = index === from ? words[index]!.lower : lower(index)
    if (at === 'and' && last >= 0) {
      const next = lower(index + 1)
      if (group >= 100 && group % 100 === 0 && smallNumber(next) !== undefined) continue
      if (['a', 'one'].includes(next) && lower(index + 2) === 'half') {
        const scale = scaleOf(lower(index + 3))
        return {
          values: [(group + 0.5) * (scale ?? 1)],
          last: scale === undefined ? index + 2 : index + 3,
          weak: false,
        }
      }
      break
    }
    const small = smallNumber(at)
    const scale = scaleOf(at)
    if (small !== undefined && (group % 100 === 0 || (group % 10 === 0 && small < 10 && group % 100 >= 20)))
      group += small
    else if (scale !== undefined && last >= 0) {
      if (scale === 100 || scale === 12) group = Math.max(group, 1) * scale
      else {
        total += Math.max(group, 1) * scale
        group = 0
      }
    } else break
    last = index
  }
  if (last < 0) return undefined
  return { values: [total + group], last, weak: last === from && words[from]!.lower === 'one' }
}

function smallNumber(word: string): number | undefined {
  return units.get(word) ?? tens.get(word)
}

/** "Volodymyr", "UN", "S-400", "al-Azhar"; not "I" and not words written in capitals for nothing else. */
function isName(word: Word): boolean {
  return /\p{Lu}/u.test(word.text) && !['i', "i'm", 'i’m'].includes(word.lower)
}

/** A word without its possessive and without the dots of an abbreviation. */
function bare(word: string): string {
  return word.replace(/['’]s?$/u, '').replaceAll('.', '')
}

function opensSentence(text: string, { start, text: word }: Word): boolean {
  // An abbreviation or a weapon's number is a name wherever it stands.
  if (/\d|\p{Lu}.*\p{Lu}/u.test(bare(word))) return false
  return /(?:^|[.!?:;…]["'”’»)]*\s|["“‘«(—–]\s?|\n)\s*["“‘«(]*$/u.test(text.slice(0, start))
}
