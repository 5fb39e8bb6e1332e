// Where a statement names the actors of the fact base, and in which form: "North Korea" or "North Korean".

import type { Entry, FactBase } from '../../scripts/facts/fact-base.ts'
import type { Actor } from '../../scripts/facts/actor-schema.ts'
import { escaped } from './mutation.ts'

export interface Mention {
  actor: Actor
  /** As it stands in the text. */
  text: string
  form: 'name' | 'adjective' | 'people'
  start: number
  end: number
}

/** Every mention, in the order of the text; the longest name wins where two overlap. */
export function mentions(text: string, base: Pick<FactBase, 'actors'>): Mention[] {
  const names = [...base.actors.values()]
    .flatMap(({ value: actor }: Entry<Actor>) =>
      [actor.name, ...actor.aliases.map((alias) => alias.text)].map((name) => ({ actor, name })),
    )
    .toSorted((a, b) => b.name.length - a.name.length)
  const found: Mention[] = []
  for (const { actor, name } of names) {
    for (const match of text.matchAll(
      new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu'),
    )) {
      const start = match.index
      const end = start + name.length
      if (found.some((other) => start < other.end && other.start < end)) continue
      found.push({ actor, text: name, form: formOf(actor, name), start, end })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** The actor in a form; undefined where the fact base has none. */
export function inForm(actor: Actor, form: Mention['form']): string | undefined {
  if (form === 'name') return actor.name
  return actor.aliases.map((alias) => alias.text).find((name) => formOf(actor, name) === form)
}

function formOf(actor: Actor, name: string): Mention['form'] {
  if (actor.kind !== 'state' || name === actor.name) return 'name'
  const stem = actor.name.slice(0, 4)
  if (!name.startsWith(stem)) return 'name'
  if (/(ns|ese|ians)$/.test(name)) return 'people'
  return /(n|ish|ese|ic|i|ch)$/.test(name) ? 'adjective' : 'name'
}

/** Whether any name of the actor stands in the text. */
export function isNamed(actor: Actor, text: string): boolean {
  return [actor.name, ...actor.aliases.map((alias) => alias.text)].some((name) => text.includes(name))
}
