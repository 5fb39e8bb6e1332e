// axe over the slide that a page shows.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Puts axe into the page, and into every one to which it goes. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(source)
  await page.evaluate(source)
}

/** What axe finds within what a selector leads to. */
export function violationsAt(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(async (within) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(within, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 90)} ${any[0]?.message.slice(0, 160) ?? ''}`),
    )
  }, selector)
}
