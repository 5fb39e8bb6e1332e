import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'

/** A reader who meets either side of a disagreement learns of the other; no fact disagrees with itself. */
export function disagreementsPointBack(base: FactBase): Diagnostic[] {
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) =>
    fact.disagreesWith.flatMap((each, index) => {
      const at = place.in('disagreesWith', index, 'fact')
      if (each.fact === fact.id)
        return [
          error(
            at.location,
            'fact/disagreement-back',
            `Unexpected "${fact.id}" itself, expected another fact`,
          ),
        ]
      const other = base.facts.get(each.fact)
      if (!other || other.value.disagreesWith.some((back) => back.fact === fact.id)) return []
      return [
        error(
          at.location,
          'fact/disagreement-back',
          `Unexpected disagreement that only "${fact.id}" tells of, expected "${each.fact}" to list "${fact.id}" too`,
          { message: 'the other side', at: other.place.in('id').location },
        ),
      ]
    }),
  )
}
