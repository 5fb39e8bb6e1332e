import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { offencesOf, openRealDecks, perceivedAt, smallestType, type RealDecks } from './real-decks.ts'
import { plain, waiting } from './waiting.ts'

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

test('no answer of our own decks is seen or read aloud before its click', async () => {
  const early: string[] = []
  let kept = 0
  for (const { deck, data } of real.decks) {
    const ids = await real.show(data, 'light')
    const texts = await real.page.evaluate(perceivedAt, ids)
    for (const [index, slide] of deck.slides.entries()) {
      if (slide.kind !== 'layout') continue
      const steps = texts.filter((_, place) => Number(ids[place]!.split('-')[0]) === index + 1)
      const waits = waiting(slide).map(([due, text]): [number, string] => [due, plain(text)])
      for (const [due, text] of waits) {
        // The heading, or a text that comes earlier, may say the same.
        const before = waits.filter(([step, other]) => step < due && other.includes(text))
        if (due === 0 || before.length > 0 || plain(slide.props.title).includes(text)) continue
        kept += 1
        for (const [step, shown] of steps.slice(0, due).entries())
          if (plain(shown).includes(text))
            early.push(`${deck.id} ${index + 1} ${slide.layout} step ${step}: ${text}`)
      }
    }
  }
  expect(early).toEqual([])
  expect(kept).toBeGreaterThan(300)
})

test('nothing that a class reads is smaller than 24 px in any deck', async () => {
  const smallest: Record<string, number> = {}
  for (const { deck, data } of real.decks)
    smallest[deck.id] = await real.page.evaluate(smallestType, await real.show(data, 'light'))
  expect(Object.values(smallest)).toEqual(real.decks.map(() => 24))
})

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
