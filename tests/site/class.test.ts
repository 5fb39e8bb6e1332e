// The page on how a class did, with the results of an invented class.

import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classPage } from '../../scripts/outputs/class-page.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { openTemplates } from '../../scripts/render/templates.ts'
import type { Render } from '../../scripts/render/render.ts'
import { packageRoot } from '../trust/content-folder.ts'
import { offences } from '../quiz/offences.ts'
import { onDisk } from '../quiz/page.ts'
import { violations } from '../quiz/violations.ts'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { toCsv } from '../../templates/quiz/player/csv.ts'

let browser: Browser
let page: Page
let found: string[]

const head = [
  'No.',
  'Question',
  'Text',
  'Objective',
  'Answer given',
  'Right answer',
  'Right',
  'Certainty',
  'Points',
  'Order',
]
const questions = ['tides', 'ebb', 'turned', 'moon', 'walls'] as const

/**
 * Pupil `n` of 12 knows more the higher his number; "turned" is answered the wrong way round by those who know,
 * and everybody is very sure of it.
 */
function resultOf(n: number): string {
  const rows = questions.map((id, at) => {
    const right = id === 'turned' ? n < 4 : id === 'walls' ? true : n > at * 2 + 2
    return [
      at + 1,
      id,
      `What of ${id}, "then"?`,
      at < 2 ? 'Explain tides' : 'Read walls',
      right ? 'B: the key' : n % 2 ? 'A: a tempting, wrong one' : 'C: another',
      'B: the key',
      right ? 1 : 0,
      id === 'turned' ? 3 : 1,
      0,
      `seed${n}`,
    ]
  })
  return `\uFEFF${toCsv([head, ...rows])}`
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

beforeAll(async () => {
  browser = await launchBrowser()
  const { content } = await loadContent(`${packageRoot}/tests/fixtures/bridge-unit`)
  const [made] = await classPage.emit(content!, {
    content: content!,
    render: { templates: openTemplates(`${packageRoot}/templates`) } as Render,
    options: {},
    progress: () => {},
    made: [],
  })
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  found = offences(page)
  await page.goto(onDisk(String(made!.data)))
})
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
  expect(formatStatistics(read.value!)).toEqual([`results of cost: 13, 0% right; hardest "${id}" (0%)`])
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
