/* oxlint-disable unicorn/consistent-function-scoping -- a function travels to the browser as its own text */
// The decks of the repository's own content on one page, every slide and every click step at once, as for
// printing.

import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { loadContent } from '../../scripts/commands/load-content.ts'
import type { Deck } from '../../contract/deck.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { deckMarkdown } from '../../scripts/render/slidev-markdown.ts'
import type { DeckData } from '../../contract/deck-data.ts'
import { slideOffences } from './offences.ts'

export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))

export interface RealDecks {
  decks: { deck: Deck; data: DeckData }[]
  /** Shows a deck in the open page, a container for every slide and click step. */
  show(data: DeckData, scheme: 'light' | 'dark'): Promise<string[]>
  page: Page
  /** A deck in one file, without its fonts. */
  withoutFonts(data: DeckData): string
}

/** Opens a page that shows whole decks. */
export async function openRealDecks(browser: Browser, root = packageRoot): Promise<RealDecks> {
  const { content, diagnostics } = await loadContent(root)
  if (!content) throw new Error(`Unexpected errors in the content: ${JSON.stringify(diagnostics)}`)
  const render = openRender({})
  const shell = await render.slidev()
  const decks = await Promise.all(
    content.decks.map(async (deck) => ({
      deck,
      data: await shell.deckData(deckMarkdown(deck, render.templates), deck.id),
    })),
  )
  await render.close()
  const files = new Map(shell.sharedFiles.map(({ name, data }) => [`/assets/${name}`, data]))
  const first = decks[0]
  if (!first) throw new Error('Unexpected content without a deck')

  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const data = files.get(pathname)
    if (pathname === '/deck')
      await route.fulfill({
        body: shell.hostedPage(first.data, '/assets/'),
        contentType: 'text/html; charset=utf-8',
      })
    else if (data === undefined) await route.abort()
    else
      await route.fulfill({
        body: typeof data === 'string' ? data : Buffer.from(data),
        contentType: pathname.endsWith('.js')
          ? 'text/javascript'
          : pathname.endsWith('.css')
            ? 'text/css'
            : 'font/woff2',
      })
  })
  await page.goto('http://decks.localhost/deck?print=clicks#/print')
  await page.locator('.print-slide-container').first().waitFor()
  return {
    decks,
    page,
    withoutFonts: (data) =>
      Buffer.concat(shell.oneFilePage(data, { notes: true }))
        .toString('utf8')
        .replaceAll(/url\(["']?data:font\/[^)]*\)/g, 'url()'),
    async show(data, scheme) {
      await page.evaluate(
        (next) => (Reflect.get(window, '__factdeck') as { show(deck: unknown): Promise<void> }).show(next),
        data,
      )
      return page.evaluate(settled, { count: data.slides.length, dark: scheme === 'dark' })
    },
  }
}

/** What is wrong with the slides in the page, by slide. */
export async function offencesOf(page: Page, ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const id of ids)
    for (const offence of await page.evaluate(slideOffences, `[id="${id}"] .fd-slide`))
      found.push(`${id}: ${offence}`)
  return found
}

/**
 * Runs in the page: what people see in each of these containers, and what is read to those who do not see it.
 */
export function perceivedAt(ids: readonly string[]): string[] {
  return ids.map((id) => {
    const container = document.getElementById(id)!
    const labels = [...container.querySelectorAll('[aria-label], img[alt]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? '')
    return [container.innerText, ...labels].join('\n')
  })
}

/** Runs in the page: the smallest type that these containers show, in px; page numbers are for the teacher. */
export function smallestType(ids: readonly string[]): number {
  const sizes = ids.flatMap((id) => {
    const walker = document.createTreeWalker(document.getElementById(id)!, NodeFilter.SHOW_TEXT)
    const found: number[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!
      if (node.textContent!.trim() === '' || element.closest('.fd-hidden-text, .fd-page') !== null) continue
      found.push(Number.parseFloat(getComputedStyle(element).fontSize))
    }
    return found
  })
  return Math.min(...sizes)
}

/** Runs in the page: waits for every slide, sets the colours of a screen, names the containers. */
async function settled({ count, dark }: { count: number; dark: boolean }): Promise<string[]> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- pages get this function without what stands around it
  const containers = (): Element[] => [...document.querySelectorAll('.print-slide-container')]
  do {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await document.fonts.ready
  } while (
    new Set(containers().map(({ id }) => id.split('-')[0])).size !== count ||
    document.querySelector('.slidev-slide-loading') !== null
  )
  const { classList } = document.documentElement
  classList.toggle('dark', dark)
  classList.toggle('print', !dark)
  return containers().map(({ id }) => id)
}
