import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Place } from '../../source/json-document.ts'
import type { FactBase } from '../fact-base.ts'
import { knownId } from './known-id.ts'

/** Every actor that a fact or a source names stands in facts/actors.json. */
export function knownActors(base: FactBase): Diagnostic[] {
  const known = (id: string, place: Place): Diagnostic[] =>
    knownId(id, base.actors, place, 'fact/known-actor', 'actor', 'facts/actors.json')
  return [
    ...Array.from(base.facts.values()).flatMap(({ value: fact, place }) => [
      ...(['saidBy', 'via', 'actors'] as const).flatMap((key) =>
        fact[key].flatMap((id, index) => known(id, place.in(key, index))),
      ),
      ...(fact.transfer
        ? (['from', 'to'] as const).flatMap((key) =>
            known(fact.transfer?.[key] ?? '', place.in('transfer', key)),
          )
        : []),
      ...(fact.quote ? known(fact.quote.by, place.in('quote', 'by')) : []),
    ]),
    ...Array.from(base.sources.values()).flatMap(({ value, place }) =>
      value.relays.flatMap(({ actor }, index) => known(actor, place.in('relays', index, 'actor'))),
    ),
  ]
}
