import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { main } from '../../scripts/commands/main.ts'
import { bridgeCopy } from './bridge.ts'
import { call, listeningIo } from './call.ts'

test('builds where nothing was built, serves the deck, prints both addresses, ends when asked to', async () => {
  const { folder } = await bridgeCopy()
  const { io, said, opened, stop } = listeningIo(folder)
  const ended = main(['present', 'bridge', '--content', 'unit', '--port', '0'], io)
  await vi.waitFor(() => expect(said.out.at(-1)).toMatch(/Ctrl-C/), { timeout: 100_000 })
  const [, slides = ''] = /^Slides +(http:\S+)$/m.exec(said.out.join('\n')) ?? []
  const [, presenter = ''] = /^Presenter +(http:\S+)$/m.exec(said.out.join('\n')) ?? []
  expect(presenter).toBe(`${slides}#/presenter/1`)
  const answer = await fetch(slides)
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toContain('A bridge and its price')
  const script = /<script[^>]+src="([^"]+)"/.exec(page)?.[1] ?? ''
  const shell = await fetch(new URL(script, slides))
  expect(shell.status).toBe(200)
  expect(shell.headers.get('content-type')).toContain('javascript')
  expect((await fetch(new URL('/nowhere', slides))).status).toBe(404)
  // Nobody watches.
  expect(opened).toEqual([])
  stop()
  expect(await ended).toBe(0)
  await expect(fetch(slides)).rejects.toThrow('fetch failed')
})

test.each([
  [[], 1],
  [['--no-open'], 0],
])('opens the deck where somebody watches, unless told not to: %j', async (options, times) => {
  const { folder } = await bridgeCopy()
  await mkdir(join(folder, 'dist/decks/bridge'), { recursive: true })
  await writeFile(join(folder, 'dist/decks/bridge/index.html'), '')
  const { io, said, opened, stop } = listeningIo(folder, { watched: true })
  const ended = main(['present', 'bridge', '--port', '0', ...options], io)
  await vi.waitFor(() => expect(said.out.at(-1)).toMatch(/Ctrl-C/), { timeout: 100_000 })
  stop()
  expect(await ended).toBe(0)
  const [, slides = ''] = /^Slides +(http:\S+)$/m.exec(said.out.join('\n')) ?? []
  expect(opened).toEqual(Array.from({ length: times }, () => slides))
})

test('a deck that is not there, and none named among several', async () => {
  const { folder } = await bridgeCopy()
  for (const deck of ['bridge', 'ferry']) {
    await mkdir(join(folder, 'dist/decks', deck), { recursive: true })
    await writeFile(join(folder, 'dist/decks', deck, 'index.html'), '')
  }
  expect((await call(['present', 'brigde'], folder)).err[0]).toBe(
    'factdeck: error: Unexpected deck "brigde", expected one that was built in dist: bridge, ferry; did you mean "bridge"?',
  )
  expect(await call(['present'], folder)).toMatchObject({
    code: 2,
    err: [
      'factdeck: error: Unexpected present without a deck, expected one that was built in dist: bridge, ferry',
      expect.any(String),
    ],
  })
})
