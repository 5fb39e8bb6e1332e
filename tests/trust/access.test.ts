// axe over whole pages of a deck, Slidev's own screens included; quiz and site pages have their own such
// tests.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/commands/load-content.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { makeFolder, removeFolders, writeContent } from './content-folder.ts'
import { everyField } from './every-field.ts'
import { openReader, pagesOf, slidesOf, type Files, type Reader } from './pages.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const render = openRender(process.env)
let browser: Browser
let content: Content
let files: Files

beforeAll(async () => {
  const folder = await makeFolder()
  await writeContent(
    folder,
    everyField((name) => `Sugar and tides: ${name}`),
  )
  content = (await loadContent(folder)).content!
  files = await pagesOf(content, render)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await render.close()
  await removeFolders()
})

async function violations(page: Page, where: string): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    return (await axe.run({ resultTypes: ['violations'] })).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 110)} ${any[0]?.message.slice(0, 120) ?? ''}`),
    )
  })
  return found.map((each) => `${where}: ${each}`)
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  let reader: Reader

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      colorScheme,
      reducedMotion: 'reduce',
    })
    reader = await openReader(context)
    reader.serve(files)
    await reader.page.goto(`http://factdeck.localhost/${path}`)
    await reader.page.locator('.fd-slide').first().waitFor({ state: 'attached' })
    await reader.page.evaluate(axeSource)
    return reader.page
  }

  test('no slide, before and after its clicks', async () => {
    const page = await open('decks/carts.html#/1')
    const found: string[] = []
    for (const [index, slide] of content.decks[0]!.slides.entries())
      for (const clicks of slide.kind === 'layout' && slide.layout === 'checkpoint' ? [0, 1] : [0]) {
        await page.evaluate(
          (hash) => (location.hash = hash),
          `#/${index + 1}${clicks ? `?clicks=${clicks}` : ''}`,
        )
        await page.locator(`.slidev-page-${index + 1} .fd-slide`).waitFor()
        // The slide before it stays until its transition has ended.
        await page.waitForFunction(
          () => [...document.querySelectorAll('main')].filter((each) => each.checkVisibility()).length === 1,
        )
        found.push(...(await violations(page, `slide ${index + 1}`)))
      }
    await page.context().close()
    expect([...new Set(found)]).toEqual([])
  })

  test('no presenter view, nor one too low for its notes', async () => {
    const page = await open('decks/carts.html#/presenter/4')
    await page.locator('.slidev-note').first().waitFor()
    const found = await violations(page, 'presenter')
    await page.setViewportSize({ width: 1280, height: 260 })
    await expect
      .poll(() =>
        page
          .locator('.slidev-note')
          .evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight),
      )
      .toBe(true)
    found.push(...(await violations(page, 'low presenter')))
    await page.context().close()
    expect(found).toEqual([])
  })

  test('no page of all slides with their notes', async () => {
    const page = await open('decks/carts.html#/overview')
    await page.locator('.overview-slide-block .slidev-note').first().waitFor()
    const found = await violations(page, 'all slides')
    await page.context().close()
    expect(found).toEqual([])
  })

  test('no overview, and no dialog to go to a slide', async () => {
    const page = await open('decks/carts.html#/2')
    await page.keyboard.press('o')
    await page.locator('.z-modal').first().waitFor()
    const found = await violations(page, 'overview')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.locator('#slidev-goto-dialog').waitFor()
    found.push(...(await violations(page, 'go to')))
    await page.context().close()
    expect(found).toEqual([])
  })

  test('no settings, and no dialog about the deck', async () => {
    const page = await open('decks/carts.html#/2')
    await page.mouse.move(60, 700)
    await page.getByTitle('More Options').click()
    await page.locator('.z-menu').waitFor()
    const found = await violations(page, 'settings')
    await page.keyboard.press('Escape')
    await page.getByTitle('Show info').click()
    await page.getByRole('dialog', { name: 'About this deck' }).waitFor()
    found.push(...(await violations(page, 'about')))
    await page.context().close()
    expect(found).toEqual([])
  })

  test('no print view', async () => {
    const page = await open('decks/carts.html?print=true#/print')
    await slidesOf(reader, 'decks/carts.html', content.decks[0]!.slides.length)
    await page.evaluate(axeSource)
    const found = await violations(page, 'print')
    await page.context().close()
    expect(found).toEqual([])
  })
})
