import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/**
 * What is documented is not "reportedly" so, unless that somebody says so is what is documented: either the
 * status or the wording is wrong.
 */
export function hedgeFitsStatus(base: FactBase): Diagnostic[] {
  const { hedges } = base.language
  if (!hedges) return []
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) => {
    if (fact.status !== 'documented' || hedges.attributes(fact.statement)) return []
    const hedge = hedges.read(fact.statement)[0]
    if (!hedge) return []
    return [
      warning(
        place.in('status').location,
        'fact/hedge-status',
        `Unexpected status "documented" of a statement with "${hedge.text}", expected reported, alleged, estimated, planned or opinion`,
      ),
    ]
  })
}
