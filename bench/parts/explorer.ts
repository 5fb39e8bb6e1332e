import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { factdeck, median } from '../measure.ts'
import type { Part } from '../part.ts'
import { kilobytes, type Row } from '../table.ts'
import { writeContent } from '../write-content.ts'

/** The fact explorer of large units, opened from a disk, in a browser that has not seen it. */
export const explorer: Part = async ({ quick, folder, say }) => {
  const rows: Row[] = []
  const browser = await launchBrowser()
  try {
    for (const count of quick ? [300, 2000] : [3000, 10_000]) {
      say(`${count} facts`)
      const { root } = await writeContent(folder, { decks: count / 10 })
      const out = join(folder, 'out')
      await factdeck(['build', '--only', 'site', '--content', root, '--out', out])
      rows.push(...(await measured(browser, { root, out, count, runs: quick ? 1 : 5 })))
    }
  } finally {
    await browser.close()
  }
  return rows
}

interface Built {
  root: string
  out: string
  count: number
  runs: number
}

async function measured(browser: Browser, { root, out, count, runs }: Built): Promise<Row[]> {
  const facts = `${count.toLocaleString('en')} facts`
  const start = pathToFileURL(join(out, 'facts.html')).href
  const fitting = (await factsWith(root, /q/i)).toLocaleString('en')
  const times = {
    usable: [] as number[],
    first: [] as number[],
    next: [] as number[],
    linked: [] as number[],
  }
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const says = (words: string) =>
      page.waitForFunction((text) => document.querySelector('#_shown')!.textContent.startsWith(text), words, {
        polling: 'raf',
      })
    const isUsable = () =>
      page.waitForFunction(
        () => document.readyState === 'complete' && document.querySelector('#_filter')!.checkVisibility(),
        undefined,
        { polling: 'raf' },
      )
    times.usable.push(
      await timed(async () => {
        await page.goto(start, { waitUntil: 'commit' })
        await isUsable()
      }),
    )
    await page.locator('#_text').focus()
    // Nobody types sooner. No letter is in all facts.
    await page.waitForTimeout(500)
    const press = (key: string, words: string) =>
      timed(() => Promise.all([says(words), page.keyboard.press(key)]))
    times.first.push(await press('q', `${fitting} of`))
    times.next.push(await press('q', '0 of'))
    const last = `landing-${String(count / 10 - 1).padStart(4, '0')}-9`
    await page.goto('about:blank')
    times.linked.push(
      await timed(async () => {
        await page.goto(`${start}#${last}`, { waitUntil: 'commit' })
        await page.waitForFunction(
          (id) => {
            const fact = document.querySelector(`article[id="${id}"]`)
            const { top = -1 } = fact?.getBoundingClientRect() ?? {}
            return top >= 0 && top < innerHeight
          },
          last,
          { polling: 'raf' },
        )
      }),
    )
    await context.close()
  }
  const row = (what: string, values: readonly number[], most?: number): Row => {
    const ms = median(values)
    return {
      what: `${facts}: ${what}`,
      ours: `${Math.round(ms)} ms`,
      ...(most === undefined ? {} : { target: `≤ ${most} ms`, met: ms <= most }),
    }
  }
  const largest = Math.max(...(await sizesOfPages(out)))
  return [
    row('the explorer opened from a disk, until it is usable', times.usable, 500),
    row('its filter, the first key half a second later, until the list is right', times.first, 100),
    row('the next key', times.next, 100),
    row('a link to the last fact, until it is in sight', times.linked, 500),
    {
      what: `${facts}: the largest page of the explorer`,
      ours: kilobytes(largest),
      target: '≤ 1,000 kB',
      met: largest <= 1_000_000,
    },
  ]
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

/** How many facts have such a letter in what the explorer searches. */
async function factsWith(root: string, letter: RegExp): Promise<number> {
  interface Fact {
    statement: string
    short: string
    note: string
    evidence: { source: string }[]
  }
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(join(root, 'facts', name), 'utf8')) as T
  const { sources } = await read<{ sources: { id: string; title: string; publisher: string }[] }>(
    'sources.json',
  )
  const told = new Map(sources.map(({ id, title, publisher }) => [id, `${title} ${publisher}`]))
  let count = 0
  for (const name of (await readdir(join(root, 'facts'))).filter((each) => each.startsWith('coast-'))) {
    const { facts } = await read<{ facts: Fact[] }>(name)
    count += facts.filter(({ statement, short, note, evidence }) =>
      letter.test([statement, short, note, ...evidence.map(({ source }) => told.get(source))].join(' ')),
    ).length
  }
  return count
}

async function sizesOfPages(out: string): Promise<number[]> {
  const pages = await readdir(join(out, 'facts')).catch(() => [])
  const paths = ['facts.html', ...pages.map((name) => join('facts', name))]
  return Promise.all(paths.map(async (path) => (await stat(join(out, path))).size))
}
