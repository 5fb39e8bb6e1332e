import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { articles, baseOf, fact, shown } from './content.ts'

const problems = (parts: Record<string, unknown>): string[] =>
  shown(checkEvidence(baseOf([fact('it', { status: 'reported', ...parts })]), articles)).filter((line) =>
    line.includes('own-words'),
  )

const sentence = 'In June 2018 Iceland sent three S-40 cranes, possibly including a red one.'

test('notices the wording of an article, whole or lightly edited', () => {
  expect([
    ...problems({ statement: sentence }),
    ...problems({ note: `It is said that ${sentence}` }),
    ...problems({
      statement: 'In June 2018 Iceland shipped three S-40 cranes, possibly including a red one.',
    }),
  ]).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:10:17: warning: Unexpected 10 words in a row of an article in the statement of "it": "in june 2018 iceland …", expected words of your own [fact/own-words]
      note: only figures, names and a short quotation in quotation marks are taken over as they stand",
      "facts/bridge.json:24:12: warning: Unexpected 10 words in a row of an article in the note of "it": "in june 2018 iceland …", expected words of your own [fact/own-words]
      note: only figures, names and a short quotation in quotation marks are taken over as they stand",
      "facts/bridge.json:10:17: warning: Unexpected wording of the statement of "it" that is nearly a sentence of an article, expected words of your own [fact/own-words]
      note: only figures, names and a short quotation in quotation marks are taken over as they stand",
    ]
  `)
})

test('leaves own words, names, figures and short quotations alone', () => {
  expect([
    ...problems({
      statement: 'Three cranes of the type S-40 came from Iceland in June 2018, one perhaps red.',
    }),
    ...problems({
      statement: 'The mayor, Ada Quill, speaks of “more than 1,200 carts a day, Mayor Ada Quill said”.',
    }),
    ...problems({ statement: 'The Tidewick bridge opened on 4 May 2019.' }),
  ]).toEqual([])
})

test('no text without ten words of an article in a row is said to have them', () => {
  const words = sentence.replaceAll(/[,.]/g, '').split(' ')
  fc.assert(
    fc.property(fc.nat({ max: 3 }), fc.integer({ min: 1, max: words.length - 3 }), (from, length) => {
      const part = words.slice(from, from + length)
      const found = problems({ note: `A porter wrote in green ink yesterday: ${part.join(' ')}` })
      expect(found.some((line) => line.includes('10 words in a row'))).toBe(
        part.join('-').split('-').length >= 10,
      )
    }),
  )
})
