import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'
import type { FactId } from '../ids.ts'

/**
 * No fact is needed, over however many others, by a fact that it needs: each such circle once, with its whole
 * way.
 */
export function acyclicNeeds(base: FactBase): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const done = new Set<FactId>()
  // Depth first over a list of our own: a chain of needs as long as the fact base must not exhaust the stack.
  for (const first of base.facts.keys()) {
    // How many needs of each fact on the way were followed.
    const way = new Map<FactId, number>([[first, 0]])
    const stack: FactId[] = [first]
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      const index = way.get(id) ?? 0
      const entry = base.facts.get(id)
      const next = done.has(id) ? undefined : entry?.value.needs[index]
      if (!entry || next === undefined) {
        done.add(id)
        way.delete(id)
        stack.pop()
        continue
      }
      way.set(id, index + 1)
      if (way.has(next)) {
        const circle = [...stack.slice(stack.indexOf(next)), next]
        diagnostics.push(
          error(
            entry.place.in('needs', index).location,
            'fact/needs-cycle',
            `Unexpected circle of needs ${circle.map((each) => `"${each}"`).join(' → ')}, expected an order in which a class can meet them`,
            'take one of these "needs" out',
          ),
        )
      } else if (!done.has(next)) {
        way.set(next, 0)
        stack.push(next)
      }
    }
  }
  return diagnostics
}
