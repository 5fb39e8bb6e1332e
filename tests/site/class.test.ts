// The page on how a class did, with the results of an invented class.

import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { packageRoot } from '../trust/content-folder.ts'
import { offences } from '../quiz/offences.ts'
import { violations } from '../quiz/violations.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { classPageOf, file, head, resultOf } from './class-results.ts'
import { toCsv } from '../../templates/quiz/player/csv.ts'

let browser: Browser
let address: string
let page: Page
let found: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  address = await classPageOf('bridge-unit')
  await visit()
})

/** The page anew, without results. */
async function visit(): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  found = offences(page)
  await page.goto(address)
}
afterAll(() => browser?.close())

const row = (id: string) => page.locator(`tr[data-id=${id}]`)

test('reads results, names what is none and what came twice', async () => {
  const results = Array.from({ length: 12 }, (_, n) => file(`pupil-${n}.csv`, resultOf(n)))
  await page
    .locator('#_files')
    .setInputFiles([
      ...results,
      file('notes.csv', 'a,b\r\n1,2\r\n'),
      file('again.csv', resultOf(3)),
      file('x.json', '{'),
    ])
  await expect
    .poll(() => page.locator('#_told').innerText())
    .toBe(
      '12 results read. Not read: notes.csv, x.json; expected tables or progress files that a page of this unit saved. Left out, since the same was read before: again.csv.',
    )
})

test('says what was hard, what tells who knows, what was answered, and which key is doubtful', async () => {
  expect(await page.locator('svg.dots circle').count()).toBe(12)
  expect(await row('walls').innerText()).toContain('100% (12/12)')
  expect(await row('walls').innerText()).toContain('cannot be said')
  expect(await row('ebb').innerText()).toContain('58% (7/12)')
  // By hand: (0.607 - 0.55) × 7/12 × 5/12, over 0.118 × 0.493.
  expect(await row('ebb').innerText()).toMatch(/a little\s*0\.24/)
  expect(await row('ebb').locator('li').allInnerTexts()).toEqual([
    '7 × the key (right)',
    '3 × another',
    '2 × a tempting, wrong one',
  ])
  expect(await row('turned').innerText()).toMatch(/the wrong way round\s*-0\.\d\d/)
  expect(await page.locator('tr.doubtful').count()).toBe(1)
  expect(await row('turned').locator('.doubt').allInnerTexts()).toEqual([
    expect.stringContaining('weaker pupils had it right more often'),
    expect.stringContaining('“another” drew stronger pupils'),
    expect.stringContaining('“a tempting, wrong one” drew stronger pupils'),
    expect.stringContaining('most of those who were very sure were wrong'),
  ])
  const certainty = page.locator('section', { hasText: 'How sure' }).locator('tbody tr')
  expect((await certainty.last().innerText()).split('\t').slice(1)).toEqual([
    '12',
    expect.stringContaining('33%'),
  ])
  expect(await violations(page)).toEqual([])
  expect(found).toEqual([])
  // From right to left the room between columns is on the other side.
  const room = await page
    .locator('.statistics th')
    .first()
    .evaluate((cell) => {
      document.documentElement.dir = 'rtl'
      const { paddingRight } = getComputedStyle(cell)
      document.documentElement.dir = ''
      return paddingRight
    })
  expect(room).toBe('0px')
})

test('two pupils who saved the same are counted where the teacher says so', async () => {
  const others = page.getByRole('button', { name: 'They are of other pupils: count them' })
  await others.click()
  await expect.poll(told).toBe('13 results read.')
  expect(await row('walls').innerText()).toContain('100% (13/13)')
  expect(await others.isVisible()).toBe(false)
})

test('what it saves is what check reads', async () => {
  // The questions of the invented class are none of the unit: only a known one is kept.
  const known = `\uFEFF${toCsv([head, [1, 'mayor-price', 'What?', 'x', 'A: up', 'B: more', 0, '', '', 's']])}`
  const { content, banks } = await loadContent(`${packageRoot}/tests/fixtures/bridge-unit`)
  const id = content!.banks[0]!.questions[0]!.id
  await page.locator('#_files').setInputFiles([file('one.csv', known.replace('mayor-price', id))])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'cost.stats.json' }).click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  const { parseJson } = await import('../../scripts/source/json-document.ts')
  const { loadStatistics, formatStatistics } = await import('../../scripts/questions/statistics.ts')
  const read = loadStatistics([parseJson('questions/cost.stats.json', text).value!], banks!)
  expect(read.diagnostics).toEqual([])
  expect(formatStatistics(read.value!)).toEqual([`results of cost: 1, 0% right; hardest "${id}" (0%)`])
  const other = text
    .replace(`"${id}"`, '"mayor-prise"')
    .replace('"certainty"', '"doubts": ["look"], "certainty"')
  const wrong = loadStatistics([parseJson('questions/cost.stats.json', other).value!], banks!)
  expect(wrong.diagnostics.map(({ rule }) => rule)).toEqual(['question/statistics'])
  const doubted = loadStatistics(
    [
      parseJson('questions/cost.stats.json', text.replace('"certainty"', '"doubts": ["look"], "certainty"'))
        .value!,
    ],
    banks!,
  )
  expect(doubted.diagnostics.map(({ at, message }) => `${at.file}: ${message}`)).toEqual([
    `questions/cost.json: Unexpected results for "${id}", expected those who know more to be right more often: look`,
  ])
})

test('on a phone rows stand below one another, named, and nothing runs off the page', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('#_results *')]
      .filter(
        (each) =>
          each.scrollWidth > Math.max(each.clientWidth, 360) || each.getBoundingClientRect().right > 360,
      )
      .map((each) => each.outerHTML.slice(0, 80)),
  )
  expect(wide).toEqual([])
  // The figures are read as those of a table, with the names of their columns before the eyes, too.
  const turned = page.getByRole('row').filter({ hasText: 'What of turned' })
  expect(await turned.getByRole('cell').count()).toBe(3)
  const columns = await turned
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content))
  expect(columns).toEqual(['"Right"', '"Tells who knows"', '"What was answered"'])
  const sides = await turned
    .locator('th, td')
    .evaluateAll((cells) => new Set(cells.map((cell) => cell.getBoundingClientRect().left)).size)
  expect(sides).toBe(1)
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, 'color-contrast')).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
})

const told = () => page.locator('#_told').innerText()

/** Pupil `n` of 12: what is right is written in two ways, and a text has a semicolon. */
function tableOf(n: number): string {
  const wrote = n < 4 ? 'the union' : n < 8 ? 'Ida Lind' : 'lind'
  const chose = n < 8 ? 'B: a floor; a low one' : 'A: a ceiling; a high one'
  return toCsv([
    head,
    [1, 'who', 'Who?', 'x', wrote, 'Ida Lind', n < 4 ? 0 : 1, '', '', `s${n}`],
    [2, 'what', 'What?', 'x', chose, 'A: a ceiling; a high one', n < 8 ? 0 : 1, '', '', `s${n}`],
    [
      3,
      'gaps',
      'Fill in.',
      'x',
      `1: over; 2: ${n < 8 ? 'over' : 'crowns'}`,
      '1: over; 2: crowns',
      n < 8 ? 0 : 1,
      '',
      '',
      `s${n}`,
    ],
  ])
}

test('what is right in other words than the key is right, and texts keep their semicolons', async () => {
  await visit()
  await page
    .locator('#_files')
    .setInputFiles(Array.from({ length: 12 }, (_, n) => file(`${n}.csv`, tableOf(n))))
  await expect.poll(told).toBe('12 results read.')
  expect(await row('who').locator('li').allInnerTexts()).toEqual([
    '4 × Ida Lind (right)',
    '4 × lind (right)',
    '4 × the union',
  ])
  expect(await row('who').locator('.doubt').count()).toBe(0)
  expect(await row('what').locator('li').allInnerTexts()).toEqual([
    '4 × a ceiling; a high one (right)',
    '8 × a floor; a low one',
  ])
  expect(await row('gaps').locator('li').allInnerTexts()).toEqual([
    '12 × 1: over (right)',
    '4 × 2: crowns (right)',
    '8 × 2: over',
  ])
})

test('files may be dropped anywhere on the page', async () => {
  await visit()
  const dropped = await page.evaluateHandle((text) => {
    const files = new DataTransfer()
    files.items.add(new File([text], 'pupil.csv'))
    return files
  }, resultOf(3))
  for (const name of ['dragover', 'drop']) {
    const taken = await page.locator('h1').evaluateHandle(
      (heading, [type, dataTransfer]) => {
        const event = new DragEvent(type as string, {
          dataTransfer: dataTransfer as DataTransfer,
          bubbles: true,
          cancelable: true,
        })
        heading.dispatchEvent(event)
        return event.defaultPrevented
      },
      [name, dropped] as const,
    )
    expect(await taken.jsonValue()).toBe(true)
  }
  await expect.poll(told).toBe('1 result read.')
})

test('whatever is put in, the page says what it read, and shows figures or nothing', async () => {
  await visit()
  const progress = JSON.stringify({
    format: 'factdeck-unit-progress',
    quizzes: [
      { format: 'factdeck-quiz-progress', questions: { 'mayor-price': { lastRight: true }, x: null } },
      { format: 'factdeck-quiz-progress', questions: null },
    ],
  })
  let state = 7
  const dice = (sides: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
  /** A file that was cut, spoiled or put together wrongly. */
  const broken = (): string => {
    let text = [resultOf(dice(12)), progress, '', 'null', '[]', '\u0000\uD800'][dice(6)]!
    for (let n = dice(4); n > 0; n--) {
      const at = dice(text.length + 1)
      const put = ['', '"', ',', '\r\n', '\n\n', '=1+1', '{', '0', ';', '\uFEFF'][dice(10)]!
      text = text.slice(0, at) + put + text.slice(at + dice(3))
    }
    return dice(5) === 0 ? text.slice(0, dice(text.length)) : text
  }
  for (let round = 0; round < 10; round++) {
    const files = Array.from({ length: 30 }, (_, n) =>
      file(`${round}-${n}.${n % 3 ? 'csv' : 'json'}`, broken()),
    )
    const before = await told()
    await page.locator('#_files').setInputFiles(files)
    await expect.poll(told).not.toBe(before)
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|\[object|Infinity/)
  }
  expect(await told()).toMatch(/^\d+ results read\. Not read: /)
  expect(found).toEqual([])
})
