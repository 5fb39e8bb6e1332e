// Reading the unit, hearing of it, and every way in which it is written.

import type {
  Change,
  Checked,
  Conflict,
  ModelView,
  PlannedDeck,
  StudioState,
} from '../../../contract/studio.ts'
import { ask, Refused } from './server.ts'
import { studio } from './unit.ts'

export async function load(): Promise<void> {
  const { state, checked, model } = await ask<{
    state: StudioState
    checked?: Checked & { decks: PlannedDeck[] }
    model?: ModelView
  }>('state.json')
  studio.state = state
  studio.model = model
  if (checked) {
    studio.checked = checked
    studio.decks = checked.decks
  }
}

/** Hears what changes outside the page. */
export function listen(): void {
  const events = new EventSource('events')
  events.addEventListener('changed', (event) => {
    const { version } = JSON.parse((event as MessageEvent<string>).data) as { version: string }
    if (studio.state?.version !== version && studio.saving !== 'saving') void load().catch(() => {})
  })
  events.addEventListener('checked', (event) => {
    const checked = JSON.parse((event as MessageEvent<string>).data) as Checked & { decks: PlannedDeck[] }
    studio.checked = checked
    studio.decks = checked.decks
  })
}

/**
 * Saves changes, all of them or none. Resolves to whether they are on the disk; where they do not fit what is
 * there, both are shown side by side.
 */
export async function save(label: string, changes: readonly Change[]): Promise<boolean> {
  return written(label, changes, () => ask('change', { label, changes }))
}

export const undo = (): Promise<boolean> => written('Undo', [], () => ask('undo', {}))
export const redo = (): Promise<boolean> => written('Redo', [], () => ask('redo', {}))

async function written(
  label: string,
  changes: readonly Change[],
  send: () => Promise<{ state: StudioState; label?: string }>,
): Promise<boolean> {
  studio.saving = 'saving'
  studio.failed = ''
  try {
    const answer = await send()
    studio.state = answer.state
    studio.saving = 'saved'
    studio.said = changes.length > 0 ? `${label}: saved` : `${label}: ${answer.label ?? 'nothing left'}`
    return true
  } catch (thrown) {
    studio.saving = 'not saved'
    if (!(thrown instanceof Refused)) throw thrown
    const { state, conflicts } = thrown.body as { state?: StudioState; conflicts?: Conflict[] }
    if (state) studio.state = state
    if (conflicts) studio.conflict = { label, changes, conflicts }
    else studio.failed = thrown.message
    return false
  }
}

/** Writes over what is there after both were seen, or leaves it. */
export async function settle(keepMine: boolean): Promise<boolean> {
  const open = studio.conflict
  studio.conflict = undefined
  studio.saving = 'saved'
  if (!open || !keepMine) return false
  const { label, changes, conflicts } = open
  const seen = changes.map((change) => {
    const found = conflicts.find(
      ({ file, path }) => file === change.file && JSON.stringify(path) === JSON.stringify(change.path),
    )
    if (!found) return change
    const { was: _, ...rest } = change
    return found.theirs === undefined ? rest : { ...rest, was: found.theirs }
  })
  return save(label, seen)
}

/** What the server answers; what it refuses is said on the page, and there is no answer. */
export async function askOrSay<T>(path: string, body: unknown): Promise<T | undefined> {
  try {
    return await ask<T>(path, body)
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    studio.failed = thrown.message
    return undefined
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** Work that begins when what was begun before is saved, so that it goes on from there. */
export function inTurn<A extends unknown[], T>(
  work: (...given: A) => Promise<T>,
): (...given: A) => Promise<T> {
  return (...given) => {
    const next = turn.then(async () => work(...given))
    turn = next.catch(() => {})
    return next
  }
}
