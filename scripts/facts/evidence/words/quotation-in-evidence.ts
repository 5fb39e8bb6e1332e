import { foldQuotes } from '../../../languages/fold-text.ts'
import { about, type WordRule } from './comparison.ts'

/**
 * Words between quotation marks stand in a passage to the letter; only the form of marks and blanks may
 * differ.
 */
export const quotationInEvidence: WordRule = ({ fact, text, passages, base }) => {
  const titles = fact.evidence.flatMap(({ source }) => base.sources.get(source)?.value.title ?? [])
  const there = [...passages.map((passage) => passage.text), ...titles].map(fold)
  return Array.from(text.matchAll(/“([^”]+)”|"([^"]+)"|«([^»]+)»|„([^“”]+)[“”]/gu)).flatMap((match) => {
    const words = match.slice(1).find((each) => each !== undefined) ?? ''
    const wanted = fold(words).replace(/[.,;:!?]$/, '')
    if (there.some((each) => each.includes(wanted))) return []
    return about(
      { start: match.index, end: match.index + match[0].length },
      'error',
      'fact/quotation-in-evidence',
      `Unexpected quotation "${words}" in the statement of "${fact.id}", expected words that stand in its passages to the letter`,
      'quote to the letter, or tell it without quotation marks',
    )
  })
}

function fold(text: string): string {
  return foldQuotes(text).replaceAll(/\s+/g, ' ').toLowerCase()
}
