// The decks in a browser, hosted and as one file.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { inOnePiece } from '../../scripts/outputs/output.ts'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import type { DeckData } from '../../contract/deck-data.ts'
import type { SlidevShell } from '../../scripts/render/slidev/shell.ts'
import { hostile, sampleDeck } from './sample-deck.ts'
import { fixtureShell, openSite, type Site } from './site.ts'

let shell: SlidevShell
let browser: Browser
let site: Site

beforeAll(async () => {
  ;[shell, browser] = await Promise.all([fixtureShell(), launchBrowser()])
  const one = await shell.deckData(sampleDeck(), 'one')
  const other = await shell.deckData(sampleDeck(), 'other')
  site = await openSite({
    ...Object.fromEntries(shell.sharedFiles.map(({ name, data }) => [`decks/assets/${name}`, data])),
    'decks/one/index.html': shell.hostedPage(one, '../assets/'),
    'decks/other/index.html': shell.hostedPage(other, '../assets/'),
    'decks/one.html': inOnePiece(shell.oneFilePage(one, { notes: true })),
    'decks/one-student.html': inOnePiece(shell.oneFilePage(one, { notes: false })),
  })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** A window of its own, what went wrong in it, and every address that it asked for. */
async function openContext(): Promise<{
  context: BrowserContext
  open(url: string): Promise<Page>
  wrong: string[]
  asked: string[]
}> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const wrong: string[] = []
  const asked: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  context.on('weberror', (problem) => wrong.push(problem.error().message))
  context.on('request', (request) => asked.push(request.url()))
  return {
    context,
    wrong,
    asked,
    async open(url) {
      const page = await context.newPage()
      await page.goto(url)
      await page.waitForSelector('#app *')
      return page
    },
  }
}

const shown = (page: Page) => page.locator('#slideshow .slidev-page:visible')
const spoken = (page: Page) => page.getByRole('status')
const swap = (page: Page, deck: DeckData) =>
  page.evaluate(
    (next) => (Reflect.get(window, '__factdeck') as { show(deck: unknown): unknown }).show(next),
    deck,
  )

const forms = [
  ['hosted', () => `${site.url}decks/one/`],
  ['one file', () => pathToFileURL(join(site.folder, 'decks/one.html')).href],
] as const

describe.each(forms)('%s', (_, address) => {
  test('is walked through with the keyboard, clicks included, and says aloud where it is', async () => {
    const { context, open, wrong, asked } = await openContext()
    const page = await open(address())
    for (const said of [
      'Slide 1 of 6: Tides and bridges',
      'Slide 2 of 6: Tides',
      'Slide 3 of 6: Check, step 0 of 2',
      'Slide 3 of 6: Check, step 1 of 2',
      'Slide 3 of 6: Check, step 2 of 2',
      'Slide 4 of 6: Bridges',
      'Slide 5 of 6: Written by hand',
      'Slide 6 of 6: Vue {{ 6 * 7 }}, step 0 of 3',
      'Slide 6 of 6: Vue {{ 6 * 7 }}, step 1 of 3',
    ]) {
      await expect.poll(() => spoken(page).innerText()).toBe(said)
      await page.keyboard.press('ArrowRight')
    }
    for (const step of [1, 0]) {
      await page.keyboard.press('ArrowLeft')
      await expect
        .poll(() => spoken(page).innerText())
        .toBe(`Slide 6 of 6: Vue {{ 6 * 7 }}, step ${step} of 3`)
    }
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/6/)
    expect(wrong).toEqual([])
    const origin = new URL(address()).origin
    expect(asked.filter((url) => !url.startsWith('data:') && new URL(url).origin !== origin)).toEqual([])
    await context.close()
  })

  test('shows text of facts as it is, and runs none of it', async () => {
    const { context, open } = await openContext()
    const page = await open(`${address()}#/2`)
    await expect.poll(() => shown(page).locator('.statement').textContent()).toBe(hostile)
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
    await context.close()
  })

  test('shows what a click brings only then, also to a screen reader', async () => {
    const { context, open } = await openContext()
    const page = await open(`${address()}#/3`)
    const reason = shown(page).locator('.because').first()
    await expect.poll(() => reason.evaluate((element) => getComputedStyle(element).visibility)).toBe('hidden')
    await page.keyboard.press('ArrowRight')
    await expect
      .poll(() => reason.evaluate((element) => getComputedStyle(element).visibility))
      .toBe('visible')
    await context.close()
  })

  test('runs hand-written Vue', async () => {
    const { context, open, wrong } = await openContext()
    const page = await open(`${address()}#/6`)
    await expect.poll(() => shown(page).locator('h1').textContent()).toBe('Vue 42')
    expect(await shown(page).locator('b').getAttribute('title')).toBe('page 6')
    expect(await shown(page).locator('code').textContent()).toBe('{{ code }}')
    expect(
      await shown(page)
        .locator('.grid')
        .evaluate((element) => getComputedStyle(element).display),
    ).toBe('grid')
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
    await shown(page).getByRole('link', { name: 'to two' }).click()
    await expect.poll(() => spoken(page).innerText()).toBe('Slide 2 of 6: Tides')
    expect(wrong).toEqual([])
    await context.close()
  })

  test('has an overview and a dialog to go to a slide', async () => {
    const { context, open } = await openContext()
    const page = await open(address())
    await expect.poll(() => spoken(page).innerText()).toBe('Slide 1 of 6: Tides and bridges')
    await page.keyboard.press('o')
    await expect.poll(() => page.locator('.slidev-slide-container:visible').count()).toBe(7)
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.getByRole('combobox').fill('bridges')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => spoken(page).innerText()).toBe('Slide 4 of 6: Bridges')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await context.close()
  })

  test('has a presenter view with notes that leads the audience view', async () => {
    const { context, open, wrong } = await openContext()
    const audience = await open(address())
    const presenter = await open(`${address()}#/presenter/2`)
    await expect.poll(() => presenter.locator('.slidev-note').innerText()).toContain('Say this about tides.')
    await presenter.keyboard.press('ArrowRight')
    await expect.poll(() => spoken(audience).innerText()).toBe('Slide 3 of 6: Check, step 0 of 2')
    await presenter.keyboard.press('ArrowRight')
    await expect.poll(() => spoken(audience).innerText()).toBe('Slide 3 of 6: Check, step 1 of 2')
    // It counts the clicks of the slide.
    await expect
      .poll(() => presenter.getByTitle(/^Clicks in this slide: 3/).innerText())
      .toMatch(/1\s*\/\s*2/)
    expect(wrong).toEqual([])
    await context.close()
  })

  test('prints every slide with everything revealed', async () => {
    const { context, open } = await openContext()
    const page = await open(`${address()}?print=true#/print`)
    const pages = page.locator('.print-slide-container')
    await expect.poll(() => pages.count()).toBe(6)
    await expect.poll(() => pages.nth(2).innerText()).toContain('That was it.')
    expect(await page.getByRole('status').count()).toBe(0)
    await context.close()
  })

  test('takes another state of its deck in place, on the slide that is shown', async () => {
    const { context, open } = await openContext()
    const page = await open(`${address()}#/2`)
    await shown(page).locator('.statement').waitFor()
    await page.evaluate(() => Object.assign(window, { mark: 'same page' }))
    const next = await shell.deckData(sampleDeck({ statement: 'Corrected.' }), 'one')
    await swap(page, next)
    await expect.poll(() => shown(page).locator('.statement').textContent()).toBe('Corrected.')
    expect(await page.evaluate(() => 'mark' in window)).toBe(true)
    await expect.poll(() => spoken(page).innerText()).toBe('Slide 2 of 6: Tides')
    await context.close()
  })

  test('prints another deck in the open page', async () => {
    const { context, open } = await openContext()
    const page = await open(`${address()}?print=true#/print`)
    const short =
      sampleDeck({ title: 'Short', statement: 'Other.' }).split('\n---\nlayout: checkpoint')[0] ?? ''
    await swap(page, await shell.deckData(short, 'short'))
    await expect
      .poll(() => page.locator('.print-slide-container').allInnerTexts())
      .toEqual([expect.stringContaining('Short'), expect.stringContaining('Other.')])
    await expect.poll(() => page.title()).toBe('Short')
    await context.close()
  })
})

test('decks of one site do not lead each other, even under the same title', async () => {
  const { context, open } = await openContext()
  const other = await open(`${site.url}decks/other/`)
  const audience = await open(`${site.url}decks/one/`)
  const presenter = await open(`${site.url}decks/one/#/presenter/1`)
  await presenter.locator('.slidev-note').waitFor()
  await presenter.keyboard.press('ArrowRight')
  await expect.poll(() => spoken(audience).innerText()).toBe('Slide 2 of 6: Tides')
  expect(await spoken(other).innerText()).toBe('Slide 1 of 6: Tides and bridges')
  await context.close()
})

test('a student copy has the presenter view but no word of the notes', async () => {
  const { context, open } = await openContext()
  const page = await open(`${pathToFileURL(join(site.folder, 'decks/one-student.html')).href}#/presenter/2`)
  await expect.poll(() => page.locator('.slidev-note').innerText()).toBe('No notes.')
  expect(await page.content()).not.toContain('Say this')
  await context.close()
})
