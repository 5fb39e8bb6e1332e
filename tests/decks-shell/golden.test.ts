// The same deck built by Slidev itself and shown by the shell: same text, same steps, same notes.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { sampleDeck } from './sample-deck.ts'
import { fixtureShell, openSite, type Site } from './site.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  const shell = await fixtureShell()
  const deck = sampleDeck()
  const [ordinary, data] = [await shell.buildOrdinary(deck), await shell.deckData(deck, 'shell')]
  browser = await launchBrowser()
  site = await openSite({
    ...Object.fromEntries(ordinary.map((file) => [`ordinary/${file.name}`, file.data])),
    ...Object.fromEntries(shell.sharedFiles.map((file) => [`assets/${file.name}`, file.data])),
    'shell/index.html': shell.hostedPage(data, '../assets/'),
  })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Every state of the deck: its address, and the markup of the slide without what Vue and Slidev number by themselves. */
async function statesOf(page: Page): Promise<string[]> {
  const states: string[] = []
  for (let step = 0; step < 14; step += 1) {
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
  for (const form of ['ordinary', 'shell']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    page.setDefaultTimeout(10_000)
    await page.goto(`${site.url}${form}/`)
    await page.locator('h1:visible').first().waitFor()
    walks.push(await statesOf(page))
    await page.close()
  }
  expect(new Set(walks[0]).size).toBeGreaterThan(10)
  expect(walks[1]).toEqual(walks[0])
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
