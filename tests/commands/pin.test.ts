import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../../scripts/source/digest.ts'
import { bridgeCopy, manifest } from './bridge.ts'
import { call } from './call.ts'

const passage = 'About 12,000 people crossed\non the first day'
const pin = ['pin', '--content', 'unit', '--articles', 'articles']

test('prints a passage as evidence, wherever its lines break and however it comes in', async () => {
  const { folder } = await bridgeCopy()
  const before = await manifest(folder)
  const asWords = await call([...pin, ...passage.split(/\s+/)], folder)
  expect(asWords).toMatchObject({ code: 0, err: [] })
  expect(asWords.out.join('\n')).toMatchInlineSnapshot(`
    "{
      "source": "bridge-opening",
      "start": 173,
      "end": 217,
      "sha256": "d8536c9f0739cca4bc6731c397dcb814842391631d979147b38902802fda38f5"
    }"
  `)
  expect(await call(pin, folder, { input: async () => `${passage}\n` })).toEqual(asWords)
  expect(await call([...pin, '--source', 'bridge-opening', passage], folder)).toEqual(asWords)
  expect(await manifest(folder)).toEqual(before)
})

test('adds the evidence to a fact and leaves every other byte alone', async () => {
  const { folder } = await bridgeCopy()
  const file = join(folder, 'unit/facts/cost.json')
  const before = await readFile(file, 'utf8')
  const { code, out, err } = await call([...pin, '--fact', 'union-cost', passage], folder)
  expect({ code, out, err }).toEqual({
    code: 0,
    out: ['facts/cost.json: evidence added to "union-cost"'],
    err: [],
  })
  const after = await readFile(file, 'utf8')
  expect((await call([...pin, '--fact', 'union-cost', passage], folder)).out).toEqual([
    'facts/cost.json: "union-cost" has this evidence already',
  ])
  expect(await readFile(file, 'utf8')).toBe(after)
  const added = /,\s*\{[^{}]*"start": 173[^{}]*\}/.exec(after)?.[0] ?? 'nothing'
  expect(after.replace(added, '')).toBe(before)
  expect(await readdir(join(folder, 'unit/facts'))).toEqual([
    'actors.json',
    'cost.json',
    'sources.json',
    'unit.json',
  ])
})

test('fills a fact that has no evidence yet', async () => {
  const unit = await bridgeCopy()
  await unit.edit('unit/facts/cost.json', (text) =>
    text.replace(/"evidence": \[\{[^}]*\}\]/, '"evidence": []'),
  )
  expect((await call(['check', '--content', 'unit'], unit.folder)).code).toBe(1)
  const quote = 'Mayor Ida Lind said it had reportedly cost more than 40 million crowns'
  expect((await call([...pin, '--fact', 'mayor-cost', quote], unit.folder)).code).toBe(0)
  expect((await call(['check', '--content', 'unit', '--articles', 'articles'], unit.folder)).code).toBe(0)
})

test('refuses a passage that stands nowhere or in several places, with the nearest ones', async () => {
  const { folder } = await bridgeCopy()
  const before = await manifest(folder)
  const refused = async (quote: string): Promise<string> => {
    const { code, out, err } = await call([...pin, '--fact', 'union-cost', quote], folder)
    expect({ code, out }).toEqual({ code: 1, out: [] })
    return err.join('\n')
  }
  expect(await refused('About 12,000 persons crossed it on the first day')).toMatchInlineSnapshot(`
    "factdeck: error: Unexpected quotation, expected a passage that stands exactly once in the article [pin/found]
    bridge.txt:2:76: note: nearest: About 12,000 people crossed on the first day, …
    bridge.txt:1:34: note: nearest: 3 May 2024. Mayor Ida Lind said it …
    bridge.txt:2:20: note: nearest: the builders' union puts it at up to …"
  `)
  expect(await refused('million crowns')).toMatchInlineSnapshot(`
    "factdeck: error: Unexpected quotation, expected a passage that stands exactly once in the article [pin/found]
    bridge.txt:2:4: note: stands here: million crowns; the builders' union puts it at …
    bridge.txt:2:60: note: stands here: million crowns. About 12,000 people crossed on the …"
  `)
  expect(await manifest(folder)).toEqual(before)
})

test('chooses no article for the author: once in one and twice in another', async () => {
  const unit = await bridgeCopy()
  const other = 'A ferry. It crossed on the first day. A tug crossed on the first day.\n'
  await unit.write('articles/ferry.txt', other)
  await unit.edit('unit/facts/sources.json', (text) =>
    text.replace(
      /\]\s*\}\s*$/,
      `,{ "id": "ferry", "file": "ferry.txt", "sha256": "${sha256(other)}", "title": "A ferry" }]}`,
    ),
  )
  const before = await manifest(unit.folder)
  const { code, err } = await call([...pin, '--fact', 'union-cost', 'crossed on the first day'], unit.folder)
  expect(code).toBe(1)
  expect(err.join('\n')).toMatchInlineSnapshot(`
    "factdeck: error: Unexpected quotation that stands in bridge-opening and ferry (2 times), expected --source ID to say which, and more words where it stands several times [pin/unique]
    ferry.txt:1:13: note: stands here: crossed on the first day. A tug crossed …
    ferry.txt:1:45: note: stands here: crossed on the first day."
  `)
  expect(await manifest(unit.folder)).toEqual(before)
  const chosen = [...pin, '--source', 'bridge-opening', 'crossed on the first day']
  expect((await call(chosen, unit.folder)).code).toBe(0)
})

test('says where there is no list to add to', async () => {
  const unit = await bridgeCopy()
  await unit.edit('unit/facts/cost.json', (text) =>
    text.replace(/"evidence": \[\{[^}]*\}\]/, '"evidence": "none"'),
  )
  const before = await manifest(unit.folder)
  const { code, err } = await call([...pin, '--fact', 'mayor-cost', passage], unit.folder)
  expect(code).toBe(1)
  expect(err.join('\n')).toMatchInlineSnapshot(
    `"factdeck: error: Unexpected shape of "mayor-cost" in facts/cost.json, expected a list "evidence" to add to; factdeck check says what is wrong [pin/evidence-list]"`,
  )
  expect(await manifest(unit.folder)).toEqual(before)
})

test('pins in no text but the recorded one, and says which was not there', async () => {
  const unit = await bridgeCopy()
  await unit.edit('articles/bridge.txt', (text) => `Once. ${text}`)
  const before = await manifest(unit.folder)
  const other = await call([...pin, '--fact', 'union-cost', passage], unit.folder)
  expect(other.code).toBe(1)
  expect(other.err.join('\n')).toMatchInlineSnapshot(`
    "facts/sources.json:7:17: error: Unexpected text in "bridge.txt" (sha256 0fbb90f88459…), expected the text that the evidence was pinned in (2ae24c1a63bd…) [fact/article-digest]
      note: where the article changed, factdeck repin moves every passage whose words still stand, and records the new digest
      note: the sha256 of this text: 0fbb90f88459ab1facb7c83ed90951ea9552a1d88c6827fd96e7617b392afa22
    1 error"
  `)
  expect(await manifest(unit.folder)).toEqual(before)
  await rm(join(unit.folder, 'articles/bridge.txt'))
  const none = await call([...pin, passage], unit.folder)
  expect(none.code).toBe(1)
  expect(none.err.join('\n')).toMatchInlineSnapshot(`
    "note: not there to be searched: bridge.txt
    factdeck: error: Unexpected quotation, expected a passage that stands exactly once in the article [pin/found]"
  `)
})
