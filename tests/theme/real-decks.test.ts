import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { bringAxe, violationsAt, violationsWithin, withoutSlidesBehind } from './axe.ts'
import {
  clickStates,
  offencesOf,
  openRealDecks,
  perceivedAt,
  smallestType,
  walk,
  type ClickState,
  type RealDecks,
} from './real-decks.ts'
import { keptBack, plain } from './waiting.ts'

/** Every click state takes minutes: without this, one of each layout, kind of question and step is looked at. */
const every = process.env['FACTDECK_EVERY_STATE'] === '1'

let browser: Browser
let real: RealDecks
/** The click states of all decks, or the first of each form. */
let states: ClickState[]

beforeAll(async () => {
  browser = await launchBrowser()
  real = await openRealDecks(browser)
  const all: ClickState[] = []
  for (const { data } of real.decks) all.push(...clickStates(data, await real.show(data, 'light')))
  const firsts = new Map(all.toReversed().map((state) => [state.form, state]))
  states = every ? all : all.filter((state) => firsts.get(state.form) === state)
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
    const texts = await perceivedAt(real.page, ids)
    for (const [index, slide] of deck.slides.entries()) {
      if (slide.kind !== 'layout') continue
      const steps = texts.filter((_, place) => Number(ids[place]!.split('-')[0]) === index + 1)
      for (const [due, text] of keptBack(slide)) {
        if (plain(steps.at(-1)!).includes(text)) kept += 1
        for (const [step, shown] of steps.slice(0, due).entries())
          if (plain(shown).includes(text))
            early.push(`${deck.id} ${index + 1} ${slide.layout} step ${step}: ${text}`)
      }
    }
  }
  expect(early).toEqual([])
  expect(kept).toBeGreaterThan(300)
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing on slides of our own decks, in any state of their clicks, %s',
  async (scheme) => {
    // Only the colours differ in the dark.
    const page = await real.openShow(scheme === 'dark' ? withoutSlidesBehind : undefined)
    await page.emulateMedia({ colorScheme: scheme })
    await bringAxe(page)
    expect(states.length).toBeGreaterThan(60)
    expect(await walk(page, states, (_, main) => violationsAt(page, main))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(
      scheme === 'dark',
    )
    await page.close()
  },
)

test('while a slide is shown, nothing of its answers is anywhere in the page before its click', async () => {
  const page = await real.openShow()
  let kept = 0
  const early = await walk(page, states, async ({ deck, slide: number, step }) => {
    const slide = real.decks.find(({ data }) => data === deck)!.deck.slides[number - 1]!
    if (slide.kind !== 'layout') return []
    const there = plain(`${await page.title()}\n${await page.locator('body').ariaSnapshot()}`)
    return keptBack(slide).flatMap(([due, text]) => {
      if (due <= step) return []
      kept += 1
      return there.includes(text) ? [text] : []
    })
  })
  expect(early).toEqual([])
  expect(kept).toBeGreaterThan(50)
  await page.close()
})

test('nothing that a class reads is smaller than 24 px in any deck', async () => {
  const smallest: Record<string, number> = {}
  for (const { deck, data } of real.decks)
    smallest[deck.id] = await real.page.evaluate(smallestType, await real.show(data, 'light'))
  expect(Object.values(smallest)).toEqual(real.decks.map(() => 24))
})

test('"reveal": false shows all of a slide at once, except that checkpoints wait', async () => {
  for (const { deck } of real.decks) {
    const usual = await real.dataOf(deck, { reveal: true })
    const waiting = clickStates(usual, await real.show(usual, 'light'))
    // The last state of a slide stays.
    const ends = new Map<number, string>()
    for (const [index, text] of (await textsOf(waiting)).entries()) ends.set(waiting[index]!.slide, text)
    const data = await real.dataOf(deck, { reveal: false })
    const shown = clickStates(data, await real.show(data, 'light'))
    const asked = deck.slides.flatMap((slide, at) =>
      slide.kind === 'layout' && slide.layout === 'checkpoint' ? [at + 1] : [],
    )
    expect(shown.filter(({ step }) => step > 0).map(({ slide }) => slide)).toEqual(asked)
    const texts = await textsOf(shown)
    for (const [index, { slide, step }] of shown.entries())
      if (step > 0 || !asked.includes(slide)) expect(texts[index]).toBe(ends.get(slide))
  }
})

/** What is read on the slides at these states, in the page as it is. */
async function textsOf(shown: readonly ClickState[]): Promise<string[]> {
  return real.page.evaluate(
    (ids) => ids.map((id) => document.getElementById(id)!.innerText),
    shown.map(({ slide, step }) =>
      [slide, step + 1].map((n, at) => String(n).padStart(3 - at, '0')).join('-'),
    ),
  )
}

test.each(['light', 'dark'] as const)(
  'a second look is one setting, and nothing of its slides is cut or hard to read, %s',
  async (scheme) => {
    const found: string[] = []
    await bringAxe(real.page)
    const seen = new Set<string>()
    const ground = async (): Promise<string> =>
      real.page.evaluate(() => getComputedStyle(document.querySelector('.fd-agenda')!).backgroundColor)
    // All decks have the same one.
    await real.show(real.decks[0]!.data, scheme)
    const usual = await ground()
    for (const { deck } of real.decks) {
      const data = await real.dataOf(deck, { look: 'slate' })
      const ids = await real.show(data, scheme)
      expect(await ground()).not.toBe(usual)
      for (const offence of await offencesOf(real.page, ids)) found.push(`${deck.id} ${offence}`)
      // Slides are no parts of one page: of each layout one is looked at beside others, then the next.
      const batches: string[][] = []
      for (const { slide, step, form } of clickStates(data, ids)) {
        if (seen.has(form)) continue
        seen.add(form)
        const { layout } = data.slides[slide - 1]!
        const id = `${String(slide).padStart(3, '0')}-${String(step + 1).padStart(2, '0')}`
        const batch = batches.find((each) => each.every((other) => !other.startsWith(`${layout} `)))
        if (batch) batch.push(`${layout} ${id}`)
        else batches.push([`${layout} ${id}`])
      }
      for (const batch of batches) {
        const selectors = batch.map((each) => `[id="${each.split(' ').at(-1)}"] .fd-slide`)
        for (const violation of await violationsWithin(real.page, selectors))
          found.push(`${deck.id} ${violation.join(' ')}`)
      }
    }
    expect(found).toEqual([])
  },
)

test('on white paper every slide but openers stands on white', async () => {
  const [{ data, deck }] = real.decks as [(typeof real.decks)[number]]
  const themeConfig = { ...(data.configs['themeConfig'] as object | undefined), white: true }
  await real.show({ ...data, configs: { ...data.configs, themeConfig } }, 'light')
  const grounds = await real.page.evaluate(() =>
    [...document.querySelectorAll('.fd-slide')].map((slide) => getComputedStyle(slide).backgroundColor),
  )
  const layouts = new Set(['agenda', 'figure', 'disagreement', 'checkpoint', 'timeline', 'sources'])
  expect(deck.slides.some((slide) => slide.kind === 'layout' && layouts.has(slide.layout))).toBe(true)
  expect(grounds.filter((ground) => ground === 'rgb(255, 255, 255)').length).toBeGreaterThan(
    deck.slides.length / 2,
  )
  await real.show(data, 'light')
  expect(await real.page.locator('.fd-white').count()).toBe(0)
})

test('goods are drawn in the page itself, and say nothing to who does not see them', async () => {
  const [{ data }] = real.decks as [(typeof real.decks)[number]]
  await real.show(data, 'light')
  const icons = real.page.locator('.fd-goods svg path')
  expect(await icons.count()).toBeGreaterThan(3)
  expect(await real.page.locator('.fd-goods:not([aria-hidden="true"])').count()).toBe(0)
})

test('no slide of our own decks has the layout of the one before it', () => {
  const alike = real.decks.flatMap(({ data: { id, slides } }) =>
    slides.flatMap(({ layout }, index) =>
      // A list of sources may go on.
      index > 0 && layout !== 'sources' && layout === slides[index - 1]!.layout
        ? [`${id} ${index} and ${index + 1}: ${layout}`]
        : [],
    ),
  )
  expect(alike).toEqual([])
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
