// What a page has not heard of: a clock that was corrected, and what other pages did while it lay in the history
// of its tab.

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { bank } from './bank.ts'
import { pageOf } from './page.ts'
import { serveQuiz, type Served } from './served.ts'

let browser: Browser
let served: Served
let context: BrowserContext

beforeAll(async () => {
  served = await serveQuiz(await pageOf(bank))
  browser = served.browser
})
afterEach(() => context?.close())
afterAll(() => served?.close())

async function visit(): Promise<Page> {
  context = await browser.newContext({ reducedMotion: 'reduce' })
  return open()
}

/** Another tab of the same browser. */
async function open(): Promise<Page> {
  const page = await context.newPage()
  await page.goto(served.web)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const standing = (page: Page) => page.locator('.standing').innerText()

/** Answers the first question of a practice rightly and leaves. */
async function answerOne(page: Page): Promise<void> {
  await button(page, 'Start practice').click()
  const { options } = bank.questions[0]!
  await page
    .locator('.session .option')
    .filter({ hasText: options.find(({ correct }) => correct)!.text })
    .locator('input')
    .check()
  await button(page, 'Check').click()
  await button(page, 'Leave').click()
}

const ahead = new Date('2040-04-05T10:00:00')
const corrected = new Date('2030-04-05T10:00:00')

test('settings that were changed under a clock that ran ahead can be changed again', async () => {
  const page = await visit()
  await page.clock.install({ time: ahead })
  await page.reload()
  await page.getByText('Say how sure you are').click()
  await page.clock.setFixedTime(corrected)
  const other = await open()
  await expect.poll(() => other.getByLabel('Say how sure you are').isChecked()).toBe(true)
  await page.getByText('Say how sure you are').click()
  await expect.poll(() => other.getByLabel('Say how sure you are').isChecked()).toBe(false)
  await other.getByText('Letters and digits on the keyboard').click()
  await page.reload()
  expect(await page.getByLabel('Say how sure you are').isChecked()).toBe(false)
})

test('a reset is one also after a reset under a clock that ran ahead', async () => {
  const page = await visit()
  const reset = async (): Promise<void> => {
    await button(page, 'Details').click()
    await button(page, 'Reset progress').click()
    await page.locator('dialog').getByRole('button', { name: 'Reset progress' }).click()
    await page.locator('dialog').waitFor({ state: 'detached' })
    await button(page, 'Back to the start').click()
  }
  await page.clock.install({ time: ahead })
  await page.reload()
  await answerOne(page)
  await reset()
  await page.clock.setFixedTime(corrected)
  const other = await open()
  await answerOne(page)
  await expect.poll(() => standing(other)).toContain('1 of 20 known')
  await reset()
  await expect.poll(() => standing(other)).toContain('Nothing answered yet')
  await other.getByText('Say how sure you are').click()
  await page.reload()
  expect(await standing(page)).toContain('Nothing answered yet')
})

test('an open test with a limit keeps it when the clock is set back', async () => {
  const page = await visit()
  await page.clock.install({ time: corrected })
  await page.reload()
  await page.getByText('Time limit').click()
  await button(page, 'Start test').click()
  await page.clock.runFor(300_000)
  const left = page.locator('.clock')
  expect(await left.innerText()).toMatch(/^1[45]:/)
  await page.clock.setSystemTime(new Date('2030-04-04T10:00:00'))
  await page.clock.runFor(2000)
  expect(await left.innerText()).toMatch(/^1[45]:/)
  await page.clock.runFor(15 * 60_000)
  expect(await page.locator('.result').innerText()).toContain('The time is up.')
  expect(await page.locator('.result .facts-line').innerText()).toContain('Time 20:00')
})

/** What a page in the history does not hear: another page of the same address writes. */
async function writeUnheard(page: Page, key: string, text: string | null): Promise<void> {
  await page.evaluate(
    ([place, written]) => {
      if (written === null) localStorage.removeItem(place)
      else localStorage.setItem(place, written)
    },
    [key, text] as const,
  )
}
const comeBack = (page: Page) =>
  page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
const keptKeys = (page: Page) => page.evaluate(() => Object.keys(localStorage))

test('a page that comes back from the history knows what was answered meanwhile, and loses none of it', async () => {
  const page = await visit()
  await answerOne(page)
  const [key] = await keptKeys(page)
  const text = await page.evaluate((place) => localStorage.getItem(place)!, key!)
  await context.close()

  const later = await visit()
  await writeUnheard(later, key!, text)
  await comeBack(later)
  await expect.poll(() => standing(later)).toContain('1 of 20 known')
  await later.getByText('Say how sure you are').click()
  const kept = await later.evaluate((place) => localStorage.getItem(place)!, key!)
  expect(Object.keys((JSON.parse(kept) as { questions: object }).questions)).toEqual([bank.questions[0]!.id])
})

test('a test that was ended while its page lay in the history does not count twice', async () => {
  const page = await visit()
  await button(page, 'Start test').click()
  await page.locator('.session .option input').first().check()
  const key = (await keptKeys(page)).find((name) => name.endsWith('/test'))!
  await writeUnheard(page, key, null)
  await comeBack(page)
  await page.locator('.start h1').waitFor()
  await page.locator('.kept').waitFor({ state: 'detached' })
})
