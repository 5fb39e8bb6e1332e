import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangeItems, clock, newSeed, seedOfHash, tally } from '../../templates/quiz/player/attempt.ts'
import { toCsv } from '../../templates/quiz/player/csv.ts'
import { certainties, certaintyPoints, fitting, isRight } from '../../templates/quiz/player/grading.ts'
import type { PlayerChoice } from '../../question-types/choice/choice-view.ts'
import { questions } from './questions.ts'

/** A reader after RFC 4180, to hold the writer to it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push(row.splice(0))
  }
  return rows
}

test('a CSV file gives back every text, but for the mark in front of formulas', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^[=+\-@\t",\r\n a-z0-9]{0,8}$/))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const read = readCsv(toCsv(rows))
      expect(read.map((row) => row.map((text) => text.replace(/^'(?=\s*[=+\-@\t\r\n])/, '')))).toEqual(
        rows.map((row) => row.map((text) => text.replace(/^'(?=\s*[=+\-@\t\r\n])/, ''))),
      )
      expect(read.flat().filter((text) => /^\s*[=+\-@]/.test(text))).toEqual([])
    }),
  )
})

test('texts that a spreadsheet would run are defused, numbers stay numbers', () => {
  expect(toCsv([['=1+1', '@SUM(A1)', '-2', -2, 'a "b", c', ' +x', '＝1']])).toBe(
    `'=1+1,'@SUM(A1),'-2,-2,"a ""b"", c",' +x,'＝1\r\n`,
  )
})

test('only all keys and nothing else is right', () => {
  const bridge = questions.find(({ kind }) => kind === 'multiple')!
  expect([[0, 1], [1, 0], [0], [0, 1, 2], undefined].map((given) => isRight(bridge, { given }))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('certainty pays where it fits: at every share of right answers the fitting level earns most', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (share) => {
      const earns = certainties.map(
        (level) => share * certaintyPoints(true, level) + (1 - share) * certaintyPoints(false, level),
      )
      const best = certainties[earns.indexOf(Math.max(...earns))]!
      const near = certainties.some((level) => fitting[level].some((edge) => Math.abs(share - edge) < 0.01))
      if (!near) expect(share >= fitting[best][0] && share <= fitting[best][1]).toBe(true)
    }),
  )
})

test('an attempt holds every question once, and a seed gives one order', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (seed, mixed) => {
      const items = arrangeItems(questions, seed, mixed)
      expect(items.map(({ question }) => question.id).toSorted()).toEqual(
        questions.map(({ id }) => id).toSorted(),
      )
      expect(arrangeItems(questions, seed, mixed)).toEqual(items)
      for (const { question } of items) {
        const { options } = question as PlayerChoice
        expect(options.map(({ letter }) => letter).join('')).toBe('ABCDEF'.slice(0, options.length))
      }
    }),
  )
})

test('seeds of links are read, anything else is not', () => {
  const seed = newSeed()
  expect([`#seed=${seed}`, '#seed=Tide42', '#seed=', '#seed=a b', '#other', ''].map(seedOfHash)).toEqual([
    seed,
    'tide42',
    ...Array(4).fill(undefined),
  ])
})

test('open answers count as open, not as points', () => {
  const items = arrangeItems(questions.slice(0, 3), 'x', false)
  items[0]!.answer = { given: [0], certainty: 3 }
  items[1]!.answer = { given: [2], certainty: 2 }
  expect(tally(items)).toEqual({ of: 3, right: 1, answered: 2, points: 1, unmarked: 0 })
  delete items[1]!.answer.certainty
  expect(tally(items)).toEqual({ of: 3, right: 1, answered: 2, points: 3, unmarked: 1 })
})

test('times read as people write them', () => {
  expect([0, 65, 3599, 3661].map(clock)).toEqual(['0:00', '1:05', '59:59', '1:01:01'])
})
