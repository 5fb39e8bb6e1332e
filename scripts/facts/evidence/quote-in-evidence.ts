import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { foldTypography } from '../../languages/fold-text.ts'
import type { Entry } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'

/**
 * A speaker's own words stand in the evidence to the letter, and so do the telling words; only typographic
 * quotes, dashes and line breaks may differ.
 */
export function quoteInEvidence({ value: fact, place }: Entry<Fact>, spans: readonly string[]): Diagnostic[] {
  const stands = (text: string): boolean => spans.some((span) => fold(span).includes(fold(text)))
  const { quote, telling } = fact
  const speakers = [...fact.saidBy, ...fact.via]
  return [
    ...(quote && !stands(quote.text)
      ? [
          error(
            place.in('quote', 'text').location,
            'fact/quote-in-evidence',
            `Unexpected quote "${quote.text}", expected words that stand in the evidence of "${fact.id}"`,
            'pin the quoted words too; or take the quotation marks away where the words are yours',
          ),
        ]
      : []),
    ...(quote && speakers.length > 0 && !speakers.includes(quote.by)
      ? [
          error(
            place.in('quote', 'by').location,
            'fact/quote-in-evidence',
            `Unexpected "${quote.by}" as speaker of the quote of "${fact.id}", expected one of those who are recorded to say so (${speakers.join(', ')})`,
            'give the words to whoever says them, here and in "saidBy"',
          ),
        ]
      : []),
    ...(telling !== undefined && !stands(telling)
      ? [
          error(
            place.in('telling').location,
            'fact/telling-words',
            `Unexpected words "${telling}", expected words that stand in a passage of "${fact.id}" to the letter`,
            'copy them from the passage; factdeck studio shows it',
          ),
        ]
      : []),
  ]
}

function fold(text: string): string {
  return foldTypography(text).replaceAll(/\s+/g, ' ')
}
