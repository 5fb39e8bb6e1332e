// The little Markdown of texts in every output that shows them.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { call } from '../commands/call.ts'
import { pageTexts } from '../print/pdf.ts'
import { offences } from '../quiz/offences.ts'
import { markedEnd, writeMarkedUnit } from './marked-unit.ts'

let folder: string
let browser: Browser
const made = (path: string): string => join(folder, 'made', path)
const read = (path: string) => readFile(made(path), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factdeck-marked-'))
  await writeMarkedUnit(join(folder, 'unit'))
  const only =
    'learn,quizzes,site,decks,worksheets,moodle,canvas,qti21,qti3,anki-text,h5p,olx,epub,quarto,gift'
  const built = await call(['build', '--only', only, '--content', 'unit', '--out', 'made'], folder)
  expect(built).toMatchObject({ code: 0 })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  if (folder) await rm(folder, { recursive: true })
})

/** The text of all files of an archive. */
async function archive(path: string): Promise<string> {
  return Object.entries(unzipSync(await readFile(made(path))))
    .filter(([name]) => /\.(?:xml|xhtml|json|opf)$/.test(name))
    .map(([, data]) => Buffer.from(data).toString('utf8'))
    .join('\n')
}

/** What of the stem has markup, in HTML. */
const formula = '<msup><mi>c</mi><mi>x</mi></msup>'
const picture = 'alt="a red square"'

test.each(['quizzes/cost.html', 'learn.html', 'facts.html'])(
  '%s shows it without the player',
  async (path) => {
    const html = await read(path)
    expect(html).toContain('had <em>reportedly</em> cost')
    expect(html).toContain(formula)
    expect(html).toContain(picture)
    if (path !== 'facts.html') expect(html).toContain('and not **x.')
  },
)

test('the player shows it, and says its letters', async () => {
  const page = await browser.newPage()
  const found = offences(page)
  await page.goto(pathToFileURL(made('quizzes/cost.html')).href)
  await page.getByRole('button', { name: 'Start practice' }).click()
  const stem = page.locator('legend').first()
  await expect.poll(() => stem.locator('math msup').count()).toBe(1)
  expect(await stem.locator('code').innerText()).toBe('x_y')
  expect(await stem.locator('br').count()).toBe(1)
  expect(await stem.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40)
  await page.locator('.option input').first().check()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  expect(await page.locator('#player .because em').innerText()).toBe('not')
  expect(await page.locator('#player .facts .statement em').innerText()).toBe('reportedly')
  expect(await page.locator('#live').innerText()).toContain(
    String.raw`It is \frac{a}{b}, not c * d and not **x.`,
  )
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('button', { name: 'Details' }).click()
  expect(await page.locator('.standings math').count()).toBe(1)
  expect(found).toEqual([])
})

test('slides show it', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  const data = /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(
    await read('decks/bridge.html'),
  )!
  const { slides } = JSON.parse(data[1]!) as { slides: { layout: string }[] }
  const at = slides.findIndex(({ layout }) => layout === 'checkpoint') + 1
  await page.goto(`${pathToFileURL(made('decks/bridge.html')).href}#/${at}?clicks=1`)
  const stem = page.locator('.fd-checkpoint legend')
  await expect.poll(() => stem.locator('math msup').count()).toBe(1)
  expect(await stem.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40)
  expect(await page.locator('.fd-checkpoint .because em').innerText()).toBe('not')
  expect(await readdir(made('slidev/public/pictures'))).toHaveLength(1)
  await page.close()
})

test('worksheet and key set it', async () => {
  for (const name of ['cost-worksheet-A.pdf', 'cost-key.pdf']) {
    const text = (await pageTexts(await readFile(made(`pdf/${name}`)))).join('\n')
    // The letters of formulas are those of mathematics.
    const letters = text.normalize('NFKC').replaceAll(/\s+/g, '')
    expect(letters).toMatch(/Seee=m.*andx_y:.*twice/)
  }
})

test('exports hold it in the markup of their format, or its letters', async () => {
  const all = await archive('exports/qti21/questions.zip')
  expect(all).toContain(formula)
  expect(all).toContain(picture)
  expect(await archive('exports/qti3/questions.zip')).toContain(formula)
  expect(await archive('exports/epub/unit.epub')).toContain('properties="mathml"')
  const escaped = formula.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  expect(await read('exports/moodle/questions.xml')).toContain(escaped)
  expect(await read('exports/quarto/cost.qmd')).toContain('See $e = m c^x$ and `x_y`')
  expect(await read('exports/gift/questions.gift.txt')).toContain('a red square twice')
})

test('rules and lists see letters', async () => {
  const html = await read('slidev/bridge.md')
  expect(html).toContain(`stem: "What did mayor Ida Lind say in 2024 about the price?${markedEnd}"`)
})
