import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'
import { isAttributed, readHedges } from '../evidence/hedges.ts'

/** What is documented is not "reportedly" so, unless that somebody says so is what is documented: either the status or the wording is wrong. */
export function hedgeFitsStatus(base: FactBase): Diagnostic[] {
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) => {
    if (fact.status !== 'documented' || isAttributed(fact.statement)) return []
    const hedge = readHedges(fact.statement)[0]
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
