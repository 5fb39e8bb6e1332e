// A deck imported again: what Anki's manual says of importing packages, done by SQLite alone. Notes are the same
// where their guid is; of two, the newer one stays, or always the imported one where "Update notes: Always" is
// set. A note keeps its cards, and with them what was learned.

import { unzipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { beforeAll, expect, test } from 'vitest'
import type { Content } from '../../scripts/decks/content.ts'
import { anki } from '../../scripts/outputs/exports/anki.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { madeBy } from '../made-by.ts'
import { hostileUnit, ourUnit } from './contents.ts'

type Note = { guid: string; mod: number; fields: string; tags: string; model: number; cards: number[] }
/** By guid. */
type Collection = Map<string, Note>

async function packed(content: Content): Promise<Collection> {
  const [file] = await madeBy([anki], content, openDryRender())
  const { Database } = await initSqlJs()
  const database = new Database(unzipSync(file!.data as Uint8Array)['collection.anki2'])
  const rows = (query: string) => database.exec(query)[0]!.values
  const cards = rows('SELECT nid, id FROM cards') as [number, number][]
  const notes = rows('SELECT id, guid, mod, flds, tags, mid FROM notes') as [
    number,
    string,
    number,
    string,
    string,
    number,
  ][]
  database.close()
  expect(new Set(notes.map(([id]) => id)).size).toBe(notes.length)
  return new Map(
    notes.map(([id, guid, mod, fields, tags, model]) => [
      guid,
      { guid, mod, fields, tags, model, cards: cards.flatMap(([note, card]) => (note === id ? card : [])) },
    ]),
  )
}

/** The collection after an import, with the guids that were added and changed. */
function imported(into: Collection, from: Collection, update: 'newer' | 'always') {
  const after = new Map(into)
  const added: string[] = []
  const changed: string[] = []
  for (const [guid, note] of from) {
    const known = after.get(guid)
    if (!known) {
      added.push(guid)
      after.set(guid, note)
    } else if (known.fields !== note.fields && (update === 'always' || note.mod > known.mod)) {
      // A note of another type is not changed.
      expect(note.model).toBe(known.model)
      changed.push(guid)
      after.set(guid, { ...known, mod: note.mod, fields: note.fields, tags: note.tags })
    }
  }
  return { after, added, changed }
}

let unit: Content
let first: Collection
beforeAll(async () => {
  unit = await ourUnit()
  first = await packed(unit)
})

test('a second import of the same unit adds and changes nothing', async () => {
  const again = imported(first, await packed(structuredClone(unit)), 'always')
  expect([again.added, again.changed, again.after.size]).toEqual([[], [], first.size])
})

test('a corrected question changes its note and no other; a new one is added; a deleted one stays', async () => {
  const [bank, ...others] = unit.banks
  const [question, , ...rest] = bank!.questions
  const corrected = { ...question!, hint: 'a new hint', hash: 'changed' }
  const next = { ...question!, id: 'one-more' }
  const unlike = { ...unit, banks: [{ ...bank!, questions: [corrected, next, ...rest] }, ...others] }
  const second = imported(first, await packed(unlike), 'always')
  expect(second.changed).toHaveLength(1)
  expect(second.added).toHaveLength(1)
  expect(second.after.size).toBe(first.size + 1)
  const [guid] = second.changed
  expect(second.after.get(guid!)!.fields).toContain('a new hint')
  expect(second.after.get(guid!)!.cards).toEqual(first.get(guid!)!.cards)
})

test('the time of a note follows from what stands in it, so one that is like before is never newer', async () => {
  const again = await packed(unit)
  expect([...again.values()].filter(({ guid, mod }) => mod !== first.get(guid)!.mod)).toEqual([])
})

test('no text of a note can be taken for a tag of the template', async () => {
  const notes = [...(await packed(await hostileUnit())).values()]
  expect(notes.length).toBeGreaterThan(60)
  expect(notes.filter((note) => JSON.stringify(note).includes('{{'))).toEqual([])
  expect(notes.filter((note) => JSON.stringify(note).includes('&#123;{'))).not.toEqual([])
})
