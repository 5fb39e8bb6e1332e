import { foldQuotes } from './fold-text.ts'
import type { Span } from './span.ts'

export interface Quotation extends Span {
  /** What stands between the marks. */
  words: string
}

// A single mark is an apostrophe as well: it opens after what is no letter, and closes before what is none.
const marked = new RegExp(
  [
    '“([^“”]+)”',
    '"([^"]+)"',
    '«([^«»]+)»',
    '„([^“”„]+)[“”]',
    '»([^«»]+)«',
    '‹([^‹›]+)›',
    '›([^‹›]+)‹',
    '”([^“”]+)”',
    '「([^「」]+)」',
    '『([^『』]+)』',
    String.raw`(?<![\p{L}\p{N}])[‘‚]((?:[^‘’“”\n]|’(?=\p{L}))+)[‘’](?!\p{L})`,
  ].join('|'),
  'gu',
)

/** The words that a text sets between quotation marks of any language; its place includes the marks. */
export function quotationsIn(text: string): Quotation[] {
  return Array.from(text.matchAll(marked), (match) => ({
    words: match.slice(1).find((each) => each !== undefined) ?? '',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * Whether a text has the words to the letter, and whole: the form of marks and blanks, case, and marks at either
 * end apart. "Owned by them" does not stand in "disowned by them".
 */
export function hasQuotation(folded: string, words: string): boolean {
  return hasFolded(folded, foldQuotation(words))
}

/** Words as `hasFolded` looks for them. */
export function foldQuotation(words: string): string {
  return foldQuoted(words).replaceAll(/^[\s…]+|[\s.,;:!?…]+$/g, '')
}

/** The same as `hasQuotation`, of words that are looked for in many texts. */
export function hasFolded(folded: string, wanted: string): boolean {
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1))
    if (!joined(folded, at, wanted) && !joined(folded, at + wanted.length, wanted)) return true
  return false
}

const unparted = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`
const goesOn = new RegExp(String.raw`(?:(?![${unparted}])[\p{L}\p{M}\p{N}]){2}`, 'u')

/** Whether a word goes on across a place; where blanks do not part words, that cannot be seen. */
function joined(text: string, at: number, wanted: string): boolean {
  return wanted !== '' && goesOn.test(text.slice(Math.max(0, at - 1), at + 1))
}

/** Whether a text has a mark of quotation, opened or closed; an apostrophe within a word is none. */
export function hasQuotationMark(text: string): boolean {
  return /["“”„«»‹›‘‚「」『』]|’(?!\p{L})/u.test(text)
}

/** A text as `hasQuotation` looks into it. */
export function foldQuoted(text: string): string {
  return foldQuotes(text).replaceAll(/\s+/g, ' ').toLowerCase()
}
