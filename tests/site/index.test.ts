// The index of our own unit on screens of two sizes: what it takes to see all of it.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { ourUnit } from '../exports/contents.ts'
import { allMade, sitePages } from './pages.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let index: string
beforeAll(async () => {
  const unit = await ourUnit()
  index = (await sitePages(unit, await allMade(unit)))['index.html']!
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
})

async function open(width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(index)
  return page
}

const sizeOf = (page: Page): Promise<{ width: number; height: number }> =>
  page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }))

test('eight decks and seven quizzes stand on two screens of a laptop, with three actions each', async () => {
  const page = await open(1280, 720)
  expect((await sizeOf(page)).height).toBeLessThanOrEqual(2 * 720)
  const cards = page.locator('.card')
  expect(await cards.count()).toBe(15)
  for (const card of await cards.all()) expect(await card.locator('.actions a:visible').count()).toBe(3)
  await page.close()
})

test.each([
  [1280, 720],
  [360, 740],
])('how to read the marks stands on the first screen, %i by %i', async (width, height) => {
  const page = await open(width, height)
  const chips = page.locator('.read-marks summary .chip')
  expect(await chips.count()).toBe(6)
  for (const chip of await chips.all()) {
    const box = (await chip.boundingBox())!
    expect(box.y + box.height).toBeLessThanOrEqual(height)
    expect(await chip.locator('svg').count()).toBe(1)
  }
  await page.close()
})

test('the title in a thumbnail stays within it, whatever font the reader has', async () => {
  const page = await open(1280, 720)
  for (const font of ['serif', 'DejaVu Serif', 'DejaVu Sans']) {
    const cut = await page.evaluate(
      (family) =>
        [...document.querySelectorAll<SVGTextElement>('.thumbnail text')].flatMap((text) => {
          text.style.fontFamily = family
          const { x, width: wide } = text.getBBox()
          return x + wide > 312 ? [`${text.textContent} to ${Math.round(x + wide)}`] : []
        }),
      font,
    )
    expect(cut, font).toEqual([])
  }
  await page.close()
})

test('what holds all quizzes stands above them, how the class did below', () => {
  const places = ['learn.html', 'quizzes/gains.html', 'class.html'].map((path) =>
    index.indexOf(`href="${path}"`),
  )
  expect(Math.min(...places)).toBeGreaterThan(0)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test('on a phone the title of a card leads where its main action does; the rest opens', async () => {
  const page = await open(360, 740)
  const { width, height } = await sizeOf(page)
  expect(width).toBe(360)
  expect(height).toBeLessThanOrEqual(2 * 740)
  const card = page.locator('.card').first()
  const title = (await card.locator('h3').boundingBox())!
  const hit = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x!, y!)?.closest('a')?.getAttribute('href'),
    [title.x + 30, title.y + title.height / 2],
  )
  expect(hit).toBe(await card.locator('.actions a').first().getAttribute('href'))
  await card.locator('summary').click()
  expect(await card.locator('.actions a:visible').count()).toBe(3)
  expect(await card.locator('details a:visible').count()).toBeGreaterThan(3)
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    return (await axe.run({ resultTypes: ['violations'] })).violations.map(({ id, nodes }) =>
      [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 120))].join(' '),
    )
  })
  expect(violations).toEqual([])
  await page.close()
})
