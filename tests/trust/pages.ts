// The pages of a content as a build makes them, without a disk, opened in a browser that lets nothing out.

import type { BrowserContext, Page } from 'playwright-core'
import { inOnePiece } from '../../scripts/outputs/output.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { decks } from '../../scripts/outputs/decks.ts'
import { quizzes } from '../../scripts/outputs/quizzes.ts'
import { site } from '../../scripts/outputs/site.ts'
import type { Render } from '../../scripts/render/render.ts'

import { madeBy } from '../made-by.ts'

export type Files = Map<string, string | Uint8Array>

export async function pagesOf(content: Content, render: Render): Promise<Files> {
  const files = await madeBy([quizzes, decks, site], content, render)
  return new Map(files.map(({ path, data }) => [path, inOnePiece(data)]))
}

const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
}

export interface Reader {
  page: Page
  /** What pages did that text must not make them do: requests, dialogs, errors, code that ran. */
  offences: string[]
  /** Serves these files from now on. */
  serve(files: Files): void
  open(path: string): Promise<void>
}

export async function openReader(context: BrowserContext): Promise<Reader> {
  const offences: string[] = []
  let served: Files = new Map()
  const page = await context.newPage()
  await page.addInitScript('globalThis.__name = (named) => named')
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    const path = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, '$1index.html')
    const data = origin === 'http://factdeck.localhost' ? served.get(path) : undefined
    if (data !== undefined) {
      const contentType = `${types[path.split('.').at(-1) ?? ''] ?? 'text/plain'}; charset=utf-8`
      await route.fulfill({ body: typeof data === 'string' ? data : Buffer.from(data), contentType })
      return
    }
    offences.push(`asks for ${route.request().url()}`)
    await route.abort()
  })
  page.on('dialog', (dialog) => {
    offences.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (thrown) => offences.push(`error ${thrown.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      offences.push(`console ${message.text().slice(0, 200)}`)
  })
  page.on('popup', (popup) => offences.push(`window ${popup.url()}`))
  let turn = 0
  return {
    page,
    offences,
    serve(files) {
      served = files
    },
    async open(path) {
      // Another fragment alone would not load the page again.
      const [file, fragment] = path.split('#')
      turn += 1
      await page.goto(
        `http://factdeck.localhost/${file}?turn=${turn}${fragment === undefined ? '' : `#${fragment}`}`,
      )
    },
  }
}

/** All slides of the print view, a text each. */
export async function slidesOf(reader: Reader, path: string, count: number): Promise<string[]> {
  await reader.page.goto('about:blank')
  await reader.page.goto(`http://factdeck.localhost/${path}?print=true#/print`)
  await reader.page.waitForFunction((wanted) => {
    const containers = [...document.querySelectorAll('.print-slide-container')]
    return (
      new Set(containers.map(({ id }) => id.split('-')[0])).size === wanted &&
      document.querySelector('.slidev-slide-loading') === null &&
      containers.every((container) => (container.textContent ?? '').trim() !== '')
    )
  }, count)
  return reader.page.$$eval('.print-slide-container', (containers) =>
    containers.map(({ textContent }) => textContent ?? ''),
  )
}

export async function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(
    () => '__hostile' in globalThis || document.querySelector('img, iframe, object') !== null,
  )
}
