import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/**
 * Who "reveals" or "confirms" a thing is taken to be right: where the status leaves it open, the verb does
 * too. What is documented may repeat the verb of an article.
 */
export function verbsLeaveOpen(base: FactBase): Diagnostic[] {
  const { assuring } = base.language
  if (!assuring) return []
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) =>
    fact.status === 'documented'
      ? []
      : (['statement', 'short'] as const).flatMap((key) => {
          const verb = assuring.exec(fact[key])?.[0]
          return verb === undefined
            ? []
            : [
                warning(
                  place.in(key).location,
                  'fact/open-verb',
                  `Unexpected "${verb}" in the ${key === 'short' ? 'short form' : 'statement'} of "${fact.id}" (${fact.status}), expected a verb such as "said" that leaves open whether it is so`,
                ),
              ]
        }),
  )
}
