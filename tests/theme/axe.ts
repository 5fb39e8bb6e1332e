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

/**
 * Keeps a page of Slidev from drawing all other slides behind the one that it shows, which it does after three
 * seconds: axe reads them every time. What slides could do to one another has tests of its own.
 */
export function withoutSlidesBehind(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const { setTimeout: later } = globalThis
    Object.assign(globalThis, {
      setTimeout: (ring: () => void, after?: number, ...given: []) =>
        after === 3000 ? 0 : later(ring, after, ...given),
    })
  })
}

/** What axe finds within what a selector leads to. */
export async function violationsAt(page: Page, selector: string): Promise<string[]> {
  return (await violationsWithin(page, [selector])).map(([, found]) => found)
}

/** What axe finds within what each selector leads to, which it comes with; the page is read once for all of them. */
export function violationsWithin(page: Page, selectors: readonly string[]): Promise<[string, string][]> {
  return page.evaluate(async (all) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const include = all.map((selector) => [selector])
    const { violations } = await axe.run({ include }, { resultTypes: ['violations'], elementRef: true })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, element }): [string, string] => [
        all.find((selector) => element?.closest(selector)) ?? '',
        `${id}: ${html.slice(0, 90)} ${any[0]?.message.slice(0, 160) ?? ''}`,
      ]),
    )
  }, selectors)
}
