// Two decks of a content folder with slides that only Slidev's compiler can make: one build for both, every
// form of them, and what is said of slides that cannot be compiled.

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile, cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { main } from '../../scripts/commands/main.ts'
import { call, listeningIo } from '../commands/call.ts'
import { pageTexts } from '../print/pdf.ts'
import { openSite, type Site } from './site.ts'

const counter = `# Count the boats

<script setup>
import { ref } from 'vue'
const boats = ref(0)
</script>

<button @click="boats++">boats: {{ boats }}</button>

<!--
Let them count.
-->
`

const water = `---
layout: default
---

# The way of water

\`\`\`mermaid
graph LR
  Sea --> Cloud
  Cloud --> River
\`\`\`

---

# Code and formula

\`\`\`js {1|2}
const height = 4
const width = 3
\`\`\`

The rope is $\\sqrt{4^2 + 3^2} = 5$ long.
`

let folder: string
/** The content folder. */
let unitFolder: string
let said: string[]
let browser: Browser
let site: Site
let files: Record<string, Uint8Array>

/** The unit of the authoring guide with a deck for each of these files. */
async function writeUnit(slides: Record<string, string>): Promise<string> {
  const unit = await mkdtemp(join(folder, 'unit-'))
  await cp(fileURLToPath(new URL('../fixtures/bridge-unit', import.meta.url)), unit, { recursive: true })
  await mkdir(join(unit, 'slides/own'))
  const outline = JSON.parse(await readFile(join(unit, 'slides/bridge.json'), 'utf8')) as {
    title: string
    sections: { slides: object[] }[]
  }
  outline.sections[0]?.slides.splice(1, 2)
  for (const [name, markdown] of Object.entries(slides)) {
    const own = structuredClone(outline)
    own.title = `About ${name}`
    own.sections[0]?.slides.unshift({ markdown: `own/${name}.md` })
    await writeFile(join(unit, `slides/${name}.json`), JSON.stringify(own))
    await writeFile(join(unit, `slides/own/${name}.md`), markdown)
  }
  return unit
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factdeck-compiled-'))
  unitFolder = await writeUnit({ boats: counter, water })
  const { code, err } = await call(
    ['build', '--content', unitFolder, '--out', 'dist', '--without-notes'],
    folder,
  )
  expect([code, err.filter((line) => line.includes('error'))]).toEqual([0, []])
  said = err
  const out = join(folder, 'dist')
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  files = Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path.slice(out.length + 1), await readFile(path)] as const)),
  )
  browser = await launchBrowser()
  site = await openSite(files)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})

const startOf = (deck: string): string | undefined =>
  /<script type="module" src="\.\.\/assets\/([^"]+)"/.exec(String(files[`decks/${deck}/index.html`]))?.[1]

test('one build serves both decks, in chunks that they share, and leaves the third deck to the ordinary shell', () => {
  const start = startOf('boats')
  expect(startOf('water')).toBe(start)
  expect(startOf('bridge')).toBeUndefined()
  // What the shared script loads by key are the slides of both.
  const keys = ['boats', 'water'].flatMap((deck) =>
    Array.from(
      String(files[`decks/${deck}/index.html`]).matchAll(/"module":"(\w{12})"/g),
      ([, key]) => key ?? '',
    ),
  )
  expect(keys).toHaveLength(3)
  const script = String(files[`decks/assets/${start}`])
  expect(keys.filter((key) => !script.includes(key))).toEqual([])
  expect(said.filter((line) => line.includes('[output/'))).toEqual([
    expect.stringContaining('slides/own/water.md:5:1: warning: Unexpected diagram'),
  ])
})

test('the index links every form that there is', () => {
  const links = Array.from(
    String(files['index.html']).matchAll(/href="([^"#?]+)"/g),
    ([, link]) => link ?? '',
  )
  expect(links.filter((link) => !/^[a-z]+:/.test(link) && files[link] === undefined)).toEqual([])
  for (const form of [
    'decks/boats/index.html',
    'decks/boats.html',
    'pdf/water-slides.pdf',
    'pdf/water-handout.pdf',
  ])
    expect(links, form).toContain(form)
})

const shown = (page: Page) => page.locator('#slideshow .slidev-page:visible')
const spoken = (page: Page) => page.getByRole('status')

/** A window of its own, what went wrong in it, and every address that it asked for. */
async function openContext(): Promise<{
  context: BrowserContext
  open(url: string): Promise<Page>
  wrong: string[]
  asked: string[]
}> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const wrong: string[] = []
  const asked: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  context.on('weberror', (problem) => wrong.push(problem.error().message))
  context.on('request', (request) => asked.push(request.url()))
  return {
    context,
    wrong,
    asked,
    async open(url) {
      const page = await context.newPage()
      await page.goto(url)
      await page.waitForSelector('#app *')
      return page
    },
  }
}

const forms = [
  ['hosted', (deck: string) => `${site.url}decks/${deck}/`],
  ['one file', (deck: string) => pathToFileURL(join(folder, `dist/decks/${deck}.html`)).href],
] as const

describe.each(forms)('%s', (_, address) => {
  test('runs a script, draws a diagram, colours code and sets a formula, and asks no other host', async () => {
    const { context, open, wrong, asked } = await openContext()
    const boats = await open(`${address('boats')}#/5`)
    const button = shown(boats).getByRole('button')
    await button.click()
    await button.click()
    expect(await button.innerText()).toBe('boats: 2')
    const page = await open(`${address('water')}#/5`)
    await shown(page).locator('.mermaid svg .node').first().waitFor()
    expect(await shown(page).locator('.mermaid svg').textContent()).toMatch(/Sea[\s\S]*Cloud[\s\S]*River/)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => spoken(page).innerText()).toContain('Code and formula, step 0 of 1')
    const line = shown(page).locator('.slidev-code .line').nth(1)
    await expect.poll(() => line.getAttribute('class')).toContain('dishonored')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => line.getAttribute('class')).toContain('highlighted')
    expect(
      await line
        .locator('span')
        .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size),
    ).toBeGreaterThan(1)
    expect(await shown(page).locator('.katex .sqrt').count()).toBe(1)
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.fonts].some(({ family, status }) => family.includes('KaTeX') && status === 'loaded'),
        ),
      )
      .toBe(true)
    expect(wrong).toEqual([])
    const origin = new URL(address('water')).origin
    expect(asked.filter((url) => !url.startsWith('data:') && new URL(url).origin !== origin)).toEqual([])
    await context.close()
  })

  test('has keyboard, overview, and a presenter view with notes that leads', async () => {
    const { context, open, wrong } = await openContext()
    const audience = await open(`${address('boats')}#/4`)
    await expect.poll(() => spoken(audience).innerText()).toMatch(/^Slide 4 /)
    await audience.keyboard.press('ArrowRight')
    await expect.poll(() => spoken(audience).innerText()).toContain('Count the boats')
    await audience.keyboard.press('o')
    await expect.poll(() => audience.locator('.slidev-slide-container:visible').count()).toBeGreaterThan(5)
    await audience.keyboard.press('Escape')
    const presenter = await open(`${address('boats')}#/presenter/5`)
    await expect
      .poll(() => presenter.locator('.slidev-note').first().innerText())
      .toContain('Let them count.')
    await presenter.keyboard.press('ArrowRight')
    await expect.poll(() => spoken(audience).innerText()).toMatch(/^Slide 6 /)
    expect(wrong).toEqual([])
    await context.close()
  })
})

test('a student copy shows the compiled slide and no word of the notes', async () => {
  expect(String(files['decks/boats.html'])).toContain('Let them count.')
  expect(String(files['decks/boats-student.html'])).not.toContain('Let them count.')
  const { context, open } = await openContext()
  const page = await open(`${pathToFileURL(join(folder, 'dist/decks/boats-student.html')).href}#/5`)
  await expect.poll(() => shown(page).getByRole('button').innerText()).toBe('boats: 0')
  await context.close()
})

const size = (deck: string): number => files[`decks/${deck}.html`]?.length ?? 0
const fonts = (deck: string): number =>
  String(files[`decks/${deck}.html`]).match(/@font-face\s*\{[^}]*font-family:\s*["']?KaTeX/g)?.length ?? 0

test('a page without a formula or a diagram does not carry what they need', () => {
  expect(fonts('boats')).toBe(0)
  expect(fonts('water')).toBeGreaterThan(10)
  expect(size('boats')).toBeLessThan(size('bridge') * 1.3)
  expect(size('water')).toBeGreaterThan(size('bridge') + 2_000_000)
})

test('slides and handouts are printed with them', async () => {
  const slides = (await pageTexts(files['pdf/water-slides.pdf']!)).join('\n')
  const handout = (await pageTexts(files['pdf/water-handout.pdf']!)).join('\n')
  for (const words of ['The way of water', 'Cloud', 'const height'])
    for (const text of [slides, handout]) expect(text).toContain(words)
  expect((await pageTexts(files['pdf/boats-slides.pdf']!)).join('\n')).toContain('boats: 0')
})

/** The first address that a running command prints behind this word. */
async function running(argv: string[], word: string): Promise<{ address: string; end(): Promise<number> }> {
  const { io, said: heard, stop } = listeningIo(folder)
  const ended = main(argv, io)
  const address = await vi.waitFor(
    () => {
      const [, found] = new RegExp(`^${word} +(\\S+)$`, 'm').exec(heard.out.join('\n')) ?? []
      if (found === undefined) throw new Error(heard.err.join('\n'))
      return found
    },
    { timeout: 60_000, interval: 50 },
  )
  return {
    address,
    end() {
      stop()
      return ended
    },
  }
}

test('dev shows them from the same build, and anew when what stands around them changes', async () => {
  const preview = await running(['dev', '--content', unitFolder, '--port', '0'], 'Preview')
  const { context, open, wrong } = await openContext()
  const page = await open(`${preview.address}decks/water/#/5`)
  await shown(page).locator('.mermaid svg .node').first().waitFor()
  expect(await page.locator('script[type="module"]').getAttribute('src')).toBe(
    `../assets/${startOf('water')}`,
  )
  const outline = join(unitFolder, 'slides/water.json')
  const before = await readFile(outline, 'utf8')
  await writeFile(outline, before.replace('"About water"', '"About all water"'))
  await expect.poll(() => page.title(), { timeout: 30_000 }).toBe('About all water')
  await shown(page).locator('.mermaid svg .node').first().waitFor()
  expect(wrong).toEqual([])
  await writeFile(outline, before)
  await context.close()
  expect(await preview.end()).toBe(0)
})

test('present serves them', async () => {
  const presented = await running(['present', 'water', '--out', 'dist', '--port', '0'], 'Slides')
  const { context, open } = await openContext()
  const page = await open(`${presented.address}#/5`)
  await shown(page).locator('.mermaid svg .node').first().waitFor()
  await context.close()
  expect(await presented.end()).toBe(0)
})

test('says everything that cannot be compiled, each where its author wrote it', async () => {
  const broken = await writeUnit({
    boats: '# Boats\n\nOn {{ $page + }}\n\n- <b :title="1 +">bold</b>\n',
    knots: `---\nlayout: default\n---\n\n# Knots\n\n<script setup>\nimport Lost from 'lost-rope'\n</script>\n\n<i v-if="a b">x</i>\n\n---\n\n\`\`\`no-language\n1\n\`\`\`\n`,
    ropes: '# Ropes\n\n<script setup>\nconst a = = 1\n</script>\n\n<div>\n\nnever <b>closed\n\n</div>\n',
  })
  const { code, err } = await call(['build', '--content', broken, '--out', 'broken'], folder)
  expect(code).toBe(1)
  expect(err.filter((line) => line.includes('error')).join('\n')).toMatchInlineSnapshot(`
    "slides/own/boats.md:3:7: error: Unexpected slide, expected what Slidev can compile: Error parsing JavaScript expression: Unexpected token [render/deck]
    slides/own/boats.md:5:14: error: Unexpected slide, expected what Slidev can compile: Error parsing JavaScript expression: Unexpected token [render/deck]
    slides/own/knots.md:8:18: error: Unexpected import of "lost-rope", expected a package that factdeck has; files beside the slides are not taken along [render/deck]
    slides/own/knots.md:11:10: error: Unexpected slide, expected what Slidev can compile: Error parsing JavaScript expression: Unexpected token, expected "," [render/deck]
    slides/own/knots.md:15:4: error: Unexpected slide, expected what Slidev can compile: Language \`no-language\` is not included in this bundle. You may want to load it from external source. [render/deck]
    slides/own/ropes.md:4:11: error: Unexpected slide, expected what Slidev can compile: Unexpected token [render/deck]
    slides/own/ropes.md:9:7: error: Unexpected slide, expected what Slidev can compile: Element is missing end tag. [render/deck]"
  `)
})
