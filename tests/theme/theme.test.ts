import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HandwrittenSlide, LayoutSlide } from '../../contract/deck.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { bringAxe, violationsAt, withoutSlidesBehind } from './axe.ts'
import { buildDeck } from './build-demo.ts'
import { revealSteps } from '../../contract/reveal.ts'
import { demoDeck, firstFullSlide } from './demo-deck.ts'
import { slideOffences } from './offences.ts'
import { serve } from './serve.ts'
import { plain, waiting } from './waiting.ts'

const slides = demoDeck.slides as LayoutSlide[]
const handwritten: HandwrittenSlide = {
  kind: 'handwritten',
  id: 'own',
  file: 'own.md',
  markdown:
    '# Down at the river\n\nTake a **notebook** and a watch.\n\n- Count the barges\n- Write down the hour\n\n> The river keeps its own books',
  notes: { say: ['Show the place on the map.'], sources: [], minutes: 3 },
  facts: [],
  questions: [],
}
let folder: string
let server: { url: string; close: () => void }
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factdeck-theme-'))
  server = await serve(await buildDeck({ ...demoDeck, slides: [...slides, handwritten] }, folder))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(scheme: 'light' | 'dark', alone = false): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  // A function handed to the page must not need what the compiler wraps it in.
  await page.addInitScript('globalThis.__name = (value) => value')
  await bringAxe(page)
  if (alone) await withoutSlidesBehind(page)
  return page
}

async function show(page: Page, number: number, clicks = 0): Promise<void> {
  await page.goto(`${server.url}#/${number}?clicks=${clicks}`)
  await page.locator(`.slidev-page-${number} .fd-slide`).waitFor()
  await page.evaluate(() => document.fonts.ready)
  // The slide before leaves with a transition.
  await page.waitForFunction(
    () => [...document.querySelectorAll('main')].filter((main) => main.checkVisibility()).length === 1,
  )
}

const slideAt = (number: number): string => `.slidev-page-${number} .fd-slide`
/** Nothing moves at a click: text has to be measured where all is shown, and while a vote is taken. */
const measured = (slide: LayoutSlide): number[] => {
  const last = revealSteps(slide)
  return slide.layout === 'disagreement' ? [last - 1, last] : [last]
}
/** Every click state of ordinary slides; the last of the others. */
const judged = (slide: LayoutSlide, index: number): number[] => {
  const last = revealSteps(slide)
  return index < firstFullSlide ? Array.from({ length: last + 1 }, (_, step) => step) : [last]
}

describe.each(['light', 'dark'] as const)(
  'every layout, with little and with as much text as the limits allow, %s',
  (scheme) => {
    const found = { text: [] as string[], axe: [] as string[], headings: [] as string[] }

    beforeAll(async () => {
      let page = await open(scheme, true)
      for (const [index, slide] of slides.entries()) {
        // A few at a time: axe reads all that is in the page.
        if (index % 8 === 0) {
          await page.close()
          page = await open(scheme, true)
        }
        for (const clicks of new Set([...measured(slide), ...judged(slide, index)])) {
          await show(page, index + 1, clicks)
          const where = `${index + 1} ${slide.layout}`
          if (measured(slide).includes(clicks))
            for (const offence of await page.evaluate(slideOffences, slideAt(index + 1)))
              found.text.push(`${where}: ${offence}`)
          if (judged(slide, index).includes(clicks))
            for (const violation of await violationsAt(page, slideAt(index + 1)))
              found.axe.push(`${where}: ${violation}`)
          const headings = await page.locator(`.slidev-page-${index + 1} h1`).allTextContents()
          if (headings.length !== 1 || headings[0] !== slide.props.title)
            found.headings.push(`${where}: ${headings.join(' | ')}`)
        }
      }
      await page.close()
    })

    test('keeps its text inside, apart and large enough', () => expect(found.text).toEqual([]))
    test('has no violation that axe can find', () => expect(found.axe).toEqual([]))
    test('has one heading, and it is the title', () => expect(found.headings).toEqual([]))
  },
)

test('no slide has an id that another one has, all of them in one page', async () => {
  const page = await open('light')
  await show(page, 1)
  // Slidev draws the others behind it after a while.
  const all = page.locator('#slideshow .slidev-page .fd-slide')
  await expect.poll(() => all.count()).toBe(slides.length + 1)
  const ids = await page.locator('#slideshow [id]').evaluateAll((elements) => elements.map((each) => each.id))
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  await page.close()
})

test('nothing is seen or read aloud before its click, and all of it after', async () => {
  const page = await open('light')
  const wrong: string[] = []
  for (const [index, slide] of slides.slice(0, firstFullSlide).entries()) {
    const kept = waiting(slide)
    if (kept.length === 0) continue
    for (let step = 0; step <= revealSteps(slide); step++) {
      await show(page, index + 1, step)
      const seen = await page.locator(`${slideAt(index + 1)}`).innerText()
      const spoken = await page.locator(`.slidev-page-${index + 1} main`).ariaSnapshot()
      for (const [due, text] of kept)
        for (const [how, shown] of [
          ['seen', seen],
          ['spoken', spoken],
        ] as const)
          if (plain(shown).includes(plain(text)) !== step >= due)
            wrong.push(
              `${index + 1} ${slide.layout} step ${step}: "${text}" ${step >= due ? 'not ' : ''}${how}`,
            )
    }
  }
  await page.close()
  expect(wrong).toEqual([])
})

test('the keyboard goes through the steps of a slide, then on', async () => {
  const number = slides.findIndex((slide) => slide.layout === 'checkpoint') + 1
  const page = await open('light')
  await show(page, number)
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(`**/#/${number}?clicks=1`)
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(`**/#/${number + 1}`)
  await page.close()
})

test('asks no other host for anything', async () => {
  const page = await open('light')
  const others: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      others.push(request.url())
  })
  await show(page, 1)
  expect(
    await page.evaluate(
      () => document.fonts.check('40px "Source Serif 4"') && document.fonts.check('24px "Source Sans 3"'),
    ),
  ).toBe(true)
  expect(
    await page.evaluate(() => [...document.fonts].filter((font) => font.status === 'loaded').length),
  ).toBeGreaterThan(0)
  await page.close()
  expect(others).toEqual([])
})

test('paper is light, whatever the screen is', async () => {
  const page = await open('dark')
  await show(page, 2)
  const ground = async (): Promise<string> =>
    page.locator('.slidev-page-2 .fd-slide').evaluate((slide) => getComputedStyle(slide).backgroundColor)
  // Colours may be set after the slide is there.
  await expect.poll(ground).toBe('rgb(22, 25, 27)')
  await page.emulateMedia({ media: 'print' })
  expect(await ground()).toBe('rgb(250, 248, 242)')
  await page.emulateMedia({ media: 'screen' })
  expect(await ground()).toBe('rgb(22, 25, 27)')
  await page.evaluate(() => document.documentElement.classList.add('print'))
  expect(await ground()).toBe('rgb(250, 248, 242)')
  await page.close()
})

test('a hand-written slide stands on the same page', async () => {
  const page = await open('light')
  await show(page, slides.length + 1)
  expect(await page.evaluate(slideOffences, slideAt(slides.length + 1))).toEqual([])
  expect(
    await page.locator('main.fd-prose h1').evaluate((heading) => getComputedStyle(heading).fontFamily),
  ).toContain('Source Serif 4')
  await page.close()
})
