// Some walks of every run. `FACTDECK_WALKS=10000 npx vitest run tests/quiz/walks.test.ts` asks for more,
// FACTDECK_WALKS_FROM for others: the seed of a fault makes the same walk again.

import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bank } from './bank.ts'
import { buildLearnUnit } from './learn-unit.ts'
import { pageOf } from './page.ts'
import { serveQuiz, type Served } from './served.ts'
import { runWalks } from './walks.ts'

let served: Served
let unit: string
let pages: Record<string, readonly string[]>

beforeAll(async () => {
  unit = await buildLearnUnit('learn,quizzes')
  const choices = await pageOf(bank)
  const [learn, cost, again] = await Promise.all(
    ['learn', 'quizzes/cost', 'quizzes/again'].map((page) =>
      readFile(join(unit, `made/${page}.html`), 'utf8'),
    ),
  )
  pages = {
    choices: [choices],
    'every type': [cost!],
    learn: [learn!, cost!, again!],
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
