// The studio as somebody uses it: a unit from two articles to a lesson, through the page alone.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { bridgeCopy, emptyFolder, manifest } from '../commands/bridge.ts'
import { call } from '../commands/call.ts'
import { violations } from '../quiz/violations.ts'
import { openPage, openStudio } from './open-studio.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/studio/${name}`, import.meta.url))

interface Written {
  article: 'night-buses' | 'quiet-streets'
  /** Words of the claim that is taken. */
  claim: string
  statement: string
  /** Chosen where the proposed one is not what a careful reader would say. */
  status?: string
}

const written: readonly Written[] = [
  {
    article: 'night-buses',
    claim: 'started four night buses',
    statement: 'Four night buses started in Ellmoor on 5 March 2024.',
    status: 'documented',
  },
  {
    article: 'night-buses',
    claim: 'carried 9,200 passengers',
    statement: 'The council counted 9,200 passengers in April 2024.',
    status: 'documented',
  },
  {
    article: 'night-buses',
    claim: 'Council leader Hanna Vogt',
    statement: 'Hanna Vogt put the cost at 310,000 crowns a year.',
  },
  {
    article: 'night-buses',
    claim: 'hired 18 drivers',
    statement: 'The council hired 18 drivers for the new lines.',
    status: 'documented',
  },
  {
    article: 'night-buses',
    claim: 'plans a fifth bus',
    statement: 'A fifth bus is planned for 2025, Vogt said.',
  },
  {
    article: 'night-buses',
    claim: 'A ticket costs',
    statement: 'After midnight a ticket costs 3 crowns.',
    status: 'documented',
  },
  {
    article: 'quiet-streets',
    claim: 'recorded 85 complaints',
    statement: 'Police recorded 85 complaints about noise in May 2024.',
    status: 'documented',
  },
  {
    article: 'quiet-streets',
    claim: 'recorded 130 complaints',
    statement: 'In May 2023 police recorded 130 complaints.',
    status: 'documented',
  },
  {
    article: 'quiet-streets',
    claim: 'Police chief Dora Lenz',
    statement: 'Dora Lenz said night buses are a reason.',
    status: 'reported',
  },
  {
    article: 'quiet-streets',
    claim: 'surveyed 640 students',
    statement: 'The university surveyed 640 students in June 2024.',
    status: 'documented',
  },
  {
    article: 'quiet-streets',
    claim: 'or 427',
    statement: '427 students had used a night bus.',
    status: 'documented',
  },
  {
    article: 'quiet-streets',
    claim: 'Taxi owner Milo Hart',
    statement: "Milo Hart's firm lost 12 percent of trips, he said.",
  },
]

const change = (file: string) => ({ label: 'x', changes: [{ file, path: ['title'], value: 'x' }] })

/** Of which facts is asked what. */
const asked: readonly (readonly [string, string, string?])[] = [
  ['counted 9,200', 'When?'],
  ['recorded 85', 'When?'],
  ['police recorded 130', 'When?'],
  ['surveyed 640', 'When?'],
  ['Hanna Vogt put', 'Who says so?'],
  ['fifth bus', 'Who says so?'],
  // The stem that is proposed tells too much: the page says so.
  ['fifth bus', 'Planned or done?', 'How far has the fifth bus come, as the article tells it?'],
  ['Dora Lenz said', 'Who says so?'],
]

test('a unit of twelve facts, eight questions and a lesson is made through the page alone, and checks and builds', async () => {
  const folder = await emptyFolder()
  await Promise.all(['unit', 'articles'].map((name) => mkdir(join(folder, name))))
  const studio = await openStudio(folder)
  const { page, faults } = await openPage(browser, studio.address)
  const barriers: string[] = []
  const look = async (room: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const found of await violations(page)) barriers.push(`${room}, ${colorScheme}: ${found}`)
    }
  }
  try {
    await look('start')
    await page.getByLabel('What is it about?').fill('Night buses in Ellmoor')
    await page.getByLabel('Who answers for it?').fill('Ada Moss')
    await page.keyboard.press('Enter')

    await page.getByLabel('Articles', { exact: true }).setInputFiles(fixture('night-buses.txt'))
    await page.getByText('night-buses.txt was read').waitFor()
    await page.getByLabel('Articles', { exact: true }).setInputFiles(fixture('quiet-streets.html'))
    await page.getByText('quiet-streets.html was read').waitFor()
    await page.getByText('parts of the page were left out').click()
    expect(await page.locator('.dropped').textContent()).toContain('Ten years of the tram')
    await page.getByLabel('Date it bears').first().fill('2024-06-12')
    await page.keyboard.press('Tab')
    await look('articles')

    const actions: number[] = []
    for (const fact of written) actions.push(await write(page, fact))
    expect(Math.max(...actions)).toBeLessThanOrEqual(6)
    await look('read')
    await page.locator('.fact-card').first().click()
    await page.locator('#statement').waitFor()
    await look('fact')
    await page.keyboard.press('Escape')

    await page.getByRole('link', { name: 'Questions' }).click()
    await page.getByLabel('What can a student do afterwards?').fill('Say who counted what, and when')
    await page.keyboard.press('Enter')
    for (const [fact, shape, stem] of asked) {
      await page.locator('.fact-choice', { hasText: fact }).click()
      await page.locator('.proposals button', { hasText: shape }).click()
      await page.locator('.verdict .sum, .findings').first().waitFor()
      if (stem !== undefined) {
        const tells = page.locator('.findings', { hasText: 'question/stem-gives-away' })
        await tells.waitFor()
        await page.locator('#stem').fill(stem)
        await tells.waitFor({ state: 'detached' })
      }
      // What no other fact gives is the author's to write; here the question keeps two options.
      const empty = page.getByRole('button', { name: 'Take option 3 out' })
      if ((await page.getByLabel('Option 3', { exact: true }).inputValue()) === '') await empty.click()
      const errors = page.locator('.editor .findings [data-severity="error"]')
      await expect.poll(() => errors.allTextContents()).toEqual([])
      await page.getByRole('button', { name: 'Save the question' }).click()
      await page.getByRole('form', { name: 'Question' }).waitFor({ state: 'detached' })
    }
    await look('questions')

    await page.getByRole('link', { name: 'Lesson' }).click()
    await page.getByLabel('For whom?').fill('Secondary school')
    await page.getByLabel('One a line').fill('Say who counted what\nTell a plan from a deed')
    await page.getByRole('button', { name: 'Go on to its sections' }).click()
    await teach(page)
    await look('lesson')
    expect(await page.locator('.minutes-line').textContent()).toContain('of 20 minutes')
    const slides = page.frameLocator('iframe')
    // The slide shell may have to be built first.
    await slides.getByText('Night buses in Ellmoor').first().waitFor({ timeout: 120_000 })

    await page.getByRole('link', { name: 'Checks' }).click()
    await page.getByRole('button', { name: 'against the articles' }).click()
    await page.locator('.findings, .notice.good').first().waitFor()
    expect(await page.locator('.findings [data-severity="error"]').allTextContents()).toEqual([])
    await look('checks')

    await page.setViewportSize({ width: 390, height: 844 })
    const wide: string[] = []
    for (const room of ['articles', 'read', 'questions', 'lesson', 'checks']) {
      await page.goto(`${studio.address}#/${room}`)
      await page.locator(`main.room-${room} > section`).first().waitFor()
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(room)
    }
    expect({ wide, barriers, faults }).toEqual({ wide: [], barriers: [], faults: [] })
  } finally {
    await page.close()
    expect(await studio.close()).toBe(0)
  }
  const check = await call(['check', '--content', 'unit', '--articles', 'articles'], folder)
  expect(check.err.filter((line) => line.includes(' error: '))).toEqual([])
  expect(check.code).toBe(0)
  const build = await call(['build', '--content', 'unit', '--only', 'decks,quizzes,site'], folder)
  expect(build.code).toBe(0)
  const base = JSON.parse(await readFile(join(folder, 'unit/facts/night-buses-ellmoor.json'), 'utf8')) as {
    facts: unknown[]
  }
  expect(base.facts.length).toBe(12)
})

test('by keyboard alone a claim becomes a fact, is taken back and done again; an editor beside it loses nothing', async () => {
  const copy = await bridgeCopy()
  const file = join(copy.folder, 'unit/facts/cost.json')
  const first = await readFile(file, 'utf8')
  const studio = await openStudio(copy.folder)
  const { page, faults } = await openPage(browser, studio.address)
  try {
    await page.locator('.claim').first().waitFor()
    await page.locator('.paper').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('#statement').waitFor()
    await page.keyboard.type('The new bridge at the harbour opened on 3 May 2024.')
    await page.locator('#status').focus()
    await page.keyboard.type('doc')
    await page.locator('.verdict .sum', { hasText: 'rest on the passage' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('form', { name: 'Fact' }).waitFor({ state: 'detached' })
    const saved = await readFile(file, 'utf8')
    expect(saved).not.toBe(first)
    expect(saved.startsWith(first.slice(0, first.lastIndexOf('}') - 6))).toBe(true)
    await page.locator('body').press('Control+z')
    await expect.poll(() => readFile(file, 'utf8')).toBe(first)
    await page.locator('body').press('Control+Shift+z')
    await expect.poll(() => readFile(file, 'utf8')).toBe(saved)

    // The same value is written in an editor while the page holds the older one.
    await page.locator('.fact-card', { hasText: 'Union' }).click()
    await page.locator('#short').fill('Union: at most 55 million')
    await writeFile(file, saved.replace('"Union: up to 55 million"', '"Union, an estimate"'))
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor()
    expect(await page.locator('.sides pre').allTextContents()).toEqual([
      expect.stringContaining('at most 55 million'),
      expect.stringContaining('an estimate'),
    ])
    expect(await violations(page)).toEqual([])
    expect(await readFile(file, 'utf8')).toContain('an estimate')
    await page.getByRole('button', { name: 'Write mine over it' }).click()
    await expect.poll(() => readFile(file, 'utf8')).toContain('at most 55 million')
    // What the browser says of the refused request is no fault of the page.
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
  } finally {
    await page.close()
    expect(await studio.close()).toBe(0)
  }
})

test('nobody else is answered, and nothing outside the unit is written', async () => {
  const copy = await bridgeCopy()
  const studio = await openStudio(copy.folder)
  const { origin } = new URL(studio.address)
  const unit = change('facts/unit.json')
  const answers = {
    withoutToken: await studio.ask(`${origin}/state.json`),
    foreignPage: await studio.ask('change', unit, { origin: 'http://example.org' }),
    form: await studio.ask('change', unit, { 'content-type': 'text/plain' }),
    parent: await studio.ask('change', change('../outside.json')),
    sideways: await studio.ask('change', change('facts/../../outside.json')),
    article: await studio.ask('change', change('articles/../outside.txt')),
    program: await studio.ask('change', change('package.json')),
    shape: await studio.ask('change', { changes: 'all' }),
    unseen: await studio.ask('change', unit),
    noArticle: await studio.ask('articles/nothing.json'),
  }
  expect(
    Object.entries(answers).map(([name, { status, value }]) => {
      const { message = '' } = value as { message?: string }
      return `${name} ${status} ${typeof value === 'string' ? value : message}`
    }),
  ).toMatchInlineSnapshot(`
    [
      "withoutToken 404 no such page",
      "foreignPage 403 pages from elsewhere are not answered",
      "form 403 Changes are made on the page.",
      "parent 422 Unexpected file "../outside.json", expected one of the unit",
      "sideways 422 Unexpected file "facts/../../outside.json", expected one of the unit",
      "article 422 Unexpected file "articles/../outside.txt", expected one of the unit",
      "program 422 Unexpected file "package.json", expected one of the unit",
      "shape 422 This cannot be read: Invalid input: expected string, received undefined",
      "unseen 409 ",
      "noArticle 404 The text of this article is not there, or it is another one than the one that was recorded.",
    ]
  `)
  expect(await manifest(join(copy.folder, 'unit'))).toEqual(
    await manifest(fileURLToPath(new URL('../fixtures/bridge-unit', import.meta.url))),
  )
  await studio.close()
})

/** Takes a claim, writes its statement and saves; resolves to how many things were done. */
async function write(page: Page, { article, claim, statement, status }: Written): Promise<number> {
  let actions = 0
  if (!page.url().endsWith(`#/read/${article}`))
    await page.evaluate((at) => (location.hash = at), `#/read/${article}`)
  await page.locator('.claim', { hasText: claim }).click()
  actions++
  await page.locator('#statement').waitFor()
  for (const name of await page.locator('.offered button').all()) {
    await name.click()
    actions++
  }
  await page.locator('#statement').fill(statement)
  actions++
  if (status !== undefined && (await page.locator('#status').inputValue()) !== status) {
    await page.locator('#status').selectOption(status)
    actions++
  }
  await page.locator('.verdict .sum', { hasText: /rest on the passage|words rest on nothing/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  actions++
  await page.getByRole('form', { name: 'Fact' }).waitFor({ state: 'detached' })
  return actions
}

/** Two sections: by clicking, by dragging and by keyboard. */
async function teach(page: Page): Promise<void> {
  const pick = (text: string) => page.locator('.pick', { hasText: text }).first()
  const count = page.locator('.slide')
  const put = async (text: string): Promise<void> => {
    const before = await count.count()
    await pick(text).click()
    await expect.poll(() => count.count()).toBe(before + 1)
  }
  await put('Four night buses')
  await put('counted 9,200')
  await put('Hanna Vogt put')
  await page.getByRole('button', { name: 'Add a section' }).click()
  await page.locator('#section-1').fill('Quieter streets')
  await page.keyboard.press('Tab')
  for (const text of [
    'hired 18',
    'fifth bus is',
    'ticket costs',
    'recorded 85',
    'police recorded 130',
    'Dora Lenz said',
    'surveyed 640',
    '427 students',
    "Milo Hart's",
  ])
    await put(text)
  const questions = page.locator('.palette ul').last().locator('.pick')
  for (const place of [0, 4]) {
    const before = await count.count()
    await questions.nth(place).click()
    await expect.poll(() => count.count()).toBe(before + 1)
  }
  const before = await count.allTextContents()
  await count.last().focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => count.allTextContents()).not.toEqual(before)
  const after = await count.allTextContents()
  await count.first().dragTo(page.locator('.slide').nth(2))
  await expect.poll(() => count.allTextContents()).not.toEqual(after)
  await page.locator('#section-minutes-0').fill('8')
  await page.keyboard.press('Tab')
  await page.locator('.minutes-line', { hasText: '8 of 20' }).waitFor()
}
