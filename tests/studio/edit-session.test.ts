// What the studio writes: never lost, never over what somebody else wrote, back to the very bytes.

import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Change } from '../../contract/studio.ts'
import { openEditSession } from '../../scripts/source/edit-session.ts'
import { valueAt } from '../../scripts/source/json-edit.ts'
import { makeFolder, removeFolders } from '../trust/content-folder.ts'
import { filesIn } from './files-in.ts'

afterAll(removeFolders)

const first =
  '{\n  "facts": [\n    {"id": "a", "short":   "one"},\n    { "id": "b", "short": "two" }\n  ]\n}\n'

async function unit(): Promise<{ root: string; journal: string; text(file?: string): Promise<string> }> {
  const root = await makeFolder()
  await mkdir(join(root, 'facts'))
  await writeFile(join(root, 'facts/a.json'), first)
  return {
    root,
    journal: join(root, 'journal'),
    text: (file = 'facts/a.json') => readFile(join(root, file), 'utf8').catch(() => 'none'),
  }
}

/** An edit of a fact: its short form, or the whole of it. */
const edits = fc.record({
  file: fc.constantFrom('facts/a.json', 'facts/b.json'),
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  short: fc.option(fc.string({ maxLength: 6 }), { nil: undefined }),
})

test('any edits, taken back, leave the bytes that were there; done again, those that were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 8 }), async (list) => {
      const { root, journal, text } = await unit()
      const session = await openEditSession(journal, filesIn(root))
      const now = async (): Promise<string[]> => [await text(), await text('facts/b.json')]
      const states = [await now()]
      for (const { file, id, short } of list) {
        const path = ['facts', { id }]
        const was = valueAt(JSON.parse((await text(file)).replace('none', '{"facts": []}')), path)
        const value = short === undefined ? undefined : { id, short }
        const made = await session.apply(id, [{ file, path, was, value }])
        expect(made).toHaveProperty('saved')
        if ('saved' in made && made.saved.length > 0) states.push(await now())
      }
      for (const state of states.slice(0, -1).toReversed()) {
        await session.undo()
        expect(await now()).toEqual(state)
      }
      expect(await session.undo()).toBeUndefined()
      for (const state of states.slice(1)) {
        await session.redo()
        expect(await now()).toEqual(state)
      }
      await session.close()
      expect(await readdir(journal)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

const short = (id: string, was: string | undefined, value: string): Change => ({
  file: 'facts/a.json',
  path: ['facts', { id }, 'short'],
  ...(was === undefined ? {} : { was }),
  value,
})

test('two sessions on one unit lose nothing, and each takes back only what is its own', async () => {
  const { root, text } = await unit()
  const [one, two] = [
    await openEditSession(join(root, 'journal'), filesIn(root)),
    await openEditSession(join(root, 'journal'), filesIn(root)),
  ]
  await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      [one, two][n % 2]!.apply('new', [
        { file: 'facts/a.json', path: ['facts', { id: `new-${n}` }], value: { id: `new-${n}` } },
      ]),
    ),
  )
  const ids = async (): Promise<string[]> =>
    (JSON.parse(await text()) as { facts: { id: string }[] }).facts.map(({ id }) => id)
  expect((await ids()).length).toBe(12)
  for (let n = 0; n < 5; n++) await one.undo()
  expect((await ids()).toSorted()).toEqual(['a', 'b', 'new-1', 'new-3', 'new-5', 'new-7', 'new-9'])

  expect(await one.apply('short', [short('a', 'one', 'mine')])).toEqual({ saved: ['facts/a.json'] })
  const before = await text()
  expect(await two.apply('short', [short('b', 'two', 'fine'), short('a', 'one', 'theirs')])).toEqual({
    conflicts: [
      {
        file: 'facts/a.json',
        path: ['facts', { id: 'a' }, 'short'],
        was: 'one',
        theirs: 'mine',
        yours: 'theirs',
      },
    ],
  })
  expect(await text()).toBe(before)
  await two.apply('short', [short('a', 'mine', 'theirs')])
  expect(await one.undo()).toMatchObject({ conflicts: [{ theirs: 'theirs', yours: 'one' }] })
  expect(valueAt(JSON.parse(await text()), ['facts', { id: 'a' }, 'short'])).toBe('theirs')
})

test('what an editor does meanwhile stays, and a file that is no JSON is left alone', async () => {
  const { root, journal, text } = await unit()
  const session = await openEditSession(journal, filesIn(root))
  await session.apply('short', [short('a', 'one', 'mine')])
  await writeFile(join(root, 'facts/a.json'), (await text()).replace('"two"', '"edited"'))
  await session.undo()
  expect(await text()).toBe(first.replace('"two"', '"edited"'))
  await writeFile(join(root, 'facts/a.json'), '{ "facts": [')
  expect(await session.redo()).toMatchObject({ conflicts: [{ message: /no JSON/ }] })
  expect(await text()).toBe('{ "facts": [')
})

const worker = fileURLToPath(new URL('save-for-ever.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href

test('killed in the middle of twenty saves it leaves whole files with all that was said to be saved, and goes on', async () => {
  const { root, journal, text } = await unit()
  await writeFile(join(root, 'facts/b.json'), first)
  const wrong: unknown[] = []
  for (const kill of [1, 8, 19]) {
    const child = spawn(process.execPath, ['--import', tsx, worker, root], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    const enough = new Promise<void>((resolve) =>
      child.stdout.on('data', (data: Buffer) => {
        said += String(data)
        if (said.split('\n').length > kill) resolve()
      }),
    )
    await enough
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
    const saved = said.split('\n').filter(Boolean)
    // As if nobody had come for a while.
    await Promise.all(
      ['a', 'b'].map((name) => utimes(join(root, `facts/${name}.json.new`), 1, 1).catch(() => {})),
    )
    const session = await openEditSession(journal, filesIn(root))
    const values = await Promise.all(
      ['facts/a.json', 'facts/b.json'].map(async (file) =>
        valueAt(JSON.parse(await text(file)), ['facts', { id: 'a' }, 'short']),
      ),
    )
    // One change of both files: they say the same, the last that was said to be saved or the next.
    const last = Number(saved.at(-1))
    if (values[0] !== values[1] || ![last, last + 1].map(String).includes(String(values[0])))
      wrong.push({ kill, last, values })
    await session.undo()
    if (valueAt(JSON.parse(await text()), ['facts', { id: 'a' }, 'short']) === values[0])
      wrong.push({ kill, undo: 'nothing' })
    await session.close()
  }
  expect(wrong).toEqual([])
})
