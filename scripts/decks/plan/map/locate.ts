// Where the places of facts lie, as the unit's background says.

import type { FactBase } from '../../../facts/fact-base.ts'
import type { Located } from './draw-map.ts'

/** Finds places by the name that facts give them, and actors by their id or name. */
export interface Locator {
  place(name: string): Located | undefined
  actor(id: string): Located | undefined
}

export function locatorOf({ background, actors }: FactBase): Locator {
  const byName = new Map<string, Located>()
  const byActor = new Map<string, Located>()
  for (const { value } of background.values()) {
    if (!value.at) continue
    const located = { name: value.name, ...value.at }
    for (const name of [value.name, ...value.aliases]) byName.set(name, { ...located, name })
    if (value.actor !== undefined) byActor.set(value.actor, located)
  }
  return {
    place: (name) => byName.get(name),
    actor(id) {
      const name = [...actors.values()].find(({ value }) => value.id === id)?.value.name
      const found = byActor.get(id) ?? (name === undefined ? undefined : byName.get(name))
      return found && { ...found, name: name ?? found.name }
    },
  }
}
