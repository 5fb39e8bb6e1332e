// The same deck built by Slidev itself and shown by the shell: same text, same steps, same notes, same
// pixels.

import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import type { Deck, LayoutSlide } from '../../contract/deck.ts'
import { deckMarkdown, slidevFilters } from '../../scripts/render/slidev-markdown.ts'
import { openSlidevShell } from '../../scripts/render/slidev/shell.ts'
import { openTemplates } from '../../scripts/render/templates.ts'
import { demoDeck } from '../theme/demo-deck.ts'
import { byHand, compiledBodies, hostile, withCompiledSlides } from './sample-deck.ts'
import { asWritten, openSite, packageRoot, type Site } from './site.ts'
import { slidevBuild } from './slidev-build.ts'

let browser: Browser
let site: Site

/** The first slide of every layout, one with a hostile text, then what an author may write by hand. */
const layoutSlides = [
  ...new Map(
    demoDeck.slides
      .filter((slide): slide is LayoutSlide => slide.kind === 'layout')
      .toReversed()
      .map((slide) => [slide.layout, slide] as const),
  ).values(),
].toReversed()
const spoken = { say: ['Say this about tides.', hostile], sources: ['The Tide Gazette'], minutes: 1.5 }
const deck: Deck = {
  ...demoDeck,
  slides: [
    ...layoutSlides.map((slide): LayoutSlide =>
      slide.layout === 'statement'
        ? {
            ...slide,
            notes: spoken,
            props: { ...slide.props, fact: { ...slide.props.fact, statement: hostile } },
          }
        : { ...slide, notes: spoken },
    ),
    {
      kind: 'handwritten',
      id: 'hand',
      file: 'hand.md',
      markdown: byHand,
      notes: spoken,
      facts: [],
      questions: [],
    },
  ],
}
const slideCount = layoutSlides.length + 2

beforeAll(async () => {
  const themeFolder = join(packageRoot, 'templates/slidev/theme')
  const shell = await openSlidevShell({
    packageRoot,
    themeFolder,
    cacheFolder: join(packageRoot, '.cache'),
  })
  const markdown = deckMarkdown(deck, openTemplates(join(packageRoot, 'templates'), slidevFilters))
  const compiled = await shell.withSlides([compiledBodies.map(asWritten)])
  const long = withCompiledSlides(markdown)
  const ordinary = Object.entries(await slidevBuild(long, themeFolder))
  browser = await launchBrowser()
  site = await openSite({
    ...Object.fromEntries(ordinary.map(([name, data]) => [`ordinary/${name}`, data])),
    ...Object.fromEntries(
      [...shell.sharedFiles, ...compiled.sharedFiles].map((file) => [`assets/${file.name}`, file.data]),
    ),
    'shell/index.html': shell.hostedPage(await shell.deckData(markdown, 'shell'), '../assets/'),
    'compiled/index.html': compiled.hostedPage(await compiled.deckData(long, 'compiled'), '../assets/'),
  })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Waits until the slide of the address stands there alone, and has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('#slideshow .slidev-page')].filter((each) =>
      each.checkVisibility(),
    )
    const number = /^#\/(\d+)/.exec(location.hash)?.[1] ?? '1'
    return shown.length === 1 && shown[0]!.classList.contains(`slidev-page-${number}`)
  })
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.all(ending.map(({ finished }) => finished.catch(() => {})))
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
}

/**
 * Every state of the deck: its address, and the markup of the slide without what Vue and Slidev number by
 * themselves.
 */
async function statesOf(page: Page): Promise<string[]> {
  const states: string[] = []
  for (;;) {
    await settled(page)
    const html = await page.locator('#slideshow .slidev-page:visible').innerHTML()
    const plain = html
      .replaceAll(/ data-v-\w+(?:="")?/g, '')
      .replaceAll(/\bv-\d+(?:-\d+)*\b/g, 'v-n')
      .replaceAll(/<!--.*?-->/g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/> </g, '><')
    states.push(`${new URL(page.url()).hash} ${plain.trim()}`)
    // At the end of the deck there is no way on.
    const last = await page
      .getByTitle('Go to next slide')
      .first()
      .evaluate((button) => button.classList.contains('disabled'))
    if (last) return states
    const before = page.url()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL((url) => url.href !== before)
  }
}

test('every state of every slide is the same', async () => {
  const walks: string[][] = []
  for (const form of ['ordinary', 'compiled', 'shell']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    await page.goto(`${site.url}${form}/`)
    await page.locator('h1:visible').first().waitFor()
    walks.push(await statesOf(page))
    await page.close()
  }
  const [ordinary = [], compiled, shell = []] = walks
  expect(new Set(shell).size).toBeGreaterThan(slideCount)
  expect(new Set(layoutSlides.map(({ layout }) => layout)).size).toBe(28)
  expect(compiled).toEqual(ordinary)
  // It has the slides that need no compiler, which come first.
  expect(shell).toEqual(ordinary.slice(0, shell.length))
  expect(ordinary.length).toBeGreaterThan(shell.length + compiledBodies.length)
})

test('the notes are the same', async () => {
  const notes: string[] = []
  for (const form of ['ordinary', 'shell']) {
    const page = await browser.newPage()
    await page.goto(`${site.url}${form}/#/presenter/2`)
    const note = page.locator('.slidev-note').first()
    await note.waitFor()
    notes.push((await note.innerHTML()).replaceAll(/ data-v-\w+(?:="")?/g, ''))
    await page.close()
  }
  expect(notes[1]).toBe(notes[0])
})

/**
 * What the page looks like once it looks the same twice: colours may be set after the slide is there. What looks
 * as `rested` did is at rest, too.
 */
async function pictureAtRest(page: Page, rested?: Buffer): Promise<Buffer> {
  let before = rested
  for (;;) {
    const now = await page.screenshot({ animations: 'disabled' })
    if (before?.equals(now)) return now
    before = now
  }
}

/** Pixels in which two screenshots differ visibly in any colour. */
async function differentPixels(page: Page, screenshots: readonly [Buffer, Buffer]): Promise<number> {
  if (screenshots[0].equals(screenshots[1])) return 0
  return page.evaluate(
    async (sources) => {
      const [one, other] = await Promise.all(
        sources.map(async (source) => {
          const image = new Image()
          image.src = source
          await image.decode()
          const canvas = new OffscreenCanvas(image.width, image.height)
          const context = canvas.getContext('2d')!
          context.drawImage(image, 0, 0)
          return context.getImageData(0, 0, image.width, image.height).data
        }),
      )
      if (!one || one.length !== other?.length) return Infinity
      const different = new Set<number>()
      for (let index = 0; index < one.length; index += 1)
        if (Math.abs(one[index]! - other[index]!) > 16) different.add(Math.floor(index / 4))
      return different.size
    },
    screenshots.map((data) => `data:image/png;base64,${data.toString('base64')}`),
  )
}

// What is drawn is the same in both; dark, its colours are compared on a few.
test.each([
  ['light', Array.from({ length: slideCount + compiledBodies.length }, (_, index) => index + 1)],
  ['dark', [1, 5, 9, 12, slideCount]],
] as const)('slides look the same in %s', async (colorScheme, numbers) => {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  const screenshots: Buffer[][] = []
  for (const form of ['ordinary', 'compiled']) {
    const taken: Buffer[] = []
    await page.goto('about:blank')
    await page.goto(`${site.url}${form}/`)
    await page.locator('#slideshow .slidev-page:visible').waitFor()
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())))
    for (const [index, slide] of numbers.entries()) {
      await page.evaluate((number) => void (location.hash = `#/${number}`), slide)
      await settled(page)
      taken.push(await pictureAtRest(page, screenshots[0]?.[index]))
    }
    screenshots.push(taken)
  }
  await page.goto('about:blank')
  const [ordinary = [], compiled = []] = screenshots
  const differences: number[] = []
  for (const [index, screenshot] of ordinary.entries())
    differences.push(await differentPixels(page, [screenshot, compiled[index]!]))
  // The comparison sees a difference where there is one.
  expect(await differentPixels(page, [ordinary[0]!, ordinary[1]!])).toBeGreaterThan(1000)
  await page.close()
  // The edges of a few letters may fall otherwise; a line or a box may not.
  expect(differences.filter((count) => count > 50)).toEqual([])
})
