// Where the places of facts lie, as the unit's background and actors say.

import type { Actor } from '../../../facts/actor-schema.ts'
import type { FactBase } from '../../../facts/fact-base.ts'
import type { Located } from './draw-map.ts'

/** Finds places by the name that facts give them, and actors by their id or name. */
export interface Locator {
  place(name: string): Located | undefined
  actor(id: string): Located | undefined
}

export function locatorOf({ background, actors }: FactBase): Locator {
  const byName = new Map<string, Located>()
  for (const { value } of background.values())
    if (value.at) for (const name of [value.name, ...value.aliases]) byName.set(name, { name, ...value.at })
  const known: ReadonlyMap<string, { value: Actor }> = actors
  return {
    place: (name) => byName.get(name),
    actor(id) {
      const actor = known.get(id)?.value
      if (!actor) return undefined
      return actor.at ? { name: actor.name, ...actor.at } : byName.get(actor.name)
    },
  }
}
