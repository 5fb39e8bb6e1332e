import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { Place } from '../../source/json-document.ts'
import type { FactBase } from '../fact-base.ts'
import type { QuantityRef } from '../fact-schema.ts'
import { knownId } from './known-id.ts'

/** Facts point only at facts and background that exist, and sums only at quantities that those facts have. */
export function knownFacts(base: FactBase): Diagnostic[] {
  const known = (id: string, place: Place): Diagnostic[] =>
    knownId(id, base.facts, place, 'fact/known-fact', 'fact', 'the fact base')
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) => [
    ...fact.disagreesWith.flatMap((each, index) =>
      known(each.fact, place.in('disagreesWith', index, 'fact')),
    ),
    ...fact.needs.flatMap((id, index) => known(id, place.in('needs', index))),
    ...fact.mentions.flatMap((id, index) => known(id, place.in('mentions', index))),
    ...fact.background.flatMap((id, index) =>
      knownId(
        id,
        base.background,
        place.in('background', index),
        'background/known',
        'entry',
        'facts/background.json',
      ),
    ),
    ...Object.entries(fact.arithmetic?.inputs ?? {}).flatMap(([name, reference]) =>
      knownQuantity(reference, base, place.in('arithmetic', 'inputs', name), 'fact'),
    ),
  ])
}

/**
 * An error where the fact that a reference names, or the quantity of that fact, does not exist; rules are
 * `fact/...` or `question/...`.
 */
export function knownQuantity(
  reference: QuantityRef,
  base: FactBase,
  place: Place,
  stage: 'fact' | 'question',
): Diagnostic[] {
  const fact = base.facts.get(reference.fact)?.value
  if (!fact)
    return knownId(
      reference.fact,
      base.facts,
      place.in('fact'),
      `${stage}/known-fact`,
      'fact',
      'the fact base',
    )
  const ids = fact.quantities.map(({ id }) => id)
  if (ids.includes(reference.quantity)) return []
  const expected =
    ids.length === 0 ? 'a fact that has quantities' : `a quantity of "${fact.id}" (${ids.join(', ')})`
  return [
    error(
      place.in('quantity').location,
      `${stage}/known-quantity`,
      `Unexpected quantity "${reference.quantity}", expected ${expected}${suggest(reference.quantity, ids)}`,
    ),
  ]
}
