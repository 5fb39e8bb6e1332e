import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import type { ActorId } from '../ids.ts'
import { actorMentions } from './name-index.ts'

/**
 * Who is said to say so is named in the evidence, by any name, or publishes, writes or is relayed by the
 * article: else the words may be somebody else's.
 */
export function speakersInEvidence(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  base: FactBase,
): Diagnostic[] {
  const named = namedBy(fact, spans, base)
  return (['saidBy', 'via'] as const).flatMap((key) =>
    fact[key].flatMap((id, index) => {
      if (!base.actors.has(id) || named(id)) return []
      return [
        warning(
          place.in(key, index).location,
          'fact/speaker-in-evidence',
          `Unexpected speaker "${id}" of "${fact.id}" whom its evidence does not name, expected the words that say who speaks to be pinned too`,
          `factdeck pin --articles DIR --fact ${fact.id} "the words that name them", or take the name out of "saidBy"`,
        ),
      ]
    }),
  )
}

/**
 * Tells whether the passages of a fact, or what is recorded of its articles, name somebody by any name; a group
 * ("experts") by a common noun.
 */
export function namedBy(fact: Fact, spans: readonly string[], base: FactBase): (id: ActorId) => boolean {
  const sources = fact.evidence.flatMap(({ source }) => base.sources.get(source)?.value ?? [])
  const there = [
    ...spans,
    ...sources.flatMap(({ publisher, author }) => [publisher ?? '', author ?? '']),
  ].join('\n\n')
  const named = new Set<string>(actorMentions(there, base).flatMap(({ actors }) => actors))
  for (const { relays } of sources) for (const { actor } of relays) named.add(actor)
  const plain = there.toLowerCase().replaceAll(/\s+/g, ' ')
  return (id) => {
    if (named.has(id)) return true
    const actor = base.actors.get(id)?.value
    return (
      actor !== undefined &&
      [actor.name, ...actor.aliases.map(({ text }) => text)].some((word) =>
        plain.includes(word.toLowerCase()),
      )
    )
  }
}
