import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { browsersFound } from '../../scripts/render/browser.ts'
import type { DeckPrinter } from '../../scripts/render/deck-printer.ts'
import { openKeptPdfs } from '../../scripts/render/kept-pdfs.ts'
import { keptPrinter, keptTypst } from '../../scripts/render/kept-print.ts'
import type { PrintableDeck } from '../../scripts/render/press.ts'

let cache: string

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'factdeck-kept-'))
})

afterEach(async () => {
  await rm(cache, { recursive: true })
})

/** A Typst that tells what it set. */
function counted(program = 'one'): { compile(data: object): Promise<string>; made: () => number } {
  let made = 0
  const typst = {
    compile: async (template: string, data: object) => {
      made += 1
      return Buffer.from(`${program} ${template} ${JSON.stringify(data)}`)
    },
  }
  const kept = keptTypst(typst, openKeptPdfs(cache, program))
  return {
    compile: async (data) => String(Buffer.from(await kept.compile('key.typ', data))),
    made: () => made,
  }
}

test('what did not change is not set again, by another run neither', async () => {
  const first = counted()
  const tides = await first.compile({ title: 'Tides' })
  await first.compile({ title: 'Bridges' })
  expect(first.made()).toBe(2)
  const second = counted()
  expect(await second.compile({ title: 'Tides' })).toBe(tides)
  expect(second.made()).toBe(0)
  await second.compile({ title: 'Tides, again' })
  expect(second.made()).toBe(1)
})

test('another program, and a damaged file, are no reason to believe what is kept', async () => {
  await counted().compile({ title: 'Tides' })
  const other = counted('two')
  expect(await other.compile({ title: 'Tides' })).toBe('two key.typ {"title":"Tides"}')
  for (const name of await readdir(join(cache, 'pdfs'))) await writeFile(join(cache, 'pdfs', name), 'damaged')
  const again = counted()
  expect(await again.compile({ title: 'Tides' })).toBe('one key.typ {"title":"Tides"}')
  expect([other.made(), again.made()]).toEqual([1, 1])
})

test('one browser’s PDFs are not another’s, and least of all those of one that is not there', () => {
  const env = { PATH: dirname(process.execPath) }
  const states = [
    browsersFound({ env }),
    browsersFound({ env, browser: '/nowhere/chrome' }),
    browsersFound({ env: { ...env, FACTDECK_BROWSER: process.execPath } }),
  ]
  expect(new Set(states).size).toBe(3)
  expect(browsersFound({ env })).toBe(states[0])
})

test('what nobody asked for in two weeks is forgotten, and nothing is kept of what failed', async () => {
  await counted().compile({ title: 'Tides' })
  const [name] = await readdir(join(cache, 'pdfs'))
  const old = new Date(Date.now() - 15 * 24 * 60 * 60 * 1000)
  await utimes(join(cache, 'pdfs', name!), old, old)
  const kept = openKeptPdfs(cache, 'one')
  await expect(
    kept.of(['pdf'], ['x'], async () => {
      throw new Error('the press stands still')
    }),
  ).rejects.toThrow('the press stands still')
  expect(await readdir(join(cache, 'pdfs'))).toEqual([name])
  await kept.of(['pdf'], ['x'], async () => ({ pdf: Buffer.from('x') }))
  expect(await readdir(join(cache, 'pdfs'))).not.toContain(name)
})

const deck = (title: string): PrintableDeck => ({
  data: { id: 'tides', title } as PrintableDeck['data'],
  author: 'Ada Marsh',
  subject: 'Tides',
  page: (data, assets) => `${assets} ${data.title}`,
  files: [{ name: 'shell.js', data: 'play()' }],
})

test('a printer starts for what must be printed alone, and at once where nothing is kept', async () => {
  const options = { paper: 'a4', perClick: false } as const
  const log: string[] = []
  const open = (): DeckPrinter => {
    log.push('opened')
    return {
      async print({ data }, { paper }) {
        log.push(`${data.title} on ${paper}`)
        return {
          slides: Buffer.from('s'),
          handout: Buffer.from('h'),
          handoutLines: Buffer.from('l'),
        }
      },
      async printSlides({ data }) {
        log.push(`slides of ${data.title}`)
        return Buffer.from(`alone: ${data.title}`)
      },
      async close() {
        log.push('closed')
      },
    }
  }
  const first = keptPrinter(open, openKeptPdfs(cache, 'one'))
  expect(log.splice(0)).toEqual(['opened'])
  const printed = await first.print(deck('Tides'), options)
  await first.close()
  expect(log.splice(0)).toEqual(['Tides on a4', 'closed'])

  const second = keptPrinter(open, openKeptPdfs(cache, 'one'))
  const again = await second.print(deck('Tides'), options)
  expect(Object.entries(again).map(([name, pdf]) => [name, String(pdf)])).toEqual(
    Object.entries(printed).map(([name, pdf]) => [name, String(pdf)]),
  )
  expect(log.splice(0)).toEqual([])
  // The slides alone, another paper and other words are other documents.
  expect(String(await second.printSlides(deck('Tides'), { perClick: false }))).toBe('alone: Tides')
  await second.print(deck('Tides'), { ...options, paper: 'letter' })
  await second.print(deck('Ebb'), options)
  expect(log.splice(0)).toEqual(['opened', 'slides of Tides', 'Tides on letter', 'Ebb on a4'])
  await second.close()
})
