import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { Place } from '../../source/json-document.ts'

/** Nothing where `id` is a key of `known`, else an error with the known id that was most likely meant. */
export function knownId(
  id: string,
  known: ReadonlyMap<string, unknown>,
  place: Place,
  rule: string,
  noun: string,
  home: string,
): Diagnostic[] {
  if (known.has(id)) return []
  return [
    error(
      place.location,
      rule,
      `Unexpected ${noun} "${id}", expected an id of ${home}${suggest(id, known.keys())}`,
    ),
  ]
}
