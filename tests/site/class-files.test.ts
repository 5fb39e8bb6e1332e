// What spreadsheets make of a table of results: whatever they save again is read as what the pupil saved.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { toCsv } from '../../templates/quiz/player/csv.ts'
import { answersOf, classPageOf, file, head, resultOf } from './class-results.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const pages = new Map<string, Page>()

/** The page of a unit anew, without results. */
async function opened(unit: string): Promise<Page> {
  const page = pages.get(unit)
  if (page) await page.reload()
  else {
    pages.set(unit, await browser.newPage())
    await pages.get(unit)!.goto(await classPageOf(unit))
  }
  return pages.get(unit)!
}

async function put(page: Page, ...files: ReturnType<typeof file>[]): Promise<string> {
  const before = await page.locator('#_told').innerText()
  await page.locator('#_files').setInputFiles(files)
  await expect.poll(() => page.locator('#_told').innerText()).not.toBe(before)
  return page.locator('#_told').innerText()
}

type Cell = string | number
/** A table as a spreadsheet writes it: what holds its separator in quotes, figures by `figure`. */
const table = (
  rows: readonly (readonly Cell[])[],
  separator: string,
  figure: (n: number) => string = String,
  end = '\r\n',
) =>
  rows
    .map((row) =>
      row
        .map((cell) => (typeof cell === 'number' ? figure(cell) : cell))
        .map((cell) =>
          cell.includes(separator) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(separator),
    )
    .join(end)

const rows = [head, ...answersOf(3)]
const comma = (n: number) => `${n},0`
const twoPlaces = (n: number) => n.toFixed(2).replace('.', ',')
const bigEndian = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()

/** What a spreadsheet saves of lines with commas that it took for cells of its own. */
const asCells = (text: string, separator: string) =>
  text
    .split('\r\n')
    .map((line) =>
      line
        .split(separator)
        .map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator),
    )
    .join('\r\n')

test.each<[string, string | Buffer]>([
  ['semicolons', table(rows, ';')],
  ['tabs', table(rows, '\t')],
  ['UTF-8 with a mark', `\uFEFF${table(rows, ';')}`],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${table(rows, '\t')}`, 'utf16le')],
  ['UTF-16, big end first', bigEndian(table(rows, ';'))],
  ['UTF-16 and commas', bigEndian(table(rows, ','))],
  ['decimal commas', table(rows, ';', comma)],
  ['two places behind the comma', table(rows, '\t', twoPlaces)],
  ['two places behind the point', table(rows, ',', (n) => n.toFixed(2))],
  ['Arabic digits', table(rows, ';', (n) => String.fromCharCode(0x660 + n))],
  ['ends of lines of an old Mac', table(rows, ';', String, '\r')],
  ['a line that names the separator', `sep=;\r\n${table(rows, ';')}`],
  ['lines that were cells where semicolons separate', asCells(toCsv(rows), ';')],
  ['lines that were cells where tabs separate', asCells(toCsv(rows), '\t')],
  ['emptied cells', `${table(rows, ';').replaceAll('\r\n', ';;\r\n')}\r\n;;;;;;;;;;;\r\n`],
])('a table with %s says what the pupil saved', async (_, data) => {
  const page = await opened('bridge-unit')
  expect(await put(page, file('first.csv', resultOf(3)))).toBe('1 result read.')
  const before = await page.locator('#_results').innerText()
  // It is the same result, and counts once.
  expect(await put(page, file('again.csv', data))).toContain('the same was read before: again.csv.')
  // By itself it gives the same figures.
  await page.reload()
  expect(await put(page, file('alone.csv', data))).toBe('1 result read.')
  expect(await page.locator('#_results').innerText()).toBe(before)
})

test.each([
  [
    'harbour-unit-de',
    'Größe – „hoch“',
    [0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x96, 0x20, 0x84, 0x68, 0x6f, 0x63, 0x68, 0x93],
  ],
  ['ukrainian-unit', 'Їжак і ґава', [0xaf, 0xe6, 0xe0, 0xea, 0x20, 0xb3, 0x20, 0xb4, 0xe0, 0xe2, 0xe0]],
  ['arabic-unit', 'ماء', [0xe3, 0xc7, 0xc1]],
])('letters of the code page of %s', async (unit, text, bytes) => {
  const page = await opened(unit)
  const [before, behind] = table(
    [head, [1, 'one', '{}', 'x', 'A: up', 'B: more', 0, '', '', 's']],
    ';',
  ).split('{}')
  await put(
    page,
    file('one.csv', Buffer.concat([Buffer.from(before!), Buffer.from(bytes), Buffer.from(behind!)])),
  )
  expect(await page.locator('tr[data-id=one] th').innerText()).toBe(text)
})

const answered = (text: string, n: number) =>
  file(
    `${n}.csv`,
    toCsv([head, [1, 'how-high', 'How high?', 'x', text, '2.5', text === '4' ? 0 : 1, '', '', `s${n}`]]),
  )

test('texts with semicolons come back whole from lines that were cut at them', async () => {
  const page = await opened('bridge-unit')
  const saved = toCsv([
    head,
    [1, 'gaps', 'Fill in; "now", please', 'x', '1: over; 2: crowns', '1: over; 2: crowns', 1, '', '', 's'],
  ])
  expect(await put(page, file('cut.csv', asCells(saved, ';')))).toBe('1 result read.')
  expect(await page.locator('tr[data-id=gaps] th').innerText()).toBe('Fill in; "now", please')
  expect(await page.locator('tr[data-id=gaps] li').allInnerTexts()).toEqual([
    '1 × 1: over (right)',
    '1 × 2: crowns (right)',
  ])
})

test('the same figure with a comma and a point is one answer', async () => {
  const page = await opened('bridge-unit')
  await put(page, ...['2,5', '2.5', '4', '2,5'].map(answered))
  expect(await page.locator('tr[data-id=how-high] li').allInnerTexts()).toEqual(['3 × 2,5 (right)', '1 × 4'])
})

test('says of what cannot be read what to do', async () => {
  const page = await opened('bridge-unit')
  const spoilt = table(rows.with(3, rows[3]!.with(6, 'maybe')), ';')
  expect(
    await put(
      page,
      file('class.xlsx', 'PK\u0003\u0004'),
      file('renamed.csv', 'PK\u0003\u0004'),
      file('notes.txt', 'a\tb\n1\t2'),
      file('spoilt.csv', spoilt),
    ),
  ).toBe(
    '0 results read. Not read: notes.txt; expected tables or progress files that a page of this unit saved. ' +
      'Not read: class.xlsx, renamed.csv, a workbook; open it, save the sheet as CSV and choose that file. ' +
      'Not read: spoilt.csv, for its row 4 is none that a quiz page wrote; put that row right, or choose the file as the pupil saved it.',
  )
})
