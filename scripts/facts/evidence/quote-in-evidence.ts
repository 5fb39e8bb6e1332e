import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { foldTypography } from '../../languages/fold-text.ts'
import type { Entry } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'

/**
 * A speaker's own words stand in the evidence to the letter; only typographic quotes, dashes and line breaks
 * may differ.
 */
export function quoteInEvidence({ value: fact, place }: Entry<Fact>, spans: readonly string[]): Diagnostic[] {
  if (!fact.quote) return []
  const quote = fold(fact.quote.text)
  if (spans.some((span) => fold(span).includes(quote))) return []
  return [
    error(
      place.in('quote', 'text').location,
      'fact/quote-in-evidence',
      `Unexpected quote "${fact.quote.text}", expected words that stand in the evidence of "${fact.id}"`,
    ),
  ]
}

function fold(text: string): string {
  return foldTypography(text).replaceAll(/\s+/g, ' ')
}
