// What the schema cannot say of background. That it is no evidence needs no rule: a passage names an article.

import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../fact-base.ts'
import { knownId } from '../checks/known-id.ts'

/** An entry is no fact and no article, and the actor whom it describes exists. */
export function backgroundApart(base: FactBase): Diagnostic[] {
  const taken = new Map<string, string>([
    ...Array.from(base.sources.keys(), (id): [string, string] => [id, 'an article']),
    ...Array.from(base.facts.keys(), (id): [string, string] => [id, 'a fact']),
  ])
  return Array.from(base.background.values()).flatMap(({ value: { id, actor }, place }) => {
    const other = taken.get(id)
    return [
      ...(other === undefined
        ? []
        : [
            error(
              place.in('id').location,
              'background/apart',
              `Unexpected entry with the id of ${other}, "${id}", expected another: background is no evidence and no fact`,
            ),
          ]),
      ...(actor === undefined
        ? []
        : knownId(
            actor,
            base.actors,
            place.in('actor'),
            'background/known-actor',
            'actor',
            'facts/actors.json',
          )),
    ]
  })
}

/** One word leads to one entry, or readers would get two explanations of it. */
export function backgroundNames(base: FactBase): Diagnostic[] {
  const holders = new Map<string, string>()
  return Array.from(base.background.values()).flatMap(({ value, place }) =>
    [
      { text: value.name, at: place.in('name') },
      ...value.aliases.map((text, index) => ({ text, at: place.in('aliases', index) })),
    ].flatMap(({ text, at }) => {
      const key = text.toLowerCase()
      const holder = holders.get(key)
      if (holder === undefined) {
        holders.set(key, value.id)
        return []
      }
      return [
        warning(
          at.location,
          'background/unique-name',
          `Unexpected second "${text}" in the background, expected it once: "${holder}" has it already`,
        ),
      ]
    }),
  )
}

/**
 * What happened after the articles is marked: else a class would read it into them. An article has the last
 * day that its date allows.
 */
export function laterMarked(base: FactBase): Diagnostic[] {
  const dates = Array.from(base.sources.values()).flatMap(({ value }) => value.published?.date ?? [])
  const last = dates.map(lastDay).toSorted().at(-1)
  if (last === undefined) return []
  return Array.from(base.background.values()).flatMap(({ value, place }) => {
    const from = value.when?.from ?? value.when?.to
    if (
      from === undefined ||
      value.later === true ||
      from.slice(0, last.length) <= last.slice(0, from.length)
    )
      return []
    return [
      error(
        place.in('when').location,
        'background/later-marked',
        `Unexpected "${value.id}" of ${from}, later than the last article (${last}), expected "later": true beside it`,
      ),
    ]
  })
}

function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date
}

/** Where a unit says where its places lie, it says so of every place that a fact names. */
export function placesLocated(base: FactBase): Diagnostic[] {
  const places = Array.from(base.background.values()).filter(({ value }) => value.kind === 'place')
  if (places.length === 0) return []
  const known = new Set(
    places.flatMap(({ value }) => [value.name, ...value.aliases].map((name) => name.toLowerCase())),
  )
  const said = new Set<string>()
  return Array.from(base.facts.values()).flatMap(({ value, place }) =>
    value.places.flatMap((name, index) => {
      if (known.has(name.toLowerCase()) || said.has(name)) return []
      said.add(name)
      return [
        warning(
          place.in('places', index).location,
          'background/place-located',
          `Unexpected place "${name}" of "${value.id}" that no entry of facts/background.json locates, expected one of kind "place"`,
        ),
      ]
    }),
  )
}
