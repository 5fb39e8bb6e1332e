import { expect, test } from 'vitest'
import { readWhen } from '../../scripts/articles/read-when.ts'
import { languageFor } from '../../scripts/languages/table.ts'

/** The times of a passage of an article of a Tuesday, as "from..to precision". */
function times(passage: string, published: string | undefined = '2025-07-08', planned = false): string[] {
  const { dates, open } = readWhen(passage, languageFor('en'), published, planned)
  return [
    ...dates.map(({ from, to, precision }) => `${from ?? ''}..${to ?? ''} ${precision}`),
    ...open.map(({ text, needs }) => `${text}: needs ${needs}`),
  ]
}

test.each([
  ['It opened on 3 May 2024.', '2024-05-03..2024-05-03 day'],
  ['It closed last Saturday.', '2025-07-05..2025-07-05 day'],
  ['It closed on Tuesday.', '2025-07-08..2025-07-08 day'],
  ['It closed last Tuesday.', '2025-07-01..2025-07-01 day'],
  ['It opens next Friday.', '2025-07-11..2025-07-11 day'],
  ['It closed yesterday.', '2025-07-07..2025-07-07 day'],
  ['It closed last year.', '2024..2024 year'],
  ['It closed last week.', '2025-06-30..2025-07-06 week'],
  ['It has run since March 2024.', '2024-03.. month'],
  ['It ran until March 2024.', '..2024-03 month'],
  ['It ran from March 2024 to June 2024.', '2024-03..2024-06 month'],
  ['It closed in September.', '2024-09..2024-09 month'],
  ['It closed in May.', '2025-05..2025-05 month'],
  ['In the fall of 2022 it closed.', '2022-09..2022-11 season'],
  ['Forty came over the past eight months.', '2024-11..2025-07 month'],
  ['It closed two years ago.', '2023..2023 year'],
  ['It closed in September last year.', '2024-09..2024-09 month'],
])('%s', (passage, expected) => {
  expect(times(passage)).toEqual([expected])
})

test('what is planned for September is the next one', () => {
  expect(times('They plan to open it in September.', '2025-07-08', true)).toEqual(['2025-09..2025-09 month'])
  expect(times('They plan to open it in March.', '2025-07-08', true)).toEqual(['2026-03..2026-03 month'])
})

test('a date that the article is too vague for stays open, with what is missing', () => {
  expect(times('It closed on Wednesday.', '2025-07')).toEqual(['Wednesday: needs day'])
  expect(times('It closed last month.', '2025')).toEqual(['last month: needs month'])
  expect(times('It closed in May.', '2025')).toEqual(['May: needs month'])
  expect(readWhen('It closed last year.', languageFor('en'), undefined).open).toHaveLength(1)
})

test('says how a relative date was resolved', () => {
  const [date] = readWhen('It closed last Saturday.', languageFor('en'), '2025-07-08').dates
  expect(date?.resolved).toBe('“Saturday”, counted from 2025-07-08')
})
