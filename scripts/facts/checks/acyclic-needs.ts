import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'
import type { FactId } from '../ids.ts'

/** No fact is needed, over however many others, by a fact that it needs: each such circle once, with its whole way. */
export function acyclicNeeds(base: FactBase): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const done = new Set<FactId>()
  const walk = (id: FactId, way: readonly FactId[]): void => {
    const entry = base.facts.get(id)
    if (!entry || done.has(id)) return
    for (const [index, next] of entry.value.needs.entries()) {
      const start = [...way, id].indexOf(next)
      if (start >= 0) {
        const circle = [...way, id, next].slice(start)
        diagnostics.push(
          error(
            entry.place.in('needs', index).location,
            'fact/needs-cycle',
            `Unexpected circle of needs ${circle.map((each) => `"${each}"`).join(' → ')}, expected an order in which a class can meet them`,
          ),
        )
      } else walk(next, [...way, id])
    }
    done.add(id)
  }
  for (const id of base.facts.keys()) walk(id, [])
  return diagnostics
}
