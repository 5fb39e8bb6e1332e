import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOperators } from '../../scripts/languages/en/operators.ts'
import { english } from '../../scripts/languages/en/index.ts'
import { languageFor } from '../../scripts/languages/table.ts'

const { readTokens, sameName, hedges } = english()

/** "bound value" of every figure that is asked for. */
const figures = (text: string): string[] =>
  readTokens(text)
    .figures.filter(({ weak }) => !weak)
    .map(({ bound, values }) => `${bound ?? ''} ${values.join('|')}`.trim())

test.each([
  ['seven', ['7']],
  ['twenty-five boats', ['25']],
  ['one hundred and seven', ['107']],
  ['three hundred thousand', ['300000']],
  ['over one million', ['moreThan 1000000']],
  ['more than 1 million', ['moreThan 1000000']],
  ['1,000,000', ['1000000']],
  ['1.5 million', ['1500000']],
  ['half a million', ['500000']],
  ['one and a half million', ['1500000']],
  ['a dozen', ['12']],
  ['nearly a quarter of a century', ['almost 0.25|25']],
  ['up to 10,000', ['upTo 10000']],
  ['10 or more', ['atLeast 10']],
  ['~40, >30, ≤20 and 10+', ['about 40', 'moreThan 30', 'upTo 20', 'atLeast 10']],
  ['an estimated $300', ['about 300']],
  ['152mm and 122 mm', ['152', '122']],
  ['the second time', ['2']],
  ['between 10 and 15', ['10', '15']],
  ['six Norse boats at most, five years or longer', ['upTo 6', 'atLeast 5']],
  ['six boats and at least 5 barges, 7 boats at most 5 of which sank', ['6', 'atLeast 5', '7', 'upTo 5']],
  ['two thirds, three-fifths', ['0.6666666666666666|0.667|0.67', '0.6']],
  ['a fifth of them, about a ninth', ['0.2|5', 'about 0.1111111111111111|0.111|0.11|9']],
  ['the third of them, a fifth boat', ['3', '0.2|5']],
  ['60 per cent, 7%, 5 percents', ['60|0.6', '7|0.07', '5']],
  ['half past eight', ['8|8.3']],
  ['at second hand', []],
  ['10–15 boats', ['10', '15']],
  ['3.2 to 3.8 million', ['3.2|3200000', '3800000']],
  ['between £1 and £2.5 thousand', ['1|1000', '2500']],
  ['5 of 3 million, 12 and 40 boats', ['5', '3000000', '12', '40']],
  ['twice', []],
  ['longer than 20, shorter than 4', ['moreThan 20', 'lessThan 4']],
  ['two hundred and the third', ['200', '3']],
  ['millions', ['-1000000']],
  ['fewer than 50, less than 3.5 and well under 7', ['lessThan 50', 'lessThan 3.5', 'lessThan 7']],
  ['no less than 50, not fewer than 4, <6', ['atLeast 50', 'atLeast 4', 'lessThan 6']],
  ['12\u00A0000 and 12\u202F000.5', ['12000', '12000.5']],
  ['H₂O, CO₂, 10² and 5 m²', ['10', '5']],
  ['a constructor of 3', ['3']],
  ['on May 4, 12 300 came', ['12', '300']],
  ['no one, one of them, the first half', []],
  ['the S-400, an F-16, MI6', []],
])('reads the figures of %j', (text, expected) => {
  expect(figures(text)).toEqual(expected)
})

const dates = (text: string): string[] =>
  readTokens(text).dates.map(({ day, month, year, name }) =>
    [year, month, day, name].filter((each) => each !== undefined).join(' '),
  )

test.each([
  ['18 June 2024', ['2024 6 18']],
  ['June 18, 2024,', ['2024 6 18']],
  ['the 18th of June', ['6 18']],
  ['2024-06-18', ['2024 6 18']],
  ['in June 2024 and 2023', ['2024 6', '2023']],
  ['mid-2022, Mid-2021', ['2022', '2021']],
  ['since May; it may rain; May I?', ['5']],
  ['on Wednesday in the fall of 2022', ['wednesday', 'autumn', '2022']],
  ['they fall and spring', []],
])('reads the dates of %j', (text, expected) => {
  expect(dates(text)).toEqual(expected)
})

test('reads names, and knows which only open a sentence', () => {
  const names = readTokens('Ships of the U.S. and of Quill’s S-40 sail. Nobody saw “Ada”. NATO did.').names
  expect(names.map(({ text, first }) => (first ? `(${text})` : text))).toEqual([
    '(Ships)',
    'US',
    'Quill',
    'S-40',
    '(Nobody)',
    '(Ada)',
    'NATO',
  ])
})

test.each([
  ['Iceland', 'Icelandish', true],
  ['Kenya', 'Kenyan', true],
  ['Korea', 'Koreans', true],
  ['Iran', 'Iranian', true],
  ['China', 'Chinese', true],
  ['Ada', 'Adam', false],
  ['Tide', 'Tidewick', false],
  ['Quill', 'Quills', true],
])('takes %s and %s for one: %s', (a, b, same) => {
  expect(sameName(a.toLowerCase(), b.toLowerCase())).toBe(same)
})

test('reads hedges, and not the month', () => {
  const text = 'It reportedly could, in May, have been believed; may 4 boats suggest it?'
  expect(hedges!.read(text).map((hedge) => `${hedge.text}: ${hedge.class}`)).toEqual([
    'reportedly: hearsay',
    'could: possibility',
    'believed: likelihood',
    'suggest: likelihood',
  ])
})

test('never throws, and every token stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { figures: numbers, dates: days } = readTokens(text)
      for (const token of [...numbers, ...days]) expect(text.slice(token.start, token.end)).toBe(token.text)
    }),
  )
})

test.each([
  ['From the tower they could see the bridge.', []],
  ['She could hardly hear it.', []],
  ['He could not reach the shore.', []],
  ['They rowed as fast as they could.', []],
  ['It sank before the tug could dock.', []],
  ['It could sink.', ['could']],
  ['It could not be ruled out.', ['could']],
  ['It could not have sunk.', ['could']],
  ['Prices could see a rise.', ['could']],
])('takes "could" for a hedge only where it is none of ability: %j', (text, expected) => {
  expect(hedges!.read(text).map((hedge) => hedge.text)).toEqual(expected)
})

const names = (text: string): string[] => readTokens(text).names.map((name) => name.text)

test('names are the same however their letters are set', () => {
  expect(names('It needs H₂O and CO₂.')).toEqual(names('It needs H2O and CO2.'))
  expect(names('It needs ＮＡＴＯ.')).toContain('NATO')
})

test.each([
  ['They lack boats.', 'refusal lack'],
  ['A few boats left, and only one came back.', 'some A few, only only'],
  ['Nobody has paid since May, since they were poor.', 'negation Nobody, since since'],
  ['Last March the last boat left in the wake of the storm.', 'first last, after in the wake of'],
  ['It didn’t rise as a result of the most recent storm.', 'negation n’t, cause as a result'],
])('reads the words that change what "%s" claims', (text, sure) => {
  expect(
    readOperators(text)
      .filter((each) => each.sure)
      .map(({ class: kind, text: word }) => `${kind} ${word}`)
      .toSorted()
      .join(', '),
  ).toBe(sure.split(', ').toSorted().join(', '))
})

const most = (text: string) => readOperators(text).filter((each) => each.class === 'most')

test.each(['It peaked in May.', 'It fell by more than in any other year.'])(
  'may be told with a superlative: %s',
  (text) => {
    expect(readOperators(text)).toContainEqual(expect.objectContaining({ class: 'superlative', sure: false }))
  },
)

test.each(['It has yet to run.', 'She warned against taking it.', 'It bars them from seeing it.'])(
  'denies without a "not": %s',
  (text) => {
    expect(readOperators(text)).toContainEqual(expect.objectContaining({ class: 'refusal' }))
  },
)

test('a share of more than half is most of them, where somebody asks', () => {
  expect(most('58 per cent of them')).toMatchObject([{ sure: false, text: '58' }])
  expect(most('48 % of them')).toEqual([])
})

test.each([
  ['en', 'in the spring', 'in the winter'],
  ['de', 'im Frühling', 'im Winter'],
  ['uk', 'навесні', 'взимку'],
])('knows the seasons of months as it reads them, in %s', (tag, spring, winter) => {
  const { readTokens: read, seasonOf } = languageFor(tag)
  for (const [text, months] of [
    [spring, [3, 4, 5]],
    [winter, [12, 1, 2]],
  ] as const)
    for (const month of months) expect(seasonOf?.(month)).toBe(read(text).dates[0]?.name)
})

test('"twice" is two where something asks for it', () => {
  expect(readTokens('tried twice').figures).toMatchObject([{ values: [2], weak: true }])
})

test.each([
  ['six at most fished there', []],
  ['she thinks that most of them left', ['most']],
  ['barrel after barrel came', []],
  ['barrels after the storm', ['after']],
  ['for all his barrels', []],
  ['all barrels', ['all']],
  ['not the rails, only the route', ['negation']],
  ['only the route', ['only']],
  ['it broke free at all, above all in May', []],
  ['each blames the other', []],
  ['each blames the storm', ['all']],
  ['a few of them', []],
  ['few of them', ['few']],
  ['it did not open until May', []],
  ['it did not open in May', ['negation']],
  ['it came before a judge', []],
  ['it came before a storm', ['before']],
  ['she was due to speak', []],
  ['it was due to rain', ['cause']],
  ['they did not record it', ['negation']],
  ['a record harvest', ['superlative']],
  ['no other boats came', ['only']],
])('reads what words do in %j', (text, expected) => {
  const asked = new Set(['most', 'after', 'all', 'only', 'superlative', 'few', 'negation', 'before', 'cause'])
  expect(
    readOperators(text).flatMap((each) => (each.sure && asked.has(each.class) ? each.class : [])),
  ).toEqual(expected)
})
