// Parts that would come out the same are left as the last build made them, and the whole is what a first build
// would make.

import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPartMemory, type PartMemory } from '../../scripts/commands/remembered-parts.ts'
import { inTree } from '../../scripts/commands/kept-output.ts'
import { renderAll } from '../../scripts/commands/render-all.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { output, type FileData } from '../../scripts/outputs/output.ts'
import { partsOf } from '../../scripts/outputs/parts.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { lockOutput } from '../../scripts/source/output-tree.ts'
import { deck, sampleContent } from '../site/content.ts'
import { bridgeCopy, emptyFolder, manifest } from './bridge.ts'
import { call } from './call.ts'

/** Builds decks with an output that tells what it makes, into one folder, with one cache. */
async function building() {
  const folder = await emptyFolder()
  const out = join(folder, 'dist')
  const env = { FACTDECK_CACHE: join(folder, 'cache') }
  let made: string[] = []
  let fails: string | undefined
  const pages = (name: string) =>
    output({
      name,
      makes: name,
      scope: 'deck',
      options: { large: { kind: 'flag', does: 'larger' } },
      files: { page: { links: [] } },
      madeFrom: ({ id, title }) => [id, title],
      async emit({ id, title }, { options: { large } }) {
        made.push(id)
        if (id === fails) throw new Error('no ink')
        return [{ path: `${name}/${id}.html`, data: `${title} ${large}`, kind: 'page' }]
      },
      shared: async (): Promise<{ path: string; data: FileData }[]> => [
        { path: 'style.css', data: [Buffer.from('a'), Buffer.from('b')] },
      ],
    })
  const build = async (titles: Record<string, string>, { program = 'one', large = false } = {}) => {
    made = []
    const content: Content = {
      ...sampleContent(),
      decks: Object.entries(titles).map(([id, title]) => deck(id, title, [])),
    }
    const memory: PartMemory = await openPartMemory(out, program, env)
    const lock = await lockOutput(out)
    try {
      const tree = lock.begin()
      const { files, failures } = await renderAll(
        [pages('pages')],
        content,
        { render: openDryRender(), given: { large } },
        undefined,
        partsOf,
        inTree(tree),
        memory,
      )
      if (failures.length > 0) {
        await tree.drop()
        return { made, failures }
      }
      const told = files.map(({ path, kind, data }) => [path, kind?.links.length, String(data)])
      await tree.takePlace()
      await memory.keep()
      return { made, told, failures }
    } finally {
      await lock.release()
    }
  }
  return { out, env, build, failAt: (id?: string) => void (fails = id) }
}

const titles = { one: 'One', two: 'Two', three: 'Three' }

test('only the part that changed is made, and what is told of the files is the same', async () => {
  const { build, out } = await building()
  const first = await build(titles)
  expect(first.made).toEqual(['one', 'two', 'three'])
  const { ino } = await stat(join(out, 'pages/one.html'))
  const again = await build({ ...titles, two: 'Second' })
  expect(again.made).toEqual(['two'])
  expect((await stat(join(out, 'pages/one.html'))).ino).toBe(ino)
  expect(again.told).toEqual(
    first.told?.map(([path, kind, data]) => [path, kind, path === 'pages/two.html' ? 'Second false' : data]),
  )
  expect((await build({ three: 'Three', four: 'Four' })).made).toEqual(['four'])
  expect(Object.keys(await manifest(out)).toSorted()).toEqual(
    ['.factdeck', 'pages/four.html', 'pages/three.html', 'style.css'].toSorted(),
  )
})

test('another program, another option, and a file that is not what was made are made anew', async () => {
  const { build, out, env } = await building()
  await build(titles)
  const sound = await manifest(out)
  expect((await build(titles, { program: 'two' })).made).toEqual(['one', 'two', 'three'])
  expect((await build(titles, { program: 'two', large: true })).made).toEqual(['one', 'two', 'three'])
  await build(titles)
  for (const [spoil, made] of [
    [() => writeFile(join(out, 'pages/two.html'), 'two of somebody'), ['two']],
    [() => rm(join(out, 'pages/three.html')), ['three']],
    // Once it is there again, the rest is what it was.
    [() => writeFile(join(out, 'style.css'), 'ba'), ['one']],
    [() => rm(out, { recursive: true }), ['one', 'two', 'three']],
    [() => rm(env.FACTDECK_CACHE, { recursive: true }), ['one', 'two', 'three']],
  ] as const) {
    await spoil()
    expect((await build(titles)).made).toEqual(made)
    expect(await manifest(out)).toEqual(sound)
  }
})

test('what failed is tried again, and a cache that cannot be written costs time alone', async () => {
  const { build, env, failAt, out } = await building()
  failAt('two')
  expect((await build(titles)).failures).toHaveLength(1)
  failAt()
  expect((await build(titles)).made).toEqual(['one', 'two', 'three'])
  await rm(env.FACTDECK_CACHE, { recursive: true })
  await writeFile(env.FACTDECK_CACHE, '')
  expect((await build(titles)).made).toEqual(['one', 'two', 'three'])
  expect(await readFile(join(out, 'pages/one.html'), 'utf8')).toBe('One false')
})

test('an output cannot say that it is made from what JSON would leave out', () => {
  const [part] = partsOf(
    output({
      name: 'maps',
      makes: 'maps',
      scope: 'deck',
      options: {},
      files: {},
      madeFrom: ({ id }) => new Map([[id, id]]),
      emit: async () => [],
    }),
    { ...sampleContent(), decks: [deck('one', 'One', [])] },
  )
  expect(() => part!.madeFrom({})).toThrow('Unexpected map')
})

/** Changes that reach decks, quizzes and worksheets by different ways. */
const edits: [string, string, (text: string) => string][] = [
  ['a statement', 'facts/cost.json', (text) => text.replace(/("statement": "[^"]*?)\./, '$1, it says.')],
  ['the unit', 'facts/unit.json', (text) => text.replace(/("title": ")/, '$1New: ')],
  ['a source', 'facts/sources.json', (text) => text.replace(/("title": ")/, '$1New: ')],
  ['a name', 'facts/actors.json', (text) => text.replace(/("name": ")/, '$1New ')],
  ['a stem', 'questions/cost.json', (text) => text.replace(/("stem": ")/, '$1Now: ')],
  ['the deck', 'slides/bridge.json', (text) => text.replace(/("summary": ")/, '$1New: ')],
]

test('after any change a build makes what a first build would make', async () => {
  const { folder, edit } = await bridgeCopy()
  const warm = join(folder, 'warm')
  const build = (out: string) =>
    call(
      [
        'build',
        '--content',
        'unit',
        '--out',
        out,
        '--only',
        'decks,quizzes,worksheets,deck-pdfs',
        '--no-handouts',
      ],
      folder,
    )
  expect((await build('warm')).code).toBe(0)
  for (const [n, [what, file, change]] of edits.entries()) {
    await edit(join('unit', file), change)
    expect(await build('warm'), what).toMatchObject({ code: 0 })
    // A folder that nothing was built into.
    const fresh = `cold-${n}`
    expect((await build(fresh)).code).toBe(0)
    expect(await manifest(warm), what).toEqual(await manifest(join(folder, fresh)))
  }
})
