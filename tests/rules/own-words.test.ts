import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiedWording, copyFinder } from '../../scripts/facts/evidence/copied-wording.ts'
import { article, document, shown } from './content.ts'

const problems = (value: unknown): string[] =>
  shown(copiedWording([document('facts/bridge.json', value)], [article]))

const sentence = 'In June 2018 Iceland sent three S-40 cranes, possibly including a red one.'

test('notices the wording of an article, whole or lightly edited, in whatever text', () => {
  expect(
    problems({
      facts: [
        { id: 'cranes', statement: sentence, note: `It is said: ${sentence}` },
        {
          id: 'more',
          statement: 'In June 2018 Iceland shipped three S-40 cranes, possibly including a red one.',
        },
      ],
      questions: [{ id: 'who', options: [{ because: `The gazette writes that ${sentence}` }] }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:5:17: warning: Unexpected 10 words in a row of an article ("in june 2018 iceland …") in "statement" of "cranes", expected words of your own [fact/own-words]
      note: only figures, names and a short quotation in quotation marks are taken over as they stand",
      "facts/bridge.json:6:12: warning: Unexpected 10 words in a row of an article ("in june 2018 iceland …") in "note" of "cranes", expected words of your own [fact/own-words]
      note: only figures, names and a short quotation in quotation marks are taken over as they stand",
      "facts/bridge.json:10:17: warning: Unexpected wording that is nearly a sentence of an article in "statement" of "more", expected words of your own [fact/own-words]
      note: only figures, names and a short quotation in quotation marks are taken over as they stand",
      "facts/bridge.json:18:17: warning: Unexpected 10 words in a row of an article ("in june 2018 iceland …") in "because" of "who", expected words of your own [fact/own-words]
      note: only figures, names and a short quotation in quotation marks are taken over as they stand",
    ]
  `)
})

test('notices a sentence with a word exchanged or moved', () => {
  for (const text of [
    sentence.replace('sent', 'shipped'),
    sentence.replace('possibly including', 'including possibly'),
    `Possibly, ${sentence.replace(' possibly', '')}`,
    sentence.replace('In June 2018 Iceland', 'Iceland in June 2018'),
  ])
    expect(problems({ note: text }).join()).toContain('[fact/own-words]')
})

test('leaves own words, names, figures, titles of articles and short quotations alone', () => {
  expect(
    problems([
      'Three cranes of the type S-40 came from Iceland in June 2018, one perhaps red.',
      'The mayor, Ada Quill, speaks of “more than 1,200 carts a day, Mayor Ada Quill”.',
      'The Tidewick bridge opened on 4 May 2019.',
      { id: 'gazette', sha256: '0', title: sentence },
    ]),
  ).toEqual([])
})

test('ten words of an article in a row are noticed, nine are not', () => {
  const words = sentence.replaceAll(/[,.]/g, '').replace('S-40', 'steel').split(' ')
  const text = words.join(' ')
  fc.assert(
    fc.property(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 9 + 3 }), (from, length) => {
      const part = words.slice(from, from + length)
      const said = `A porter wrote in green ink yesterday: ${part.join(' ')}`
      const found = shown(copiedWording([document('facts/a.json', { note: said })], [text]))
      expect(found.some((line) => line.includes('10 words in a row'))).toBe(part.length >= 10)
    }),
  )
})

/** Two words, so that runs of them are in articles about as often as not. */
function wordsOf(least: number, most: number): fc.Arbitrary<string[]> {
  return fc.array(fc.constantFrom('gull', '7'), { minLength: least, maxLength: most })
}

test('notices ten words in a row wherever they stand in an article, and no others', () => {
  fc.assert(
    fc.property(fc.array(wordsOf(0, 60), { maxLength: 3 }), wordsOf(10, 30), (articles, text) => {
      const isRun = (_: unknown, at: number): boolean => {
        const run = text.slice(at, at + 10)
        return (
          run.length === 10 &&
          articles.some((own) => own.some((__, from) => own.slice(from, from + 10).join() === run.join()))
        )
      }
      const problem = copyFinder(articles.map((own) => own.join(' ')))(text.join(' '))
      expect(problem?.startsWith('10 words in a row') ?? false).toBe(text.some(isRun))
    }),
    { numRuns: 500, examples: [[[[...'abcdefghijkl']], [...'xbcdefghijky']]] },
  )
})
