import type { DeckFact } from '../material.ts'

/**
 * Puts facts in an order in which none comes before one it needs. Among facts that could come next, the given
 * order wins. Needs outside the list do not count; where facts need each other in a circle, the given order
 * stands.
 */
export function orderByNeeds(facts: readonly DeckFact[]): DeckFact[] {
  const waiting = [...facts]
  const open = new Set<string>(facts.map(({ fact }) => fact.id))
  const ordered: DeckFact[] = []
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ fact }) => !fact.needs.some((id) => id !== fact.id && open.has(id)))
    const [next] = waiting.splice(Math.max(ready, 0), 1)
    if (!next) break
    open.delete(next.fact.id)
    ordered.push(next)
  }
  return ordered
}
