import type { Language } from './language.ts'
import { numeralsOf } from './numerals.ts'
import { isUnmistakableName, tokenReader } from './token-reader.ts'

/**
 * What can be read in a language (BCP 47) that there is no module for: figures and dates in digits, in its
 * way of writing them; names that the fact base records, and abbreviations. Number words, months in words,
 * hedges and bounds are not.
 */
export function languageWithoutModule(tag: string): Language {
  return {
    tag,
    readTokens: tokenReader({
      numerals: numeralsOf(tag),
      scales: new Map(),
      numberWords: () => undefined,
      months: new Map(),
      monthsCapital: false,
      named: new Map(),
      dayToMonth: /^$/,
      toYear: /^$/,
      datesInFigures: [dayMonthYear],
      bounds: { before: [], after: [] },
      isName: ({ text }) => isUnmistakableName(text),
    }),
    names: 'recorded',
    ...(unparted.has(new Intl.Locale(tag).maximize().script ?? '') ? { unparted: true as const } : {}),
    sameName: (a, b) => sharesItsStart(a, b) || hasPrefix(a, b) || hasPrefix(b, a),
  }
}

/** Scripts (ISO 15924) that put no blanks between words. */
const unparted: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Thai', 'Laoo', 'Khmr', 'Mymr'])

/**
 * Whether a name is another with a word of one or two letters written on to it, as Arabic and Hebrew write
 * "and", "to", "in". Not in scripts with capitals.
 */
function hasPrefix(longer: string, name: string): boolean {
  const more = longer.length - name.length
  return more > 0 && more <= 2 && name.length >= 3 && /^\p{Lo}/u.test(name) && longer.endsWith(name)
}

/**
 * "18.06.2024", "18/6/2024": day first. Where the month comes first, a date that could be either is left to
 * its figures.
 */
export const dayMonthYear = /^(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})(?!\d)/

/** Whether two names may be forms of one: all but their last letters are the same. */
export function sharesItsStart(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= 4 && Math.max(a.length, b.length) - same <= 3
}
