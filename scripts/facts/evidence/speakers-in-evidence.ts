import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { actorMentions } from './support.ts'

/**
 * Who is said to say so is named in the evidence, by any name, or publishes, writes or is relayed by the
 * article: else the words may be somebody else's.
 */
export function speakersInEvidence(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  base: FactBase,
): Diagnostic[] {
  const sources = fact.evidence.flatMap(({ source }) => base.sources.get(source)?.value ?? [])
  const there = [
    ...spans,
    ...sources.flatMap(({ publisher, author }) => [publisher ?? '', author ?? '']),
  ].join('\n\n')
  const named = new Set<string>(actorMentions(there, base).flatMap(({ actors }) => actors))
  for (const { relays } of sources) for (const { actor } of relays) named.add(actor)
  const plain = there.toLowerCase().replaceAll(/\s+/g, ' ')
  return (['saidBy', 'via'] as const).flatMap((key) =>
    fact[key].flatMap((id, index) => {
      const actor = base.actors.get(id)?.value
      // "experts": a group is named by a common noun.
      const words = actor ? [actor.name, ...actor.aliases.map(({ text }) => text)] : []
      if (!actor || named.has(id) || words.some((word) => plain.includes(word.toLowerCase()))) return []
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
