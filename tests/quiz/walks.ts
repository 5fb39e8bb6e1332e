// Runs walks (walk/walk.ts) within pages of a browser, several beside each other.

import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { walk as walkIn } from './walk/walk.ts'

export interface Walks {
  /** Pages of the player by name, those together that share their storage; the walks take them in turn. */
  pages: Readonly<Record<string, readonly string[]>>
  /** The first seed, and how many follow from there. */
  from: number
  count: number
  /** Steps of each. */
  steps: number
  /** How many walk beside each other. */
  lanes: number
}

/** How many walks a page of the browser makes before a new one takes over, so that nothing piles up. */
const most = 100

/** What went wrong, walk by walk. `empty` is the address of any page on a web server. */
export async function runWalks(browser: Browser, empty: string, walks: Walks): Promise<string[]> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('walk/walk.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'walks',
  })
  const code = outputFiles[0]!.text
  const faults: string[] = []
  const last = walks.from + walks.count
  let next = walks.from
  const batch = Math.min(most, Math.ceil(walks.count / walks.lanes))
  const lane = async (): Promise<void> => {
    while (next < last) {
      const seeds = Array.from({ length: Math.min(batch, last - next) }, (_, n) => next + n)
      next += seeds.length
      faults.push(...(await runBatch(browser, empty, code, walks, seeds)))
    }
  }
  await Promise.all(Array.from({ length: walks.lanes }, lane))
  return faults
}

async function runBatch(
  browser: Browser,
  empty: string,
  code: string,
  { pages, steps }: Walks,
  seeds: readonly number[],
): Promise<string[]> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 8, height: 8 } })
  const faults: string[] = []
  try {
    const page: Page = await context.newPage()
    await page.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><style>iframe { position: fixed; width: 30rem; height: 30rem; opacity: 0 }</style>',
      }),
    )
    await page.exposeFunction('press', (key: string) => page.keyboard.press(key))
    await page.goto(empty)
    await page.addScriptTag({ content: code })
    const names = Object.keys(pages)
    const said = await page.evaluate(
      async ([all, seedList, count]) => {
        const { walks, press } = globalThis as unknown as {
          walks: { walk: typeof walkIn }
          press(key: string): Promise<void>
        }
        const found: string[] = []
        for (const seed of seedList) {
          const [name, own] = all[seed % all.length]!
          const fault = await walks.walk(own, seed, count, press)
          if (fault !== undefined) found.push(`${name}, ${fault}`)
        }
        return found
      },
      [names.map((name) => [name, pages[name]!] as const), seeds, steps] as const,
    )
    faults.push(...said)
  } catch (thrown) {
    faults.push(`seeds ${seeds[0]} to ${seeds.at(-1)}: ${(thrown as Error).message.split('\n')[0]}`)
  } finally {
    await context.close()
  }
  return faults
}
