// The same deck built by Slidev itself and shown by the shell: same text, same steps, same notes, same pixels.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { compiledBodies, sampleDeck, withCompiledSlides } from './sample-deck.ts'
import { asWritten, fixtureShell, openSite, type Site } from './site.ts'
import { slidevBuild } from './slidev-build.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  const shell = await fixtureShell()
  const compiled = await shell.withSlides([compiledBodies.map(asWritten)])
  const long = withCompiledSlides(sampleDeck())
  const ordinary = Object.entries(await slidevBuild(long))
  browser = await launchBrowser()
  site = await openSite({
    ...Object.fromEntries(ordinary.map(([name, data]) => [`ordinary/${name}`, data])),
    ...Object.fromEntries(
      [...shell.sharedFiles, ...compiled.sharedFiles].map((file) => [`assets/${file.name}`, file.data]),
    ),
    'shell/index.html': shell.hostedPage(await shell.deckData(sampleDeck(), 'shell'), '../assets/'),
    'compiled/index.html': compiled.hostedPage(await compiled.deckData(long, 'compiled'), '../assets/'),
  })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Every state of the deck: its address, and the markup of the slide without what Vue and Slidev number by themselves. */
async function statesOf(page: Page, steps: number): Promise<string[]> {
  const states: string[] = []
  for (let step = 0; step < steps; step += 1) {
    await page.waitForTimeout(200)
    const html = await page.locator('#slideshow .slidev-page:visible').innerHTML()
    const plain = html
      .replaceAll(/ data-v-\w+(?:="")?/g, '')
      .replaceAll(/<!--.*?-->/g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/> </g, '><')
    states.push(`${new URL(page.url()).hash} ${plain.trim()}`)
    await page.keyboard.press('ArrowRight')
  }
  return states
}

test('every state of every slide is the same', async () => {
  const walks: string[][] = []
  for (const [form, steps] of [
    ['ordinary', 17],
    ['compiled', 17],
    ['shell', 11],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    page.setDefaultTimeout(10_000)
    await page.goto(`${site.url}${form}/`)
    await page.locator('h1:visible').first().waitFor()
    walks.push(await statesOf(page, steps))
    await page.close()
  }
  const [ordinary = [], compiled, shell] = walks
  expect(new Set(ordinary).size).toBeGreaterThan(14)
  expect(compiled).toEqual(ordinary)
  // It has the slides that need no compiler, which come first.
  expect(shell).toEqual(ordinary.slice(0, 11))
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

/** Pixels in which two screenshots differ visibly in any colour. */
function differentPixels(page: Page, screenshots: readonly Buffer[]): Promise<number> {
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

/** The page once it has stopped changing: on a busy machine a slide may still be coming in. */
async function steadyScreenshot(page: Page): Promise<Buffer> {
  let before = await page.screenshot({ animations: 'disabled' })
  for (let attempt = 0; attempt < 40; attempt++) {
    await page.waitForTimeout(250)
    const now = await page.screenshot({ animations: 'disabled' })
    if (now.equals(before)) return now
    before = now
  }
  return before
}

test.each([
  ['light', 8],
  ['dark', 6],
] as const)('slides look the same in %s', async (colorScheme, last) => {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  const screenshots: Buffer[][] = []
  for (const form of ['ordinary', 'shell']) {
    const taken: Buffer[] = []
    for (let slide = 1; slide <= last; slide += 1) {
      await page.goto('about:blank')
      await page.goto(`${site.url}${form === 'shell' && slide > 6 ? 'compiled' : form}/#/${slide}`)
      await page.locator(`#slideshow .slidev-page-${slide}:visible`).waitFor()
      await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())))
      taken.push(await steadyScreenshot(page))
    }
    screenshots.push(taken)
  }
  await page.goto('about:blank')
  const [ordinary = [], shell = []] = screenshots
  const differences: number[] = []
  for (const [index, screenshot] of ordinary.entries())
    differences.push(await differentPixels(page, [screenshot, shell[index]!]))
  // The comparison sees a difference where there is one.
  expect(await differentPixels(page, ordinary.slice(0, 2))).toBeGreaterThan(1000)
  await page.close()
  // The edges of a few letters may fall otherwise; a line or a box may not.
  expect(differences.filter((count) => count > 50)).toEqual([])
})
