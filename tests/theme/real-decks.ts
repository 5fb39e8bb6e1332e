/* oxlint-disable unicorn/consistent-function-scoping -- a function travels to the browser as its own text */
// The decks of the repository's own content in a browser: every slide and every click step at once, as for
// printing, or one after the other, as a class sees them.

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
  /** A deck as it would be with these settings. */
  dataOf(deck: Deck, settings: Partial<Deck>): Promise<DeckData>
  /** Shows a deck in the open page, a container for every slide and click step. */
  show(data: DeckData, scheme: 'light' | 'dark'): Promise<string[]>
  page: Page
  /** A page that shows one slide at a time, as a class sees it; prepared before it is loaded. */
  openShow(prepare?: (page: Page) => Promise<unknown>): Promise<Page>
  /** A deck in one file, without its fonts. */
  withoutFonts(data: DeckData): string
}

/** A slide at a step of its clicks. */
export interface ClickState {
  deck: DeckData
  slide: number
  step: number
  /** What it has in common with others: its layout, for questions their kind, and the step. */
  form: string
}

/** Every click state of a deck, by the containers of its slides. */
export function clickStates(deck: DeckData, ids: readonly string[]): ClickState[] {
  return ids.map((id) => {
    // "003-01" is the third slide before its first click.
    const [slide = 0, shown = 0] = id.split('-').map(Number)
    const step = shown - 1
    const { layout, frontmatter } = deck.slides[slide - 1]!
    const { kind = '' } = (frontmatter['question'] ?? {}) as { kind?: string }
    return { deck, slide, step, form: `${layout} ${kind} ${step}` }
  })
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
  const files = new Map(shell.sharedFiles.map(({ name, data }) => [`/assets/${name}`, data]))
  const first = decks[0]
  if (!first) throw new Error('Unexpected content without a deck')

  const open = async (address: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> => {
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
    await prepare?.(page)
    await page.goto(`http://decks.localhost/deck${address}`)
    return page
  }
  const page = await open('?print=clicks#/print')
  await page.locator('.print-slide-container').first().waitFor()
  return {
    decks,
    page,
    dataOf: async (deck, settings) =>
      shell.deckData(deckMarkdown({ ...deck, ...settings }, render.templates), deck.id),
    openShow: (prepare) => open('#/1', prepare),
    withoutFonts: (data) =>
      Buffer.concat(shell.oneFilePage(data, { notes: true }))
        .toString('utf8')
        .replaceAll(/url\(["']?data:font\/[^)]*\)/g, 'url()'),
    async show(data, scheme) {
      await putInPlace(page, data)
      return page.evaluate(settled, { count: data.slides.length, dark: scheme === 'dark' })
    },
  }
}

async function putInPlace(page: Page, data: DeckData): Promise<void> {
  await page.evaluate(
    (next) => (Reflect.get(window, '__factdeck') as { show(deck: unknown): Promise<void> }).show(next),
    data,
  )
}

/**
 * Shows these states in the page one after the other. What `look` finds is returned with its place; `main` is
 * the slide.
 */
export async function walk(
  page: Page,
  states: readonly ClickState[],
  look: (state: ClickState, main: string) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = []
  let open: DeckData | undefined
  for (const state of states) {
    const { deck, slide, step, form } = state
    if (open !== deck) await putInPlace(page, deck)
    open = deck
    await page.evaluate((hash) => (location.hash = hash), `#/${slide}?clicks=${step}`)
    await page.waitForFunction(
      (announced) => {
        const said = document.querySelector('[role=status]')?.textContent ?? ''
        const mains = [...document.querySelectorAll('main')].filter((main) => main.checkVisibility())
        // The slide before it stays until its transition has ended.
        return mains.length === 1 && new RegExp(announced, 's').test(said)
      },
      `^Slide ${slide} of ${deck.slides.length}\\b${step > 0 ? `.*, step ${step} of` : '(?!.*, step [1-9])'}`,
    )
    const main = `.slidev-page-${slide} main`
    for (const each of await look(state, main)) found.push(`${deck.id} ${slide} ${form}: ${each}`)
  }
  return found
}

/** What is wrong with the slides in the page, by slide. */
export async function offencesOf(page: Page, ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const id of ids)
    for (const offence of await page.evaluate(slideOffences, `[id="${id}"] .fd-slide`))
      found.push(`${id}: ${offence}`)
  return found
}

/** What people see in each of these containers, and what is read to those who do not see it. */
export async function perceivedAt(page: Page, ids: readonly string[]): Promise<string[]> {
  const seen = await page.evaluate(
    (containers) => containers.map((id) => document.getElementById(id)!.innerText),
    ids,
  )
  const perceived: string[] = []
  for (const [index, id] of ids.entries())
    perceived.push(`${seen[index]!}\n${await page.locator(`[id="${id}"]`).ariaSnapshot()}`)
  return perceived
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
