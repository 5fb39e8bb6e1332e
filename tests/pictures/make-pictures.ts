// The pictures of the documentation, from what `npm run build` made of the repository's own content: `npx tsx
// tests/pictures/make-pictures.ts`. Writes docs/layouts-light.png, docs/layouts-dark.png and
// docs/first-screen.png. The PDF page needs poppler's pdftoppm.

import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { LayoutSlide } from '../../contract/deck.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { openRealDecks, packageRoot, type RealDecks } from '../theme/real-decks.ts'

/** The fact whose way is shown, and where it comes out. */
const shown = {
  file: 'facts/oil.json',
  fact: 'oil-43-trips',
  deck: 'oil',
  quiz: 'oil-and-the-cap',
  question: 'oil-what-43-counts',
}

const docs = join(packageRoot, 'docs')
const browser = await launchBrowser()
const real = await openRealDecks(browser)
real.page.setDefaultTimeout(120_000)
for (const scheme of ['light', 'dark'] as const) await layoutSheet(real, scheme)
await firstScreen(browser, real)
await browser.close()

/** Every layout once, from the first deck that has it, after its last click. */
async function layoutSheet({ decks, show, page }: RealDecks, scheme: 'light' | 'dark'): Promise<void> {
  const pictures = new Map<string, Buffer>()
  for (const { deck, data } of decks) {
    const ids = await show(data, scheme)
    for (const id of new Map(ids.map((each) => [each.split('-')[0], each])).values()) {
      const slide = deck.slides[Number(id.split('-')[0]) - 1]
      if (slide?.kind !== 'layout') continue
      if (!pictures.has(slide.layout))
        pictures.set(slide.layout, await page.locator(`[id="${id}"]`).screenshot())
    }
  }
  const images = [...pictures.values()].map((picture) => `<img src="${asUrl(picture)}">`)
  await compose(
    `<style>body{margin:12px;background:${scheme === 'dark' ? '#4a4f52' : '#8f8b82'};display:grid;grid-template-columns:repeat(4,1fr);gap:12px}img{width:100%;display:block}</style>${images.join('')}`,
    1600,
    join(docs, `layouts-${scheme}.png`),
  )
}

async function firstScreen(opened: Browser, { decks, show, page }: RealDecks): Promise<void> {
  const entry = decks.find(({ deck }) => deck.id === shown.deck)
  if (!entry) throw new Error(`Unexpected content without the deck ${shown.deck}`)
  const number = entry.deck.slides.findIndex(
    (slide) => slide.facts.includes(shown.fact) && (slide as LayoutSlide).layout === 'figure',
  )
  const ids = await show(entry.data, 'light')
  const slide = await page
    .locator(`[id="${ids.find((id) => Number(id.split('-')[0]) === number + 1)}"]`)
    .screenshot()
  const text = await readFile(join(packageRoot, shown.file), 'utf8')
  await compose(
    `<style>
      body{margin:0;padding:26px;box-sizing:border-box;width:1200px;background:#e9e5da;font:16px/1.4 'Source Sans 3','Open Sans',sans-serif;display:grid;grid-template-columns:452px 1fr;gap:26px;color:#1f1c17}
      h2{margin:0 0 8px;font-size:17px;font-weight:600;color:#14535c}
      pre{margin:0;box-sizing:border-box;height:calc(100% - 34px);padding:16px 18px;background:#fff;border:1px solid #c9c2b0;font:14px/1.55 monospace;white-space:pre-wrap;overflow-wrap:anywhere}
      img{display:block;width:100%;border:1px solid #c9c2b0;box-sizing:border-box;background:#fff}
      .right{display:grid;grid-template-columns:1fr 277px;gap:20px 20px;align-content:start}
      .right>div{display:flex;flex-direction:column}
      .slide{grid-column:1/3}
      .page{position:relative;flex:1;overflow:hidden;border:1px solid #c9c2b0;background:#fff}
      .page img{position:absolute;inset:0 0 auto 0;border:0}
    </style>
    <div><h2>A fact in ${shown.file}</h2><pre>${factText(text)}</pre></div>
    <div class="right">
      <div class="slide"><h2>a slide</h2><img src="${asUrl(slide)}"></div>
      <div><h2>a question with its reasons</h2><img src="${asUrl(await question(opened))}"></div>
      <div><h2>a worksheet</h2><div class="page"><img src="${asUrl(await worksheet())}"></div></div>
    </div>`,
    1200,
    join(docs, 'first-screen.png'),
  )
}

/** The fact as its file has it, without what a first look does not need. */
function factText(file: string): string {
  const { facts } = JSON.parse(file) as { facts: Record<string, unknown>[] }
  const fact = facts.find(({ id }) => id === shown.fact)
  if (!fact) throw new Error(`Unexpected ${shown.file} without ${shown.fact}`)
  const { id, statement, short, saidBy, status, when, quantities, evidence } = fact
  return JSON.stringify({ id, statement, short, saidBy, status, when, quantities, evidence }, null, 2)
    .replaceAll(/[[{][^[\]{}]*[\]}]/g, (flat) => flat.replaceAll(/\s+/g, ' '))
    .replaceAll(/"([0-9a-f]{12})[0-9a-f]{52}"/g, '"$1…"')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
}

/** The question in the quiz page, answered. */
async function question(opened: Browser): Promise<Buffer> {
  const page = await opened.newPage({
    viewport: { width: 620, height: 1600 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(pathToFileURL(join(packageRoot, `dist/quizzes/${shown.quiz}.html`)).href)
  await page
    .getByRole('button', { name: /practi[cs]e/i })
    .first()
    .click()
  const stem =
    (await page.locator('input[type=radio], input[type=checkbox]').first().getAttribute('name')) ?? ''
  for (let tries = 0, name = stem; name !== shown.question && tries < 40; tries += 1) {
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    name = (await page.locator('input[type=radio], input[type=checkbox]').first().getAttribute('name')) ?? ''
  }
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await page.locator('.because').first().waitFor()
  // With some of the page around it, so that no frame lies on the edge of the picture.
  const { x, y, width, height } = (await page.locator('fieldset.question').boundingBox())!
  const picture = await page.screenshot({
    clip: { x: x - 14, y: y - 14, width: width + 28, height: height + 28 },
  })
  await page.close()
  return picture
}

/** The first page of the worksheet. */
async function worksheet(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-pictures-'))
  const pdf = join(packageRoot, `dist/pdf/${shown.quiz}-worksheet-A.pdf`)
  execFileSync('pdftoppm', [
    '-r',
    '70',
    '-f',
    '1',
    '-l',
    '1',
    '-png',
    '-singlefile',
    pdf,
    join(folder, 'page'),
  ])
  const picture = await readFile(join(folder, 'page.png'))
  await rm(folder, { recursive: true })
  return picture
}

async function compose(html: string, width: number, file: string): Promise<void> {
  const page: Page = await browser.newPage({ viewport: { width, height: 600 } })
  await page.setContent(html)
  await page.screenshot({ path: file, fullPage: true, timeout: 120_000 })
  await page.close()
}

function asUrl(picture: Buffer): string {
  return `data:image/png;base64,${picture.toString('base64')}`
}
