import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { recordedWords, supportWords } from '../../scripts/facts/evidence/word-support.ts'
import type { Reader } from '../../scripts/languages/reading.ts'

let reader: Reader
beforeAll(async () => {
  reader = (await openReader('en'))!
})

const passages = ['The Quillish fleet supplied forty barrels of herring.', 'Captains repaired the old boats.']

test('gives each word its reason and the places that support it', () => {
  const text = 'Ada says that the fleet secretly provided many barrels, and mended boats in Tidewick.'
  const told = supportWords(
    text,
    { passages, recorded: recordedWords(['Tidewick']), excused: [{ start: 24, end: 32 }] },
    reader,
  )
  const shown = told.map(({ text: word, reason, places }) => {
    const there = places.map(
      ({ passage, start, end, nearness }) => `${nearness} ${passages[passage]!.slice(start, end)}`,
    )
    return [word, reason, ...there.slice(0, 1)].join(' · ')
  })
  expect(shown).toMatchInlineSnapshot(`
    [
      "Ada · unsupported",
      "says · telling",
      "that · grammar",
      "the · passage · same The",
      "fleet · passage · same fleet",
      "secretly · excused",
      "provided · near · synonym supplied",
      "many · grammar",
      "barrels · passage · same barrels",
      "and · grammar",
      "mended · near · synonym repaired",
      "boats · passage · same boats",
      "in · grammar",
      "Tidewick · recorded",
    ]
  `)
})

test('a text that stands in its own passages has no unsupported word, and every word stands where it says', () => {
  const word = fc.constantFrom(
    'fleet',
    'captains',
    'quickly',
    'not',
    'bought',
    '12',
    'U.S.',
    'far-off',
    "didn't",
    'Ö',
    '“',
    ',',
    '.',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (parts) => {
      const text = parts.join(' ')
      const told = supportWords(text, { passages: [text] }, reader)
      expect(told.filter(({ reason }) => reason === 'unsupported')).toEqual([])
      for (const { start, end, text: shown } of told) expect(text.slice(start, end)).toBe(shown)
    }),
  )
})
