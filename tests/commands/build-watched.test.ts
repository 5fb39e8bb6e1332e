// A build that stays makes, after each save, what a first build would make, and nothing that is wrong takes its
// folder away.

import { copyFile, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildWatched } from '../../scripts/commands/build-watched.ts'
import { main } from '../../scripts/commands/main.ts'
import { bridgeCopy, manifest } from './bridge.ts'
import { call, listeningIo } from './call.ts'

const patient = { timeout: 60_000, interval: 20 }
const only = ['--only', 'decks,quizzes,site', '--content', 'unit']

/** A build of a unit that stays until the test ends. */
async function watching(folder: string, ...more: string[]) {
  const { io, said, stop } = listeningIo(folder)
  const ended = main(['build', ...only, '--watch', ...more], io)
  onTestFinished(async () => {
    stop()
    expect(await ended).toBe(0)
  })
  /** Waits until something holds and nothing is being built. A save may be seen as two. */
  const until = (holds: () => unknown): Promise<unknown> =>
    vi.waitFor(async () => {
      await holds()
      expect(said.err.at(-1)).toMatch(/^waiting for the next save/)
    }, patient)
  await until(() => {})
  return { said, until }
}

test('each save is built: the same bytes as from nothing, and what did not change stays in its place', async () => {
  const { folder, edit } = await bridgeCopy()
  const { said, until } = await watching(folder)
  expect(said.out).toEqual([expect.stringMatching(/^dist\/index\.html: \d+ files made in \d+\.\d\d s$/)])
  const dist = join(folder, 'dist')
  const quiz = join(dist, 'quizzes/cost.html')
  const { ino } = await stat(quiz)
  const has = async (file: string, words: string): Promise<boolean> =>
    (await readFile(join(dist, file), 'utf8')).includes(words)

  await edit('unit/slides/bridge.json', (text) => text.replace(/"title": "[^"]+"/, '"title": "A new title"'))
  await until(async () => expect(await has('decks/bridge.html', 'A new title')).toBe(true))
  expect((await stat(quiz)).ino).toBe(ino)

  await edit('unit/facts/cost.json', (text) => text.replace('"What it cost"', '"What was paid"'))
  await until(async () => expect(await has('facts.html', 'What was paid')).toBe(true))
  await copyFile(join(folder, 'unit/slides/bridge.json'), join(folder, 'unit/slides/tunnel.json'))
  await until(() => stat(join(folder, 'dist/decks/tunnel.html')))
  await rm(join(folder, 'unit/slides/tunnel.json'))
  await until(async () => expect(Object.keys(await manifest(dist))).not.toContain('decks/tunnel.html'))
  const made = await manifest(dist)
  expect((await call(['build', ...only, '--out', 'first'], folder)).code).toBe(0)
  expect(made).toEqual(await manifest(join(folder, 'first')))
})

test('an error is said and the folder stays; mended, it is built', async () => {
  const { folder, edit } = await bridgeCopy()
  const { said, until } = await watching(folder)
  const before = await manifest(join(folder, 'dist'))
  const status = (from: string, to: string) =>
    edit('unit/facts/cost.json', (text) => text.replace(`"status": "${from}"`, `"status": "${to}"`))
  await status('reported', 'rumoured')
  await until(() => expect(said.err.join('\n')).toContain('not made: the folder stays as it was'))
  expect(said.err.join('\n')).toMatch(/^facts\/cost\.json:14:\d+: error: .*rumoured/m)
  expect(await manifest(join(folder, 'dist'))).toEqual(before)
  const { length } = said.out
  await status('rumoured', 'reported')
  await until(() => expect(said.out.length).toBeGreaterThan(length))
  expect(await manifest(join(folder, 'dist'))).toEqual(before)
})

test('with the articles, evidence is proved after each save', async () => {
  const { folder, edit } = await bridgeCopy()
  const { said, until } = await watching(folder, '--articles', 'articles')
  expect(said.err.join('\n')).not.toContain('error')
  await edit('articles/bridge.txt', (text) => text.replace('bridge', 'tunnel'))
  await until(() => expect(said.err.join('\n')).toMatch(/^facts\/sources\.json:\d+:\d+: error: /m))
})

test('a fault of ours is told, and the next save is built', async () => {
  const { folder, edit } = await bridgeCopy()
  const { io, said, stop } = listeningIo(folder)
  const made = { at: 'dist', files: '1 file', note: '' }
  let builds = 0
  const ended = buildWatched({ content: join(folder, 'unit'), articles: undefined }, io, async () => {
    if (++builds === 1) throw new TypeError('nothing there')
    return { code: 0, made }
  })
  onTestFinished(async () => {
    stop()
    expect(await ended).toBe(0)
  })
  await vi.waitFor(() => expect(said.err.at(-1)).toMatch(/^waiting/), patient)
  expect(said.err.join('\n')).toContain('nothing there')
  await edit('unit/facts/cost.json', (text) => `${text} `)
  await vi.waitFor(() => expect(said.out.at(-1)).toMatch(/^dist: 1 file made in /), patient)
})

test('what cannot be watched is said at once', async () => {
  const { folder } = await bridgeCopy()
  const share = await call(['build', ...only, '--watch', '--shard', '1/2'], folder)
  expect(share).toMatchObject({ code: 2 })
  expect(share.err.join('\n')).toContain('Unexpected --watch with --shard')
  const nowhere = await call(['build', ...only, '--watch', '--articles', 'nowhere'], folder)
  expect(nowhere.code).toBe(2)
  expect(nowhere.err.join('\n')).toContain('nowhere')
})
