import { foldQuoted, hasQuotation, quotationsIn } from '../../../languages/quotations.ts'
import { about, type WordRule } from './comparison.ts'

/**
 * Words between quotation marks stand in a passage to the letter; only the form of marks and blanks may
 * differ.
 */
export const quotationInEvidence: WordRule = ({ fact, text, passages, base }) => {
  const titles = fact.evidence.flatMap(({ source }) => base.sources.get(source)?.value.title ?? [])
  const there = [...passages.map((passage) => passage.text), ...titles].map(foldQuoted)
  return quotationsIn(text).flatMap(({ words, start, end }) =>
    there.some((each) => hasQuotation(each, words))
      ? []
      : about(
          { start, end },
          'error',
          'fact/quotation-in-evidence',
          `Unexpected quotation "${words}" in the statement of "${fact.id}", expected words that stand in its passages to the letter`,
          'quote to the letter, or tell it without quotation marks',
        ),
  )
}
