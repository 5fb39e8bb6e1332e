// The sentences of an article that claim something which can be checked: what an author would make facts of.

import type { Language } from '../languages/language.ts'
import type { ArticleText } from '../source/normalise.ts'
import { blocksOf, type Block } from './blocks.ts'

/** What makes a sentence a claim that can be checked. */
type ClaimKind =
  | 'figure'
  | 'date'
  | 'quotation'
  | 'attribution'
  | 'hedge'
  | 'plan'
  | 'comparison'
  /** It should, must or may be so: a view, a fear, advice. */
  | 'judgement'
  /** It names somebody or some place, and no more is known of it. */
  | 'named'

/** A sentence that claims something; places are code points of the normalised text, as evidence has them. */
interface Candidate {
  start: number
  end: number
  kinds: readonly ClaimKind[]
}

/** A part of the article for a page that shows it: the page's own lines are dimmed there. */
interface MarkedBlock {
  start: number
  end: number
  role: Block['role']
}

export interface MarkedArticle {
  blocks: readonly MarkedBlock[]
  candidates: readonly Candidate[]
}

/**
 * Marks what a text claims, sentence by sentence. Pure, and quick enough for every key: it reads no word
 * classes. Headings count where they claim something; lines of the page never do.
 */
export function markArticle(article: ArticleText, language: Language): MarkedArticle {
  const { text } = article
  const point = codePoints(text)
  const blocks = blocksOf(text, language)
  const candidates = blocks.flatMap(({ role, sentences }) =>
    role === 'page'
      ? []
      : sentences.flatMap(({ start, end }): Candidate[] => {
          const kinds = claimsOf(text.slice(start, end), language)
          const enough = role === 'text' ? kinds.length > 0 : kinds.length > 1
          return enough ? [{ start: point(start), end: point(end), kinds }] : []
        }),
  )
  return {
    blocks: blocks.map(({ start, end, role }) => ({ start: point(start), end: point(end), role })),
    candidates,
  }
}

/** What a sentence claims; none where it says nothing that an article could be held to. */
function claimsOf(sentence: string, language: Language): ClaimKind[] {
  const { claims, hedges } = language
  const { figures, dates, names } = language.readTokens(sentence)
  const kinds: ClaimKind[] = []
  if (figures.some(({ weak }) => !weak)) kinds.push('figure')
  if (dates.length > 0 || claims?.relativeDates.some(({ words }) => words.test(sentence))) kinds.push('date')
  if (/[“„«"][^”“»"]{3,}[”“»"]/u.test(sentence)) kinds.push('quotation')
  if (claims?.attributes.test(sentence) || claims?.origin.test(sentence)) kinds.push('attribution')
  if (hedges && hedges.read(sentence).length > 0) kinds.push('hedge')
  if (claims?.plans.test(sentence)) kinds.push('plan')
  if (claims?.comparisons.test(sentence)) kinds.push('comparison')
  if (claims?.opinions.test(sentence)) kinds.push('judgement')
  if (names.some(({ first }) => !first)) kinds.push('named')
  return kinds
}

/** The code point that each UTF-16 index of a text is at. */
export function codePoints(text: string): (index: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (index) => index
  const pairs = Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), ({ index }) => index)
  return (index) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < index) low = middle + 1
      else high = middle
    }
    return index - low
  }
}
