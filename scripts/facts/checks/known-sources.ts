import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Place } from '../../source/json-document.ts'
import type { FactBase } from '../fact-base.ts'
import { knownId } from './known-id.ts'

/** Every source that evidence, a role or an alias names stands in facts/sources.json. */
export function knownSources(base: FactBase): Diagnostic[] {
  const known = (id: string, place: Place): Diagnostic[] =>
    knownId(id, base.sources, place, 'fact/known-source', 'source', 'facts/sources.json')
  return [
    ...Array.from(base.facts.values()).flatMap(({ value, place }) =>
      value.evidence.flatMap(({ source }, index) => known(source, place.in('evidence', index, 'source'))),
    ),
    ...Array.from(base.actors.values()).flatMap(({ value, place }) => [
      ...value.roles.flatMap(({ source }, index) => known(source, place.in('roles', index, 'source'))),
      ...value.aliases.flatMap(({ source }, index) =>
        source ? known(source, place.in('aliases', index, 'source')) : [],
      ),
    ]),
  ]
}
