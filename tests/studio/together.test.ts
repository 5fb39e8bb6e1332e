// More than one at a unit, and a program that is killed: what two pages show and what is left on the disk.

import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { bridgeCopy } from '../commands/bridge.ts'
import { openPage, openStudio } from './open-studio.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function open(page: Page, fact: string): Promise<void> {
  await page.locator('.fact-card', { hasText: fact }).click()
  await page.locator('#short').waitFor()
}
async function rename(page: Page, short: string): Promise<void> {
  await page.locator('#short').fill(short)
  await page.locator('.verdict .sum', { hasText: /./ }).waitFor()
  await page.keyboard.press('Control+Enter')
}
const closed = (page: Page): Promise<void> =>
  page.getByRole('form', { name: 'Fact' }).waitFor({ state: 'detached' })

test('two studios on one unit: what does not meet is saved in both, what does is shown side by side', async () => {
  const copy = await bridgeCopy()
  const file = join(copy.folder, 'unit/facts/cost.json')
  const [one, two] = [await openStudio(copy.folder), await openStudio(copy.folder)]
  const [left, right] = [await openPage(browser, one.address), await openPage(browser, two.address)]
  try {
    await open(left.page, 'Mayor')
    await open(right.page, 'Union')
    await rename(left.page, 'Mayor: a floor')
    await closed(left.page)
    await rename(right.page, 'Union: a ceiling')
    await closed(right.page)
    const both = await readFile(file, 'utf8')
    expect(both).toContain('"Mayor: a floor"')
    expect(both).toContain('"Union: a ceiling"')
    // Each page hears of the other's.
    await left.page.locator('.fact-card', { hasText: 'Union: a ceiling' }).waitFor()
    await right.page.locator('.fact-card', { hasText: 'Mayor: a floor' }).waitFor()

    await open(left.page, 'Union')
    await open(right.page, 'Union')
    await rename(left.page, 'Union, from the left')
    await closed(left.page)
    await rename(right.page, 'Union, from the right')
    await right.page.getByRole('dialog').waitFor()
    expect(await right.page.locator('.sides pre').allTextContents()).toEqual([
      expect.stringContaining('from the right'),
      expect.stringContaining('from the left'),
    ])
    expect(await readFile(file, 'utf8')).toContain('from the left')
    await right.page.keyboard.press('Escape')
    await right.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await readFile(file, 'utf8')).not.toContain('from the right')
    expect(right.faults.filter((fault) => !fault.includes('409'))).toEqual([])
    expect(left.faults).toEqual([])
  } finally {
    await Promise.all([left.page.close(), right.page.close()])
    expect(await Promise.all([one.close(), two.close()])).toEqual([0, 0])
  }
})

test('what is being typed stays, whatever the page hears meanwhile', async () => {
  const copy = await bridgeCopy()
  const studio = await openStudio(copy.folder)
  const { page, faults } = await openPage(browser, studio.address)
  try {
    await page.goto(`${studio.address}#/lesson/bridge`)
    const minutes = page.locator('#section-minutes-0')
    await minutes.fill('8')
    await copy.edit('unit/slides/bridge.json', (text) => text.replace('"Two figures"', '"Two prices"'))
    const title = page.locator('#section-0')
    await expect.poll(() => title.inputValue()).toBe('Two prices')
    expect(await minutes.inputValue()).toBe('8')
    await page.keyboard.press('Tab')
    await page.locator('.minutes-line', { hasText: '8 of 15' }).waitFor()

    // A section that somebody puts before it has its own minutes; what is typed stays where it belongs.
    await page.locator('#section-minutes-0').fill('9')
    await copy.edit('unit/slides/bridge.json', (text) =>
      text.replace(
        '"sections": [',
        '"sections": [{ "title": "Before", "minutes": 8, "slides": [{ "facts": ["mayor-cost"] }] },',
      ),
    )
    await expect.poll(() => page.locator('#section-1').inputValue()).toBe('Two prices')
    expect(await page.locator('#section-minutes-0').inputValue()).toBe('8')
    expect(await page.locator('#section-minutes-1').inputValue()).toBe('9')
    await page.locator('#section-minutes-1').blur()
    await page.locator('.minutes-line', { hasText: 'The sections take 17' }).waitFor()
    const { sections } = JSON.parse(await readFile(join(copy.folder, 'unit/slides/bridge.json'), 'utf8')) as {
      sections: { title: string; minutes?: number }[]
    }
    expect(sections.map((each) => `${each.title} ${each.minutes}`)).toEqual(['Before 8', 'Two prices 9'])
    expect(faults).toEqual([])
  } finally {
    await page.close()
    expect(await studio.close()).toBe(0)
  }
})

test('killed in the middle of twenty saves with the page open, it has all that was shown as saved', async () => {
  const copy = await bridgeCopy()
  const file = join(copy.folder, 'unit/facts/cost.json')
  const first = await readFile(file, 'utf8')
  const program = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../../bin/factdeck.mjs', import.meta.url)),
      'studio',
      '--content',
      'unit',
      '--articles',
      'articles',
      '--port',
      '0',
      '--no-open',
    ],
    { cwd: copy.folder, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const address = await new Promise<string>((resolve) => {
    let said = ''
    program.stdout.on('data', (data: Buffer) => {
      said += String(data)
      const found = /http:\S+/.exec(said)?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  const { page } = await openPage(browser, address)
  const ended = new Promise((resolve) => program.once('close', resolve))
  let shown = 0
  try {
    for (let n = 1; n <= 11; n++) {
      await open(page, n === 1 ? 'Union' : `Union, ${n - 1}.`)
      await rename(page, `Union, ${n}.`)
      await closed(page)
      await page.locator('.saving[data-state=saved]').waitFor()
      shown = n
    }
    await open(page, 'Union, 11.')
    await rename(page, 'Union, 12.')
    program.kill('SIGKILL')
    await ended
    const { facts } = JSON.parse(await readFile(file, 'utf8')) as { facts: { short: string }[] }
    expect([`Union, ${shown}.`, `Union, ${shown + 1}.`]).toContain(facts[1]!.short)
    // Whoever goes on typing is told.
    if (await page.getByRole('form', { name: 'Fact' }).isVisible()) await rename(page, 'Union, 13.')
    else {
      await open(page, 'Union, 12.')
      await rename(page, 'Union, 13.')
    }
    await page.getByText('The studio was stopped').first().waitFor()
    expect(await readFile(file, 'utf8')).not.toContain('Union, 13.')
  } finally {
    program.kill('SIGKILL')
    await page.close()
  }
  // The next one takes back to the very first bytes.
  const next = await openStudio(copy.folder)
  try {
    for (let n = 0; n < 20 && (await readFile(file, 'utf8')) !== first; n++) await next.ask('undo', {})
    await expect.poll(() => readFile(file, 'utf8')).toBe(first)
  } finally {
    expect(await next.close()).toBe(0)
  }
})
