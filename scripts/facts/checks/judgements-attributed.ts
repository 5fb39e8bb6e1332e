import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/**
 * What is documented is not a judgement, and not still to come: a statement that weighs ("alarming") or
 * foretells ("will") says whose judgement it is, or has another status.
 */
export function judgementsAttributed(base: FactBase): Diagnostic[] {
  const { judging, hedges } = base.language
  if (!judging) return []
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) => {
    if (fact.status !== 'documented' || fact.saidBy.length > 0 || hedges?.attributes(fact.statement) === true)
      return []
    const word = judging.exec(fact.statement)?.[0]
    if (word === undefined) return []
    return [
      warning(
        place.in('status').location,
        'fact/judgement-status',
        `Unexpected status "documented" of a statement with "${word}", expected opinion, estimated or planned, and words that say whose judgement it is`,
      ),
    ]
  })
}
