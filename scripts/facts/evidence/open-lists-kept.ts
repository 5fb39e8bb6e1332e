import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { actorMentions } from './name-index.ts'

/**
 * "States like Norway" are more than Norway: where the evidence names somebody only as an example, the
 * statement does not make it the whole list. A list followed by a clause of its own ("such as Norway, which
 * agreed") says something of its members and is left alone.
 */
export function openListsKept(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  base: FactBase,
): Diagnostic[] {
  const words = base.language.examples
  if (!words) return []
  const closed = (['statement', 'short'] as const).filter((key) => !words.open.test(fact[key]))
  if (closed.length === 0) return []
  const examples = new Map<string, string>()
  const plain = new Set<string>()
  for (const span of spans) {
    let until = 0
    let word = ''
    for (const { actors, start, end } of actorMentions(span, base)) {
      const opening = words.before.exec(span.slice(0, start))
      if (opening) word = opening[1] ?? opening[2] ?? ''
      else if (!words.between.test(span.slice(until, start))) word = ''
      const ownClause = words.ownClause.test(span.slice(end))
      for (const id of actors) {
        if (word && !ownClause) examples.set(id, word)
        else plain.add(id)
      }
      until = end
    }
  }
  return closed.flatMap((key) => {
    const whole = actorMentions(fact[key], base).find(({ actors }) =>
      actors.some((id) => examples.has(id) && !plain.has(id)),
    )
    if (!whole) return []
    const name = fact[key].slice(whole.start, whole.end)
    const word = whole.actors.flatMap((id) => examples.get(id) ?? [])[0]
    return [
      warning(
        place.in(key).location,
        'fact/open-list-kept',
        `Unexpected whole list with "${name}" in the ${key === 'short' ? 'short form' : 'statement'} of "${fact.id}", expected a word such as the "${word}" of its evidence`,
      ),
    ]
  })
}
