// The explorer in pages, as a reader meets it: from a disk, from a web server, with and without scripts.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { violations } from '../quiz/violations.ts'
import { findFirefox, openFirefox } from '../studio/firefox.ts'
import { serve } from '../theme/serve.ts'
import { largeContent, largeCount } from './large-unit.ts'
import { sitePages } from './pages.ts'

let browser: Browser
let folder: string
let server: Awaited<ReturnType<typeof serve>>
const complaints: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'factdeck-pages-'))
  for (const language of ['en', 'ar'])
    for (const [path, page] of Object.entries(await sitePages(largeContent(language)))) {
      await mkdir(dirname(join(folder, language, path)), { recursive: true })
      await writeFile(join(folder, language, path), page)
    }
  server = await serve(join(folder, 'en'))
})

afterAll(async () => {
  server?.close()
  await browser?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  expect(complaints.splice(0)).toEqual([])
})

const onDisk = (language = 'en'): string => pathToFileURL(join(folder, language, '/')).href
const onServer = (): string => server.url

async function open(
  path: string,
  options: BrowserContextOptions = {},
  base = onDisk(),
  meanwhile: (page: Page) => Promise<unknown> = async () => {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (thrown) => complaints.push(String(thrown)))
  await meanwhile(page)
  await page.goto(new URL(path, base).href)
  return page
}

const status = (page: Page): Promise<string | null> => page.locator('#_shown').textContent()
const found = (page: Page): Promise<string[]> =>
  page.locator('.found a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!))

test.for([
  ['a disk', onDisk],
  ['a web server', onServer],
] as const)('searches all pages, from %s', async ([, base]) => {
  const page = await open('facts.html', {}, base())
  expect(await status(page)).toBe(`${largeCount} facts, on pages by topic`)
  await page.locator('#_text').fill("mayor's 12000 CAFE")
  await expect.poll(() => status(page)).toBe(`1 of ${largeCount} facts fits`)
  expect(await found(page)).toEqual(['facts/gauges.html#gauge-7'])
  // What is off the screen has no text for a reader until it is painted.
  await expect
    .poll(() => page.locator('.found').innerText())
    .toContain('Gauge number 7 of the harbour office')
  await expect.poll(() => page.locator('.found .chip').innerText()).toBe('Reported')
  expect(await page.locator('#_topics').isVisible()).toBe(false)
  await page.locator('.found a').press('Enter')
  await expect.poll(() => new URL(page.url()).hash).toBe('#gauge-7')
  await page.locator('#gauge-7').waitFor()
  await page.goBack()
  await expect.poll(() => found(page)).toEqual(['facts/gauges.html#gauge-7'])
  await page.locator('#_text').fill('no such thing')
  await expect.poll(() => status(page)).toBe(`0 of ${largeCount} facts fit`)
  expect(await page.locator('#_none').isVisible()).toBe(true)
  await page.locator('button[type=reset]').press('Enter')
  await expect.poll(() => status(page)).toBe(`${largeCount} facts, on pages by topic`)
  expect(await page.locator('#_topics').isVisible()).toBe(true)
})

test('whoever follows a result at once finds the search again on the way back', async () => {
  const page = await open('facts.html#?text=gauge')
  await expect.poll(() => page.locator('.found > li').count()).toBe(50)
  const before = page.url()
  await page.locator('#_text').evaluate((field: HTMLInputElement) => {
    field.value = '12000'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    document.querySelector<HTMLElement>('.found a')!.click()
  })
  await page.waitForURL(/#gauge-7$/)
  await page.goBack()
  expect(page.url()).not.toBe(before)
  await expect.poll(() => found(page)).toEqual(['facts/gauges.html#gauge-7'])
})

const firefox = findFirefox()

test.skipIf(firefox === undefined)(
  `in Firefox${firefox === undefined ? ' (skipped: none is installed; FACTDECK_FIREFOX names one)' : ''} the search finds from a disk, too`,
  async () => {
    const page = await openFirefox(firefox!)
    try {
      await page.goto(new URL('facts.html#?text=12000', onDisk()).href)
      await page.until(`document.querySelector('.found a') !== null`)
      expect(await page.evaluate(`document.querySelector('.found a').getAttribute('href')`)).toBe(
        'facts/gauges.html#gauge-7',
      )
      expect(page.faults).toEqual([])
    } finally {
      await page.close()
    }
  },
)

test.skipIf(firefox === undefined)(
  `in Firefox${firefox === undefined ? ' (skipped: none is installed; FACTDECK_FIREFOX names one)' : ''} a link to a fact leads to its page from a disk, too`,
  async () => {
    const page = await openFirefox(firefox!)
    try {
      await page.goto(new URL('facts/tides.html', onDisk()).href)
      await page.evaluate(`location.href = '../facts.html#gauge-180'`)
      await page.until(`document.querySelector('article[id="gauge-180"]') !== null`)
      expect(await page.evaluate(`location.pathname + location.hash`)).toMatch(
        /\/facts\/gauges\.2\.html#gauge-180$/,
      )
      await page.evaluate('history.back()')
      await page.until(`location.pathname.endsWith('/facts/tides.html')`)
      expect(page.faults).toEqual([])
    } finally {
      await page.close()
    }
  },
)

test('every choice of the filter finds what a page of all facts would show', async () => {
  const page = await open('facts.html')
  for (const [hash, first, count] of [
    ['topic=bridges', 'facts/bridges.html#bridge-would-cost-sugar', 3],
    ['article=bridge-letter', 'facts/tides.html#tide-was-ordinary', 2],
    ['actor=sugar-board', 'facts/bridges.html#bridge-would-cost-sugar', 2],
    ['status=planned&status=opinion', 'facts/tides.html#tide-was-ordinary', 2],
    ['from=2024', 'facts/tides.html#gauge-stands-since-2019', 2],
    ['to=2018', 'facts/bridges.html#sugar-board-hid-the-bill', 1],
  ] as const) {
    await page.evaluate((to) => (location.hash = `#?${to}`), hash)
    // The one before may have found as many.
    await expect
      .poll(async () => [parseInt((await status(page)) ?? ''), (await found(page))[0]], { message: hash })
      .toEqual([count, first])
  }
})

test('many are shown by fifties; the focus goes to the first of the next', async () => {
  const page = await open('facts.html#?text=gauge')
  await expect.poll(() => page.locator('.found > li').count()).toBe(50)
  await page.locator('#_more').press('Enter')
  expect(await page.locator('.found > li').count()).toBe(100)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
    (await found(page))[50],
  )
  expect(await violations(page)).toEqual([])
})

test('a link to a fact leads to its page, and Back to where one came from', async () => {
  const page = await open('facts.html')
  await page.goto('about:blank')
  await page.goto(new URL('facts.html#gauge-180', onDisk()).href)
  await page.waitForURL(/facts\/gauges\.2\.html#gauge-180$/)
  const top = () => page.locator('#gauge-180').evaluate((fact) => fact.getBoundingClientRect().top)
  await expect.poll(top).toBeLessThan(900)
  await page.goBack()
  expect(page.url()).toBe('about:blank')
})

test('a link to a fact leads on before the rest of the page is there', async () => {
  const start = await readFile(join(folder, 'en/facts.html'), 'utf8')
  const slow = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    if (request.url === '/facts.html') response.write(start.slice(0, start.indexOf('<body')))
    else response.end('<!doctype html><article id="gauge-180">')
  })
  await new Promise<void>((ready) => slow.listen(0, '127.0.0.1', ready))
  try {
    const page = await open('about:blank')
    const base = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`
    await page.goto(`${base}facts.html#gauge-180`, { waitUntil: 'commit' })
    await page.waitForURL(/facts\/gauges\.2\.html#gauge-180$/, { waitUntil: 'commit' })
    await page.goBack()
    expect(page.url()).toBe('about:blank')
  } finally {
    slow.closeAllConnections()
    slow.close()
  }
})

test.for([
  ['a disk', onDisk],
  ['a web server', onServer],
] as const)(
  'a fact named in the page that is open leads to its page again and again, from %s',
  async ([, base]) => {
    const page = await open('facts.html', {}, base())
    for (let time = 0; time < 2; time++) {
      await page.evaluate(() => (location.hash = '#gauge-180'))
      await page.waitForURL(/facts\/gauges\.2\.html#gauge-180$/)
      await page.locator('#gauge-180').waitFor()
      await page.goBack()
      await page.waitForURL(/facts\.html$/)
      expect(await status(page)).toBe(`${largeCount} facts, on pages by topic`)
    }
  },
)

test('an anchor that is no fact of the unit leads nowhere and runs nothing', async () => {
  const page = await open('facts.html')
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message())
    void dialog.dismiss()
  })
  for (const anchor of [
    'gauge-1800',
    'gauge-18%20',
    'gauge-1 gauge-2',
    'auge-1',
    '_topics',
    '__proto__',
    'facts/tides.html',
    'javascript:alert(1)',
    '"]}</script><script>alert(1)</script>',
  ]) {
    await page.goto('about:blank')
    await page.goto(`${new URL('facts.html', onDisk()).href}#${anchor}`)
    expect(new URL(page.url()).pathname, anchor).toMatch(/\/en\/facts\.html$/)
    expect(await status(page), anchor).toBe(`${largeCount} facts, on pages by topic`)
  }
})

test('where scripts run, the page makes no element for each fact', async () => {
  const page = await open('facts.html')
  expect(await page.locator('.fact-page').count()).toBeGreaterThan(5)
  expect(
    await page.locator('.fact-page *').evaluateAll((all) => all.map((each) => each.localName)),
  ).not.toContain('i')
})

test('without scripts a link to a fact marks the page that has it, and every page is whole', async () => {
  const page = await open('facts.html#gauge-180', {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 300 },
  })
  expect(await page.locator('form:visible').count()).toBe(0)
  expect(await page.locator('noscript > p').innerText()).toContain('The search needs JavaScript.')
  const marked = page.locator('.fact-page:has(:target)')
  expect(await marked.locator('a').getAttribute('href')).toBe('facts/gauges.2.html')
  const { y } = (await marked.boundingBox())!
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y).toBeLessThan(300)
  await marked.locator('a').click()
  await page.waitForURL(/facts\/gauges\.2\.html$/)
  expect(await page.locator('article.fact:visible').count()).toBe(100)
})

test('where the search cannot be loaded that is said, and the pages are there', async () => {
  const page = await open('facts.html', {}, onServer(), (opened) =>
    opened.route('**/search-1.js', (route) => route.abort()),
  )
  await page.locator('#_text').fill('sugar')
  await expect.poll(() => status(page)).toContain('The search could not be loaded')
  complaints.splice(0)
  await page.unroute('**/search-1.js')
  await page.locator('#_text').fill('sugar s')
  await expect.poll(() => status(page)).toMatch(/^1 of|^2 of/)
})

test('nothing but its own index is loaded, and what is put into the page does not run', async () => {
  const asked: string[] = []
  const page = await open('facts.html', {}, onServer(), async (opened) => {
    opened.on('request', (request) => asked.push(new URL(request.url()).pathname))
  })
  await page.locator('#_text').fill('sugar')
  await expect.poll(() => status(page)).toMatch(/^\d of/)
  expect(new Set(asked)).toEqual(
    new Set(['/facts.html', ...asked.filter((path) => /^\/facts\/search-\d\.js$/.test(path))]),
  )
  const ran = await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<button onclick="window.ran = 1">')
    document.body.querySelector<HTMLElement>('[onclick]')!.click()
    return 'ran' in window
  })
  expect(ran).toBe(false)
  expect(complaints.splice(0).join()).toMatch(/Content Security Policy/)
})

test.for(['facts.html', 'facts.html#?text=gauge+number+12', 'facts/gauges.2.html', 'facts/tides.html'])(
  'axe finds nothing in %s, wide, narrow or dark, and nothing scrolls sideways',
  async (path) => {
    for (const language of ['en', 'ar'])
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 320],
      ] as const) {
        const page = await open(path, { colorScheme, viewport: { width, height: 740 } }, onDisk(language))
        if (path.includes('?')) await page.locator('.found a').first().waitFor()
        expect(await violations(page), `${language} ${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await page.context().close()
      }
  },
)

test('in print a page is its facts', async () => {
  const page = await open('facts/gauges.html')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('article.fact:visible').count()).toBe(100)
  expect(await page.locator('.around:visible').count()).toBe(0)
})
