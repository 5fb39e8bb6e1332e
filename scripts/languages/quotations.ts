import { foldQuotes } from './fold-text.ts'
import type { Span } from './span.ts'

export interface Quotation extends Span {
  /** What stands between the marks. */
  words: string
}

/** The words that a text sets between quotation marks of any language; its place includes the marks. */
export function quotationsIn(text: string): Quotation[] {
  return Array.from(text.matchAll(/“([^”]+)”|"([^"]+)"|«([^»]+)»|„([^“”]+)[“”]/gu), (match) => ({
    words: match.slice(1).find((each) => each !== undefined) ?? '',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Whether a text has the words to the letter: the form of marks and blanks, case, and a mark at the end apart. */
export function hasQuotation(folded: string, words: string): boolean {
  return folded.includes(foldQuoted(words).replace(/[.,;:!?]$/, ''))
}

/** A text as `hasQuotation` looks into it. */
export function foldQuoted(text: string): string {
  return foldQuotes(text).replaceAll(/\s+/g, ' ').toLowerCase()
}
