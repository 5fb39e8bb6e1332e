import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { serve } from '../theme/serve.ts'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { bank, question, sampleContent } from './content.ts'
import { allMade, sitePages } from './pages.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let folder: string
let server: Awaited<ReturnType<typeof serve>>
const complaints: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'factdeck-site-'))
  const pages = {
    ...(await sitePages(sampleContent(), await allMade(sampleContent()))),
    ...(await hostilePages()),
  }
  for (const [path, page] of Object.entries(pages)) await writeFile(join(folder, path), page)
  server = await serve(folder)
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

/**
 * Opens a page of the site from disk; every request beyond the page itself and every complaint of the browser
 * is an offence.
 */
async function open(
  path: string,
  options: BrowserContextOptions = {},
  base = pathToFileURL(`${folder}/`).href,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.on('request', (request) => {
    const url = request.url()
    if (!request.isNavigationRequest() && !url.startsWith('data:')) complaints.push(`asks for ${url}`)
  })
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (thrown) => complaints.push(String(thrown)))
  await page.goto(new URL(path, base).href)
  return page
}

function shownFacts(page: Page): Promise<string[]> {
  return page
    .locator('article.fact')
    .evaluateAll((facts) => facts.filter((each) => each.checkVisibility()).map((each) => each.id))
}

/** Presses Tab until the control has the focus, as a person without a mouse does. */
async function tabTo(page: Page, control: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.locator(control).evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${control}`)
}

async function hash(page: Page, expected: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).hash).toBe(expected)
}

test('filters by words, whatever their case and accents, and says how many facts are left', async () => {
  const page = await open('facts.html')
  expect(await shownFacts(page)).toHaveLength(6)
  await tabTo(page, '#_text')
  await page.keyboard.type('CAFE sugar')
  expect(await shownFacts(page)).toEqual(['bridge-would-cost-sugar'])
  expect(await page.locator('[role=status]').textContent()).toBe('1 of 6 facts shown')
  expect(await page.locator('section.topic:visible').count()).toBe(1)
  await hash(page, '#?text=CAFE+sugar')
  await page.keyboard.press('Enter')
  expect(await shownFacts(page)).toEqual(['bridge-would-cost-sugar'])
  await page.keyboard.type(' no such thing')
  expect(await shownFacts(page)).toEqual([])
  expect(await page.locator('#_none').isVisible()).toBe(true)
})

test('words of the page itself are not searched', async () => {
  const page = await open('facts.html')
  await tabTo(page, '#_text')
  await page.keyboard.type('evidence')
  expect(await shownFacts(page)).toEqual([])
})

test.for([
  ['#_article', 'A letter', ['tide-was-ordinary', 'bridge-would-cost-sugar'], '#?article=bridge-letter'],
  ['#_actor', 'Sugar', ['bridge-would-cost-sugar', 'sugar-board-hid-the-bill'], '#?actor=sugar-board'],
  [
    '#_topic',
    'Bridges',
    ['bridge-would-cost-sugar', 'second-bridge-is-planned', 'sugar-board-hid-the-bill'],
    '#?topic=bridges',
  ],
] as const)('filters by a choice of %s, by keyboard', async ([control, typed, expected, address]) => {
  const page = await open('facts.html')
  await tabTo(page, control)
  await page.keyboard.type(typed)
  await expect.poll(() => shownFacts(page)).toEqual(expected)
  await hash(page, address)
})

test('filters by status: several words widen the choice', async () => {
  const page = await open('facts.html')
  await tabTo(page, '[name=status][value=planned]')
  await page.keyboard.press('Space')
  expect(await shownFacts(page)).toEqual(['second-bridge-is-planned'])
  await tabTo(page, '[name=status][value=opinion]')
  await page.keyboard.press('Space')
  expect(await shownFacts(page)).toEqual(['tide-was-ordinary', 'second-bridge-is-planned'])
  await hash(page, '#?status=planned&status=opinion')
})

test.for([
  ['2021-05', '2021-05', ['high-water-reached-the-quay', 'tide-was-ordinary', 'gauge-stands-since-2019']],
  ['2024', '', ['gauge-stands-since-2019', 'second-bridge-is-planned']],
  ['', '2018', ['sugar-board-hid-the-bill']],
  ['2020-04', '2020-12', ['gauge-stands-since-2019']],
  ['2020-03', '2020', ['gauge-stands-since-2019', 'sugar-board-hid-the-bill']],
] as const)('filters by date, from "%s" to "%s", open ends included', async ([from, to, expected]) => {
  const page = await open('facts.html')
  await tabTo(page, '#_from')
  await page.keyboard.type(from)
  await tabTo(page, '#_to')
  await page.keyboard.type(to)
  expect((await shownFacts(page)).toSorted()).toEqual(expected.toSorted())
})

test('a half-typed date does not filter yet', async () => {
  const page = await open('facts.html')
  await tabTo(page, '#_from')
  await page.keyboard.type('2021-0')
  expect(await shownFacts(page)).toHaveLength(6)
  expect(await page.locator('#_nomonth').isVisible()).toBe(false)
})

test('what is no month is said, and filters nothing', async () => {
  const page = await open('facts.html')
  await tabTo(page, '#_from')
  await page.keyboard.type('2024-13')
  expect(await shownFacts(page)).toHaveLength(6)
  expect(await page.locator('#_nomonth').innerText()).toContain('This is no month')
  expect(await page.locator('#_from').getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.press('Backspace')
  expect(await page.locator('#_nomonth').isVisible()).toBe(false)
})

test('apostrophes and marks of thousands do not keep a fact from being found', async () => {
  const page = await open('facts.html')
  await page
    .locator('article.fact')
    .nth(1)
    .locator('.statement')
    .evaluate((statement) => {
      statement.textContent = 'The mayor’s office counted 12,000 carts.'
    })
  for (const words of ["mayor's 12000", 'mayor’s 12 000', '12.000 MAYOR`S']) {
    await page.locator('#_text').fill(words)
    expect(await shownFacts(page), words).toHaveLength(1)
  }
})

test('thousands of facts are laid out as they come into sight', async () => {
  const page = await open('facts.html')
  await page.evaluate(() => {
    const topic = document.querySelector('section.topic')!
    const fact = topic.querySelector('article')!
    for (let n = 0; n < 3000; n++) topic.append(fact.cloneNode(true))
  })
  /** How many have their contents laid out; all of them would take ten seconds. */
  const laidOut = () =>
    page
      .locator('article.fact > :first-child')
      .evaluateAll(
        (parts) => parts.filter((part) => part.checkVisibility({ contentVisibilityAuto: true })).length,
      )
  await expect.poll(laidOut).toBeLessThan(60)
  const first = await laidOut()
  expect(first).toBeGreaterThan(0)
  await page
    .locator('article.fact')
    .last()
    .evaluate((fact) => fact.scrollIntoView())
  await page
    .locator('article.fact')
    .last()
    .locator('> :first-child')
    .evaluate(async (part) => {
      while (!part.checkVisibility({ contentVisibilityAuto: true })) await new Promise(requestAnimationFrame)
    })
  expect(await laidOut()).toBeLessThan(120)
})

test('an address restores the filter, and clearing empties both', async () => {
  const page = await open(
    'facts.html#?text=sugar&actor=sugar-board&status=alleged&status=estimated&from=2019&junk=1',
  )
  expect(await shownFacts(page)).toEqual(['sugar-board-hid-the-bill'])
  expect(await page.locator('#_text').inputValue()).toBe('sugar')
  expect(await page.locator('#_actor').inputValue()).toBe('sugar-board')
  expect(await page.locator('[name=status]:checked').count()).toBe(2)
  await tabTo(page, 'button[type=reset]')
  await page.keyboard.press('Enter')
  await expect.poll(() => shownFacts(page)).toHaveLength(6)
  await hash(page, '')
})

test('an address that names nothing known filters nothing', async () => {
  const page = await open('facts.html#?actor=nobody&status=%3Cscript%3E&from=soon')
  expect(await shownFacts(page)).toHaveLength(6)
  expect(await page.locator('#_actor').inputValue()).toBe('')
})

test('a link to a fact that the filter hides shows it, and Back brings the filter back', async () => {
  const page = await open('facts.html#?status=opinion')
  await page.locator('#tide-was-ordinary .disagreement a').press('Enter')
  await expect.poll(() => shownFacts(page)).toHaveLength(6)
  await hash(page, '#high-water-reached-the-quay')
  await expect
    .poll(() =>
      page.locator('#high-water-reached-the-quay').evaluate((fact) => fact.getBoundingClientRect().top),
    )
    .toBeLessThan(900)
  await page.goBack()
  await expect.poll(() => shownFacts(page)).toEqual(['tide-was-ordinary'])
})

test('status words and articles of the overview lead into the filtered facts', async () => {
  const page = await open('index.html')
  await page.locator('.read-marks > summary').press('Enter')
  await page.locator('a[href="facts.html#?status=planned"]').press('Enter')
  await expect.poll(() => shownFacts(page)).toEqual(['second-bridge-is-planned'])
})

test('works the same from a web server', async () => {
  const page = await open('facts.html#?status=planned', {}, server.url)
  expect(await shownFacts(page)).toEqual(['second-bridge-is-planned'])
  await page.locator('[name=status][value=planned]').press('Space')
  await hash(page, '')
})

test('without JavaScript every fact is shown and no filter is offered', async () => {
  const page = await open('facts.html', { javaScriptEnabled: false })
  expect(await page.locator('article.fact:visible').count()).toBe(6)
  expect(await page.locator('form:visible').count()).toBe(0)
  expect(await page.locator('[role=status]').textContent()).toBe('6 of 6 facts shown')
})

test('a policy forbids whatever is not the page’s own', async () => {
  const page = await open('facts.html')
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    return 'ran' in window
  })
  expect(ran).toBe(false)
  expect(complaints.splice(0).join()).toMatch(/Content Security Policy/)
})

const hostile = [
  '{{7*7}}',
  '{% raw %}',
  '<script>window.ran = 1</script>',
  '</script><img src=x onerror="window.ran = 1">',
  '<!--',
  '"><b>bold',
  "' onmouseover='window.ran = 1",
  '$x$ & &amp; ${1}',
].join(' ')

async function hostilePages(): Promise<Record<string, string>> {
  const content = sampleContent()
  const [one] = content.facts
  Object.assign(one!, {
    statement: hostile,
    short: hostile,
    attribution: hostile,
    when: hostile,
    whenResolved: hostile,
    note: hostile,
    quote: { text: hostile, by: hostile },
    speakers: [{ id: 'harbour-office', name: hostile }],
    quantities: [{ ...one!.quantities[0]!, label: hostile, text: hostile }],
    evidence: [{ ...one!.evidence[0]!, title: hostile, citation: hostile }],
    disagreements: [
      { ...one!.disagreements[0]!, statement: hostile, about: hostile, reading: hostile, citation: hostile },
    ],
  })
  Object.assign(content.unit, { title: hostile, summary: hostile })
  Object.assign(content.sources[0]!, {
    title: hostile,
    publisher: hostile,
    note: hostile,
    relays: [hostile],
    url: 'javascript:alert(1)',
  })
  Object.assign(content.topics[0]!, { title: hostile, summary: hostile })
  Object.assign(content.decks[0]!, {
    title: hostile,
    summary: hostile,
    audience: hostile,
    objectives: [hostile],
  })
  content.banks = [bank('tides', hostile, [question('q', hostile, [one!])])]
  const { 'index.html': index = '', 'facts.html': facts = '' } = await sitePages(
    content,
    await allMade(content),
  )
  return { 'hostile-index.html': index, 'hostile-facts.html': facts }
}

test.for(['hostile-index.html', 'hostile-facts.html'])('hostile text stays text in %s', async (path) => {
  const page = await open(path)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await page.locator('script').count()).toBe(path.includes('facts') ? 1 : 0)
  expect(await page.locator('img, b, [onerror], [onmouseover], a[href^="javascript:"]').count()).toBe(0)
  expect(await page.title()).toContain(hostile)
  const times = (await page.locator('body').evaluate((body) => body.textContent)).split(hostile).length - 1
  expect(times).toBeGreaterThanOrEqual(path.includes('facts') ? 14 : 9)
})

const wide = { width: 1280, height: 900 }
const narrow = { width: 360, height: 740 }
const looks = {
  light: [{}, wide],
  dark: [{ colorScheme: 'dark' }, wide],
  narrow: [{}, narrow],
  'narrow dark': [{ colorScheme: 'dark' }, narrow],
  'high contrast': [{ forcedColors: 'active' }, wide],
} as const

test.for(['index.html', 'facts.html', 'facts.html#?status=alleged', 'facts.html#tide-was-ordinary'])(
  'axe finds nothing in %s, however it is looked at',
  async (path) => {
    const page = await open(path, { bypassCSP: true })
    await page.evaluate(axeSource)
    const found: string[] = []
    for (const [name, [media, size]] of Object.entries(looks)) {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media })
      await page.setViewportSize(size)
      const closedForm = page.locator('#_fields:not([open]) > summary')
      if (await closedForm.count()) await closedForm.press('Enter')
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') }
        return (await axe.run({ resultTypes: ['violations'] })).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        )
      })
      found.push(...violations.map((violation) => `${name}: ${violation}`))
    }
    expect(found).toEqual([])
  },
)

test.for([360, 320])('nothing makes the page scroll sideways at a width of %i', async (width) => {
  for (const path of ['index.html', 'facts.html', 'hostile-index.html', 'hostile-facts.html']) {
    const page = await open(path, { viewport: { width, height: 740 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width)
  }
})

test('in print the facts stand alone, black on white also from a dark screen', async () => {
  const page = await open('facts.html', { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.locator('form').isVisible()).toBe(false)
  expect(await shownFacts(page)).toHaveLength(6)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
  expect(
    await page
      .locator('.chip')
      .first()
      .evaluate((chip) => getComputedStyle(chip).color),
  ).toBe('rgb(0, 0, 0)')
})
