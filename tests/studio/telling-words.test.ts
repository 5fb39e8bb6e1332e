// The words of a passage that tell, in the form of a fact: marked or typed, checked at once, and kept.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { bridgeCopy } from '../commands/bridge.ts'
import { violations } from '../quiz/violations.ts'
import { openPage, openStudio } from './open-studio.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('telling words are taken from the passage or typed, checked where they stand, and taken away again', async () => {
  const copy = await bridgeCopy()
  const file = join(copy.folder, 'unit/facts/cost.json')
  const first = await readFile(file, 'utf8')
  const studio = await openStudio(copy.folder)
  const { page, faults } = await openPage(browser, studio.address)
  const said = page.locator('#telling-said')
  const open = async (): Promise<void> => {
    await page.locator('.fact-card', { hasText: 'Union' }).click()
    await page.locator('.passages blockquote').first().waitFor()
  }
  const save = async (): Promise<void> => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('form', { name: 'Fact' }).waitFor({ state: 'detached' })
  }
  try {
    await open()
    await page.getByRole('button', { name: 'Take the marked words' }).click()
    expect(await said.textContent()).toContain('Mark words in the passage above first.')

    await page.getByLabel(/^Telling words/).fill('up to 60 million crowns')
    await said.locator('[data-severity="error"]', { hasText: 'fact/telling-words' }).waitFor()
    expect(await page.locator('#verdict .findings').count()).toBe(0)
    expect(await violations(page)).toEqual([])

    await page.getByLabel(/^Telling words/).fill('one two three four five six seven eight nine ten eleven')
    await said.getByText('expected at most ten words').waitFor()
    expect(await page.getByRole('button', { name: /^Save/ }).isDisabled()).toBe(true)

    await page.evaluate(() => {
      const passage = document.querySelector('.passages blockquote')!
      const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue!.indexOf('55 million')
        if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + '55 million'.length)
      }
    })
    await page.getByRole('button', { name: 'Take the marked words' }).click()
    expect(await page.getByLabel(/^Telling words/).inputValue()).toBe('55 million')
    await said.locator('li').first().waitFor({ state: 'detached' })
    await save()
    await expect.poll(() => readFile(file, 'utf8')).toContain('"telling": "55 million"')

    await open()
    expect(await page.getByLabel(/^Telling words/).inputValue()).toBe('55 million')
    await page.getByLabel(/^Telling words/).fill('')
    await save()
    await expect.poll(() => readFile(file, 'utf8')).toBe(first)
    expect(faults).toEqual([])
  } finally {
    await page.close()
    expect(await studio.close()).toBe(0)
  }
})
