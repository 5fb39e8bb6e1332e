import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/** A quantity's id names one quantity of its fact. */
export function uniqueQuantities(base: FactBase): Diagnostic[] {
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) =>
    fact.quantities.flatMap(({ id }, index) => {
      const first = fact.quantities.findIndex((each) => each.id === id)
      if (first === index) return []
      return [
        error(
          place.in('quantities', index, 'id').location,
          'fact/unique-quantity',
          `Unexpected second quantity named "${id}" in fact "${fact.id}", expected every id once`,
          { message: 'first defined here', at: place.in('quantities', first, 'id').location },
        ),
      ]
    }),
  )
}
