// Pictures of every layout of the theme, light and dark: `npx tsx tests/theme/contact-sheet.ts FOLDER
// [--full]`. Writes a picture a slide and two sheets; `--full` takes the slides whose texts fill the limits
// as well.

import { mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { buildDeck } from './build-demo.ts'
import { demoDeck, firstFullSlide } from './demo-deck.ts'
import { serve } from './serve.ts'

async function picture(
  browser: Browser,
  url: string,
  folder: string,
  scheme: 'light' | 'dark',
  count: number,
): Promise<string[]> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  const files: string[] = []
  for (let number = 1; number <= count; number++) {
    const { layout } = demoDeck.slides[number - 1] as { layout: string }
    for (const clicks of layout === 'checkpoint' ? [0, 1] : [0]) {
      await page.goto(`${url}#/${number}?clicks=${clicks}`)
      await page.locator(`.slidev-page-${number} .fd-slide`).waitFor()
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(150)
      const file = join(
        folder,
        `${String(number).padStart(2, '0')}-${layout}${clicks === 1 ? '-revealed' : ''}-${scheme}.png`,
      )
      await page.screenshot({ path: file })
      files.push(file)
    }
  }
  await page.close()
  return files
}

async function sheet(browser: Browser, files: string[], to: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1900, height: 900 } })
  const images = await Promise.all(
    files.map(
      async (file) => `<img src="data:image/png;base64,${(await readFile(file)).toString('base64')}">`,
    ),
  )
  await page.setContent(
    `<style>body{margin:16px;background:#777;display:grid;grid-template-columns:repeat(3,1fr);gap:16px}img{width:100%;display:block}</style>${images.join('')}`,
  )
  await page.screenshot({ path: to, fullPage: true })
  await page.close()
}

const [folder = 'contact-sheet', full] = process.argv.slice(2)
const out = resolve(folder)
await mkdir(out, { recursive: true })
const built =
  process.env['BUILT_DEMO'] ?? (await buildDeck(demoDeck, await mkdtemp(join(tmpdir(), 'factdeck-theme-'))))
const server = await serve(built)
const browser = await launchBrowser()
for (const scheme of ['light', 'dark'] as const) {
  const files = await picture(
    browser,
    server.url,
    out,
    scheme,
    full === '--full' ? demoDeck.slides.length : firstFullSlide,
  )
  await sheet(browser, files, join(out, `sheet-${scheme}.png`))
}
await browser.close()
server.close()
