import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { offencesOf, openRealDecks, type RealDecks } from './real-decks.ts'

let browser: Browser
let real: RealDecks

beforeAll(async () => {
  browser = await launchBrowser()
  real = await openRealDecks(browser)
})
afterAll(async () => {
  await browser?.close()
})

test.each(['light', 'dark'] as const)(
  'no slide of our own decks cuts, covers or loses a text, %s',
  async (scheme) => {
    const offenders: string[] = []
    for (const { deck, data } of real.decks) {
      const ids = await real.show(data, scheme)
      expect(ids.length).toBeGreaterThanOrEqual(deck.slides.length)
      for (const offence of await offencesOf(real.page, ids)) offenders.push(`${deck.id} ${offence}`)
    }
    expect(offenders).toEqual([])
  },
)

test('a deck in one file is light without fonts and pictures, its maps included', () => {
  const sizes = real.decks.map(({ deck, data }) => ({
    id: deck.id,
    gzip: gzipSync(real.withoutFonts(data), { level: 9 }).length,
  }))
  expect(sizes.filter(({ gzip }) => gzip > 230_000)).toEqual([])
  expect(Math.min(...sizes.map(({ gzip }) => gzip))).toBeGreaterThan(100_000)
})

test('the measuring finds a text that is cut, covered or outside', async () => {
  const [first] = real.decks
  const [id] = await real.show(first!.data, 'light')
  await real.page
    .locator(`[id="${id}"] h1`)
    .evaluate((heading) => heading.setAttribute('style', 'font-size: 300px'))
  expect(await offencesOf(real.page, [id!])).not.toEqual([])
})
