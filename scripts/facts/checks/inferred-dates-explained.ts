import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/** A date that no article prints says from what it was worked out. */
export function inferredDatesExplained(base: FactBase): Diagnostic[] {
  return Array.from(base.sources.values()).flatMap(({ value: { id, published }, place }) =>
    published?.basis === 'inferred' && published.why === undefined
      ? [
          error(
            place.in('published').location,
            'fact/inferred-date',
            `Unexpected inferred date of "${id}" without "why", expected from what it was worked out`,
          ),
        ]
      : [],
  )
}
