import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/**
 * A passage of an article is evidence of a fact once: not pinned again, nor as a part of another passage, nor
 * overlapping one.
 */
export function uniqueEvidence(base: FactBase): Diagnostic[] {
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) =>
    fact.evidence.flatMap((span, index) => {
      const first = fact.evidence.findIndex(
        ({ source, start, end }) => source === span.source && start < span.end && span.start < end,
      )
      const other = fact.evidence[first]
      if (!other || first >= index) return []
      const again = other.start === span.start && other.end === span.end
      return [
        warning(
          place.in('evidence', index).location,
          'fact/unique-evidence',
          again
            ? `Unexpected second evidence at characters ${span.start}–${span.end} of "${span.source}", expected every passage once`
            : `Unexpected evidence at characters ${span.start}–${span.end} of "${span.source}" that shares some with ${other.start}–${other.end}, expected one passage or two apart`,
          { message: 'first given here', at: place.in('evidence', first).location },
        ),
      ]
    }),
  )
}
