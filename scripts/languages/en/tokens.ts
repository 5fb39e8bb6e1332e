// How English writes figures, dates and names. No library reads number words with their place in the text,
// and a list of some fifty words can be tested whole.

import { numeralsOf } from '../numerals.ts'
import type { NumberWords, TokenGrammar, Word } from '../token-reader.ts'

function numbered(words: string, valueOf: (index: number) => number): Map<string, number> {
  return new Map(words.split(' ').map((word, index) => [word, valueOf(index)]))
}

const small = new Map([
  ...numbered(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    (index) => index,
  ),
  ...numbered('twenty thirty forty fifty sixty seventy eighty ninety', (index) => (index + 2) * 10),
])
const ordinals = numbered(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
  (index) => index + 1,
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
/** By what a fraction divides: "two thirds", "a fifth of". */
const divisors = new Map([...ordinals].filter(([, value]) => value > 2))
const manyParts: ReadonlyMap<string, number> = new Map([
  ...[...divisors].map(([word, value]): [string, number] => [`${word}s`, value]),
  ['quarters', 4],
])

/** A third is 0.333 and 0.33, too: a share is rounded where it is given in hundredths. */
function share(parts: number, divisor: number): number[] {
  const value = parts / divisor
  return [...new Set([value, Number(value.toFixed(3)), Number(value.toFixed(2))])]
}
const monthNames = 'january february march april may june july august september october november december'
const months = new Map([
  ...numbered(monthNames, (index) => index + 1),
  ...numbered(monthNames.replaceAll(/(\w{3})\w*/g, '$1'), (index) => index + 1),
  ['sept', 9] as const,
])
const seasons = ['spring', 'summer', 'autumn', 'winter']
const named = new Map([
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', ...seasons].map(
    (word) => [word, word] as const,
  ),
  ['fall', 'autumn'] as const,
])

/** "May" opens sentences as a verb: alone it is a month only after a preposition. */
const beforeMay = new Set(['in', 'since', 'until', 'by', 'from', 'to', 'of', 'last', 'late', 'early'])
/** "Fall" and "spring" are verbs as well. */
const beforeSeason = new Set(['in', 'the', 'last', 'this', 'next', 'late', 'early', 'since', 'of', 'by'])

/** The grammar of English in a region (BCP 47). */
export function grammarOf(tag: string): TokenGrammar {
  return {
    numerals: numeralsOf(tag, { blanks: false }),
    ordinalEnding: 'st|nd|rd|th',
    scales,
    numberWords,
    months,
    monthsCapital: true,
    isMonth: (words, index) => words[index]!.lower !== 'may' || beforeMay.has(words[index - 1]?.lower ?? ''),
    named,
    isNamed: (words, index) =>
      words[index]!.lower.endsWith('day') || beforeSeason.has(words[index - 1]?.lower ?? ''),
    inRange: 'to|and|or',
    hundredths: '%|per ?cent',
    dayLink: 'of',
    dayToMonth: /^(?: of)? $/,
    monthToDay: /^ $/,
    toYear: /^,? (?:of )?$/,
    bounds: {
      before: [
        [
          'upTo',
          'up to|as (?:many|much|high|few) as|at (?:the )?most|no more than|not more than|a maximum of',
        ],
        ['atLeast', 'at least|(?:no|not) (?:less|fewer) than|a minimum of'],
        // "Under" and "below" alone are prepositions as well: "under two contracts".
        [
          'lessThan',
          '(?:less|fewer|lower|smaller|shorter|younger|narrower|lighter) than|well (?:under|below)',
        ],
        [
          'moreThan',
          '(?:more|greater|longer|older|larger|bigger|higher|taller|wider|deeper|heavier) than|over|above|exceed(?:s|ing|ed)?|upwards? of|in excess of',
        ],
        ['almost', 'almost|nearly|close to|just under|just below|barely'],
        ['about', 'about|roughly|approximately|around|some|circa|an estimated|in the order of'],
      ],
      after: [
        ['atLeast', 'or (?:more|above|longer|higher|older|further)'],
        ['upTo', String.raw`at (?:the )?most(?!\s+[\p{Nd}$€£])|or (?:less|fewer|shorter|lower|younger)`],
        ['atLeast', String.raw`at least(?!\s+[\p{Nd}$€£])`],
        ['about', 'or so'],
      ],
      // "Six Norwegian boats at most", "five years or longer"; not "six boats and at least".
      counted: String.raw`(?:(?:(?!(?:and|or|of|in|to|for|with|by|from|at|on)\s)[\p{L}\p{M}'’-]+\s+){1,3}?)?`,
      between: String.raw`(?:an?\s+|the\s+)?(?:[$€£]\s*)?(?:additional\s+|another\s+|some\s+)?`,
    },
    // "Volodymyr", "UN", "S-400", "al-Azhar"; not "I".
    isName: ({ text, lower }) => /\p{Lu}/u.test(text) && lower !== 'i' && lower !== "i'm",
    bareName: (text) => text.replace(/['’]s?$/u, ''),
  }
}

/** The longest number that begins at a word: number words with scales, fractions of a scale, ordinals. */
function numberWords(
  words: readonly Word[],
  from: number,
  next: (index: number) => string,
): NumberWords | undefined {
  const word = words[from]!.lower
  const value = fractions.get(word)
  if (value !== undefined) {
    const after = next(from + 1)
    // "Half past eight" is 8.30.
    const hour = small.get(next(from + 2))
    if (hour !== undefined && after === 'past')
      return { values: [hour, hour + (value === 0.5 ? 0.3 : 0.15)], last: from + 2, weak: false }
    const article = after === 'a' || after === 'an'
    const scaleAt = article ? from + 2 : from + 1
    const scale = scales.get(next(scaleAt))
    if (scale !== undefined) return { values: [value * scale], last: scaleAt, weak: false }
    if (after === 'of' && next(from + 2) === 'a' && next(from + 3) === 'century')
      return { values: [value, value * 100], last: from + 3, weak: false }
    return { values: [value], last: from, weak: true }
  }
  if (word === 'twice') return { values: [2], last: from, weak: true }
  // What follows is looked at where it counts alone: this is asked of every word.
  const counted = small.get(word)
  const parts = counted === undefined || counted === 0 ? undefined : manyParts.get(next(from + 1))
  if (parts !== undefined) return { values: share(counted!, parts), last: from + 1, weak: false }
  const divisor = word === 'a' || word === 'one' ? divisors.get(next(from + 1)) : undefined
  // "By a third" may be a part or one after two others: either will do.
  if (divisor !== undefined) return { values: [...share(1, divisor), divisor], last: from + 1, weak: false }
  const ordinal = ordinals.get(word)
  // "At second hand" counts nothing.
  if (ordinal !== undefined)
    return { values: [ordinal], last: from, weak: ordinal === 1 || next(from + 1) === 'hand' }
  // "a million", "a dozen"
  if (word === 'a' || word === 'an') {
    const scale = scales.get(next(from + 1))
    return scale === undefined ? undefined : { values: [scale], last: from + 1, weak: false }
  }
  // "thousands", "millions": a figure of its own kind that only its like can answer.
  const plural = word.endsWith('s') ? scales.get(word.slice(0, -1)) : undefined
  return plural === undefined ? sum(words, from, next) : { values: [-plural], last: from, weak: false }
}

/** "Two hundred and five", "one and a half million". */
function sum(words: readonly Word[], from: number, next: (index: number) => string): NumberWords | undefined {
  let total = 0
  let group = 0
  let last = -1
  for (let index = from; index < words.length; index++) {
    const at = index === from ? words[index]!.lower : next(index)
    if (at === 'and' && last >= 0) {
      const after = next(index + 1)
      if (group >= 100 && group % 100 === 0 && small.has(after)) continue
      if (['a', 'one'].includes(after) && next(index + 2) === 'half') {
        const scale = scales.get(next(index + 3))
        return {
          values: [(group + 0.5) * (scale ?? 1)],
          last: scale === undefined ? index + 2 : index + 3,
          weak: false,
        }
      }
      break
    }
    const value = small.get(at)
    const scale = scales.get(at)
    if (value !== undefined && (group % 100 === 0 || (group % 10 === 0 && value < 10 && group % 100 >= 20)))
      group += value
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
