import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { copyFinder } from '../../scripts/facts/evidence/copied-wording.ts'
import { ArticleText, runningText } from '../../scripts/source/normalise.ts'
import { sha256 } from '../../scripts/source/digest.ts'
import { baseOf, fact, file, shown, source } from './content.ts'

const paragraph =
  'On the evening of the opening Mayor Ada Quill said that the bridge had cost more than 40 million crowns, which the ' +
  'harbour board of Tidewick had planned to spend until 18 June 2021, and that up to 12 boats a day passed below it. The ' +
  'Quillish fleet reportedly lost half a million barrels of tea on 4 May 2019, though none of the forty carts was damaged.'

const statements = [
  'Quill said that the bridge cost more than 40 million crowns.',
  'Quill said that the bridge cost 40 million crowns.',
  'Quill said that the bridge cost more than 14 million crowns.',
  'The harbour board had planned to spend it until 18 June 2021.',
  'The harbour board had planned to spend it until 8 June 2021.',
  'Up to 12 boats pass below the bridge in a day.',
  'More than 12 boats pass below the bridge in a day.',
  'The fleet reportedly lost 500,000 barrels of tea on 4 May 2019.',
  'The fleet lost 500,000 barrels of tea on 4 May 2019.',
  'The carts were damaged, all forty of them.',
]

/** Lines of at most so many characters, each as full as it can be. */
function wrapped(text: string, width: number): string {
  let lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    lines =
      line !== '' && line.length + 1 + word.length > width
        ? [...lines, word]
        : [...lines.slice(0, -1), `${line} ${word}`.trim()]
  }
  return lines.join('\n')
}

const reader = await openReader('en')

/** What is said of the statements where the whole article is their passage. */
function findings(article: string): string[] {
  const evidence = [{ source: 'gazette', start: 0, end: Array.from(article).length, sha256: sha256(article) }]
  const base = baseOf({
    facts: statements.map((statement, n) => fact(`fact-${n}`, { statement, evidence, status: 'reported' })),
    sources: [{ ...source, sha256: sha256(article) }],
  })
  return shown(checkEvidence(base, new Map([[file, article]]), reader))
}

test('where the lines of an article break changes nothing that is said of a statement', () => {
  const expected = findings(paragraph)
  expect(expected.length).toBeGreaterThan(5)
  fc.assert(
    fc.property(fc.integer({ min: 80, max: 110 }), (width) => {
      const article = wrapped(paragraph, width)
      expect(article).toContain('\n')
      expect(article).toHaveLength(paragraph.length)
      expect(findings(article)).toEqual(expected)
    }),
    { numRuns: 12, examples: [[80], [94], [110]] },
  )
})

test('nor does it hide a sentence that was taken over', () => {
  const copy =
    'The Quillish fleet reportedly lost half a million casks of tea on 4 May 2019, though none of the forty carts was damaged.'
  const problem = copyFinder([paragraph])(copy)
  expect(problem).toBeDefined()
  for (const width of [70, 80, 90])
    expect(copyFinder([runningText(wrapped(paragraph, width))])(copy)).toBe(problem)
})

test('a line goes on where it is full and ends nothing, and nowhere else', () => {
  const full = 'The mayor of Tidewick said that the bridge over the harbour had cost 40'
  expect(runningText(`${full}\nmillion crowns.`)).toBe(`${full} million crowns.`)
  for (const text of [
    `${full} crowns.\nMillions came.`,
    `${full} crowns:\nmillions came.`,
    `${full}\n\nmillion crowns`,
    `${full}\n- million crowns`,
    'The bridge of Tidewick\nmillion crowns',
    `${full}\n${'A paragraph that is one long line. '.repeat(5)}`,
  ])
    expect(runningText(text)).toBe(text)
})

test.each([
  ['The govern-\nment, it said.', 'The government,   it said.'],
  ['The govern\u00AD\nment\nsaid.', 'The government  \nsaid.'],
  ['A well-\nknown man, known here.', 'A well-\nknown man, known here.'],
  ['A well-\nknown man. Another well-known one.', 'A well-\nknown man. Another well-known one.'],
  ['Of pre-\nand post-war days and nights.', 'Of pre-\nand post-war days and nights.'],
  ['A coop-\ned hen, cooped up, ed.', 'A cooped   hen, cooped up, ed.'],
  ['From Tide-\nWick, 40-\nfold.', 'From Tide-\nWick, 40-\nfold.'],
])('puts a word together that the end of a line parts: %j', (text, expected) => {
  const read = runningText(text)
  expect(read).toBe(expected)
  expect(read).toHaveLength(text.length)
})

test('a word that the end of a line parts supports the whole one', () => {
  const article = 'The har-\nbour board paid 40 crowns to Tide-\nwick.'
  const evidence = [{ source: 'gazette', start: 0, end: article.length, sha256: sha256(article) }]
  const statement = 'The harbour board paid Tidewick 40 crowns.'
  const base = baseOf({
    facts: [fact('it', { statement, evidence })],
    sources: [{ ...source, sha256: sha256(article) }],
  })
  expect(shown(checkEvidence(base, new Map([[file, article]]), reader))).toEqual([])
})

test('digests are of the text to the letter', () => {
  const text = wrapped(paragraph, 80)
  const article = new ArticleText(text)
  const end = article.length
  expect(article.span(0, end)).toBe(text)
  expect(article.passage(0, end)).toBe(paragraph)
  fc.assert(
    fc.property(fc.nat(end), fc.nat(end), (one, other) => {
      expect(article.passage(one, other).replaceAll(' ', '\n')).toBe(
        article.span(one, other).replaceAll(' ', '\n'),
      )
    }),
  )
})
