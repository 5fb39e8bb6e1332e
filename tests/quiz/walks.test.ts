// Some walks of every run. `FACTDECK_WALKS=10000 npx vitest run tests/quiz/walks.test.ts` asks for more,
// FACTDECK_WALKS_FROM for others: the seed of a fault makes the same walk again.

import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFirefox, openFirefox } from '../studio/firefox.ts'
import { bank } from './bank.ts'
import { buildLearnUnit } from './learn-unit.ts'
import { pageOf } from './page.ts'
import { serveQuiz, type Served } from './served.ts'
import { runWalks } from './walks.ts'

let served: Served
let unit: string
let pages: Record<string, string>

beforeAll(async () => {
  unit = await buildLearnUnit('learn,quizzes')
  const choices = await pageOf(bank)
  pages = {
    choices,
    'every type': await readFile(join(unit, 'made/quizzes/cost.html'), 'utf8'),
    learn: await readFile(join(unit, 'made/learn.html'), 'utf8'),
  }
  served = await serveQuiz(choices)
})
afterAll(async () => {
  await served?.close()
  if (unit) await rm(unit, { recursive: true })
})

const count = Number(process.env['FACTDECK_WALKS'] ?? 60)
const from = Number(process.env['FACTDECK_WALKS_FROM'] ?? 1)

test(
  `in ${count} random walks no page is blank, nothing fails, and progress holds`,
  { timeout: 7_200_000 },
  async () => {
    expect(await runWalks(served.browser, served.web, { pages, from, count, steps: 20, lanes: 2 })).toEqual(
      [],
    )
  },
)

const firefox = findFirefox()

test.skipIf(firefox === undefined)(
  `in Firefox${firefox === undefined ? ' (skipped: none is installed; FACTDECK_FIREFOX names one)' : ''} practice explains and goes on after a reload`,
  async () => {
    const page = await openFirefox(firefox!)
    try {
      const press = (what: string) => page.evaluate(`void document.querySelector('${what}').click()`)
      await page.goto(served.web)
      await press('.mode .primary')
      await page.until(`document.activeElement?.matches('.session legend')`)
      await press('.session .option input')
      await page.until(`document.querySelector('.actions .primary').ariaDisabled !== 'true'`)
      await press('.actions .primary')
      await page.until(`document.querySelector('.session .outcome')`)
      expect(await page.evaluate(`document.querySelectorAll('#player .because').length`)).toBe(3)
      await page.goto(served.web)
      await page.until(`document.querySelector('.session h1')?.textContent === 'Question 2 of 20'`)
      expect(page.faults).toEqual([])
    } finally {
      await page.close()
    }
  },
)
