// What a page makes and reads while it loads: nothing of `Intl` that it does not word something with, and each text of
// the storage once. Counted, since times depend on the machine.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { answersOf, file, head } from '../site/class-results.ts'
import { toCsv } from '../../templates/quiz/player/csv.ts'
import { bank } from './bank.ts'
import { buildLearnUnit } from './learn-unit.ts'
import { onDisk, pageOf } from './page.ts'

let browser: Browser
let made: string
beforeAll(async () => {
  made = join(await buildLearnUnit('learn,site,class'), 'made')
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Notes what is made of `Intl`, and what is read of the storage. */
function watch(): void {
  const log: string[] = []
  Object.assign(window, { factdeckLog: log })
  const intl = Intl as unknown as Record<string, new () => object>
  for (const name of Object.getOwnPropertyNames(Intl).filter((each) => /^[A-Z]/.test(each)))
    intl[name] = new Proxy(intl[name]!, {
      construct(target, values, as) {
        log.push(name)
        return Reflect.construct(target, values, as) as object
      },
      apply(target, self, values) {
        log.push(name)
        return Reflect.apply(target as never, self, values) as object
      },
    })
  const { getItem } = Storage.prototype
  Storage.prototype.getItem = function (key) {
    log.push(`${this === localStorage ? 'local' : 'session'} ${key}`)
    return getItem.call(this, key)
  }
}

async function visit(address: string): Promise<Page> {
  const page = await browser.newPage()
  await page.addInitScript(watch)
  await page.goto(address)
  return page
}

/** What was noted since the last question. */
const noted = (page: Page) =>
  page.evaluate(() => (window as unknown as { factdeckLog: string[] }).factdeckLog.splice(0))

test('a quiz page makes what its start words, reads each text once, and the rest when it is needed', async () => {
  const page = await visit(onDisk(await pageOf(bank)))
  await page.getByRole('button', { name: 'Start practice' }).waitFor()
  const key = 'factdeck-quiz/Reading the shore/harbour-walk'
  expect((await noted(page)).toSorted()).toEqual(
    ['NumberFormat', 'PluralRules', `local ${key}`, `local ${key}/test`, `session ${key}/test`].toSorted(),
  )
  await page.getByRole('button', { name: 'Start practice' }).click()
  await page.locator('.session .option input').first().check()
  await page.getByRole('button', { name: 'Check' }).click()
  expect(await noted(page)).toEqual([])
  // The start now says when something is due.
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.locator('.due').waitFor()
  expect(await noted(page)).toEqual(['DateTimeFormat'])
  await page.close()
})

test('the page of all quizzes makes no dates before one is due, and reads each text once', async () => {
  const page = await visit(pathToFileURL(join(made, 'learn.html')).href)
  await page.locator('.learn h1').waitFor()
  const found = await noted(page)
  expect(found.filter((each) => !each.includes(' ')).toSorted()).toEqual(['NumberFormat', 'PluralRules'])
  expect(found.length).toBe(new Set(found).size)
  await page.close()
})

test('the explorer and the page of a class make nothing before something is to be worded', async () => {
  const facts = await visit(pathToFileURL(join(made, 'facts.html')).href)
  expect(await noted(facts)).toEqual([])
  await facts.locator('#_filter input[type=search], #_filter [name=text]').first().fill('zebra')
  await expect.poll(() => facts.locator('#_shown').innerText()).toMatch(/^0/)
  await expect.poll(() => facts.evaluate(() => location.hash)).toContain('zebra')
  expect((await noted(facts)).toSorted()).toEqual(['NumberFormat', 'PluralRules'])
  await facts.close()

  const page = await visit(pathToFileURL(join(made, 'class.html')).href)
  expect(await noted(page)).toEqual([])
  await page.locator('#_files').setInputFiles([file('one.csv', toCsv([head, ...answersOf(3)]))])
  await page.locator('.statistics').first().waitFor()
  expect(new Set(await noted(page))).toEqual(new Set(['PluralRules', 'NumberFormat']))
  await page.close()
})
