// Figures, dates and names of what is shown of a fact beside its statement.

import { describe, expect, test } from 'vitest'
import { factChecks } from '../../scripts/facts/checks/index.ts'
import { checkEvidence } from '../../scripts/facts/evidence/check-evidence.ts'
import { articles, baseOf, document, fact, shown } from './content.ts'

const ferry = fact('ferry', {
  from: 'The ferry reportedly carried about forty carts.',
  statement: 'The ferry reportedly carried about forty carts.',
  status: 'reported',
  disagreesWith: [{ fact: 'carts', about: 'carts', reading: 'Both can be true.' }],
})
const carts = (more: object) =>
  fact('carts', {
    from: 'It carries more than 1,200 carts a day, Mayor Ada Quill said.',
    statement: 'Ada Quill said that it carries more than 1,200 carts a day.',
    saidBy: ['quill'],
    status: 'reported',
    disagreesWith: [{ fact: 'ferry', about: 'carts', reading: 'Both can be true.' }],
    ...more,
  })
const quantity = (more: object) => ({
  quantities: [{ id: 'carts', label: 'carts a day', value: 1200, bound: 'moreThan', unit: 'carts', ...more }],
})
const picture = { file: 'carts.png', alt: 'Carts.', source: 'own work', licence: 'CC0' }
const when = (resolved: string) => ({ when: { from: '2019', to: '2019', precision: 'year', resolved } })
const saturday = (resolved: string) => ({
  when: { from: '2019-05-04', to: '2019-05-04', precision: 'day', resolved },
})
const reading = (text: string) => ({ disagreesWith: [{ fact: 'ferry', about: 'carts', reading: text }] })
const background = document('facts/background.json', {
  entries: [
    {
      id: 'cart',
      kind: 'term',
      name: 'Cart of 1850',
      text: 'A cart of 1850 had two wheels and weighed 300 pounds.',
      checked: { by: 'A. Teacher', on: '2024-01-01', reference: 'an atlas' },
    },
  ],
})

function problems(more: object, others: object[] = []): string[] {
  const base = baseOf({ facts: [fact('opening'), ferry, carts(more), ...(others as [])], more: [background] })
  return shown([...factChecks.flatMap((check) => check(base)), ...checkEvidence(base, articles)])
}

describe('accepts what passages, record, disagreeing and mentioned facts and background have', () => {
  test.each<[string, object]>([
    ['passage', { note: 'Quill gives 1,200 carts; the Gazette printed it on 5 May 2019.' }],
    ['a fact it disagrees with', reading('Forty carts by ferry and 1,200 by the bridge.')],
    [
      'the day of the week of its date and of its article',
      saturday('last Saturday, said on Sunday 5 May 2019'),
    ],
    ['a difference', { ...quantity({}), note: 'Twice as many would be 2,400.' }],
    ['a fact it mentions', { note: 'The bridge opened on 4 May 2019.', mentions: ['opening'] }],
    ['background that the text names', { note: 'A Cart of 1850 weighed 300 pounds.' }],
    ['background that the fact lists', { note: 'Such a thing weighed 300 pounds.', background: ['cart'] }],
    ['the date of an article that it names', { note: 'So the Tidewick Gazette of 5 May 2019 has it.' }],
    ['a quotation of another place of its article', { note: 'Guests “danced”.' }],
    ['a quotation of a fact it mentions', { note: '“The bridge opened.”', mentions: ['opening'] }],
    ['a picture', { image: { ...picture, alt: 'Ada Quill counts 1,200 carts.' } }],
    ['who made a picture', { image: { ...picture, source: 'Portugal Press, 1997' } }],
    [
      'a place',
      {
        places: ['Tidewick'],
        from: 'The Tidewick bridge opened on 4 May 2019.\nIt carries more than 1,200 carts a day, Mayor Ada Quill said.',
      },
    ],
    [
      'a part of a place that its article names',
      {
        places: ['Tidewick bridge'],
        statement: 'Towns like Tidewick drink much tea.',
        saidBy: [],
        from: 'Towns like Tidewick and the Quillish fleet drink much tea.',
      },
    ],
    ['a date worked out from the article', when('In the year in which the Gazette printed it: 2019.')],
    ['the season in which its article appeared', when('Printed in the spring of 2019.')],
    ['when an article of the unit appeared', when('The Gazette of May 2019 gives no year.')],
    ['a date of another place of its article', saturday('It opened on 4 May; the count is of that day.')],
    [
      'the date of a day of the week that its article names',
      saturday('Sunday 5 May 2019 was the day after.'),
    ],
    ['a small number of texts', { note: 'Two texts speak of it.' }],
    ['an excuse', { note: 'About 50 an hour.', notInEvidence: [{ text: '50 an hour', why: 'worked out' }] }],
  ])('%s', (_, more) => {
    expect(problems(more)).toEqual([])
  })
})

test.each<[string, object]>([
  ['note of "carts"', { note: 'It carried 1,300 carts.' }],
  ['note of "carts"', { note: 'The bridge opened on 7 May 2018.', mentions: ['opening'] }],
  ['label of a quantity of "carts"', quantity({ label: 'carts to Portugal' })],
  ['unit of a quantity of "carts"', quantity({ unit: 'carts of 350 pounds' })],
  ['reading of a disagreement of "carts"', reading('The count of Portugal is another.')],
  ['transfer of "carts"', { transfer: { from: 'quill', to: 'tidewick', what: 'about 77 carts' } }],
  ['display of a quantity of "carts"', quantity({ display: 'some 1,300' })],
  ['reason of the date of "carts"', when('Two years after 2017, of which the article is.')],
  ['reason of the date of "carts"', saturday('last Saturday, said on Monday')],
  ['reason of the date of "carts"', when('Printed in the autumn of 2019.')],
  ['reason of the date of "carts"', saturday('It opened on 6 June.')],
  ['alternative text of "carts"', { image: { ...picture, alt: 'The bridge in 1997.' } }],
  ['alternative text of "carts"', { image: { ...picture, alt: 'The king of Portugal.' } }],
  ['place "Portugal" of "carts"', { places: ['Portugal'] }],
  ['note of "carts"', { note: 'It weighed 300 pounds.' }],
  ['note of "carts"', { note: 'Like those of 1850.' }],
  ['note of "carts"', { note: 'They “sank with all hands”.' }],
  ['note of "carts"', { note: 'They ‘sank with all hands’.' }],
  ['note of "carts"', { note: 'The word “ridge” stands there.' }],
  ['reading of a disagreement of "carts"', reading('“Nobody knows” is all that can be said.')],
  ['short form of "carts"', { short: 'Carts “without end”' }],
  [
    'statement of "carts"',
    { statement: 'Ada Quill said that it “surely” carries more than 1,200 carts a day.' },
  ],
])('refuses another figure, date or name in the %s', (kind, more) => {
  expect(problems(more)).toEqual([expect.stringContaining(kind)])
})

test('doubts a place that only the rest of the article names', () => {
  expect(problems({ places: ['Tidewick'] })).toEqual([
    expect.stringContaining('warning: Unexpected place "Tidewick" of "carts"'),
  ])
  const tea = 'Sugar may have dissolved half a million barrels of tea.'
  expect(
    problems({ places: ['Bridge of Tidewick'], from: tea, statement: tea, saidBy: [], status: 'alleged' }),
  ).toContainEqual(expect.stringContaining('warning: Unexpected place "Bridge of Tidewick"'))
})

test('the short form may set a figure beside the one that it disagrees with, and no other', () => {
  const beside = { ...quantity({}) }
  const others = [
    {
      ...ferry,
      id: 'other',
      disagreesWith: [],
      quantities: [{ id: 'n', label: 'carts', value: 40, bound: 'about', unit: 'carts' }],
    },
  ]
  const against = { disagreesWith: [{ fact: 'other', about: 'carts', reading: 'Both can be true.' }] }
  expect(
    problems({ ...beside, ...against, short: 'More than 1,200, not about 40' }, others),
  ).not.toContainEqual(expect.stringContaining('figure "40"'))
  expect(problems({ ...beside, ...against, short: 'More than 1,200, not about 50' }, others)).toContainEqual(
    expect.stringContaining('figure "50"'),
  )
})

test('refuses background that is not there, and an entry twice', () => {
  expect(problems({ background: ['cart', 'cart', 'wagon'] })).toEqual([
    expect.stringContaining('Unexpected second "cart" in "background" of "carts"'),
    expect.stringContaining('Unexpected entry "wagon"'),
  ])
})

test('says what to do, and refuses a fact that is mentioned and not there', () => {
  expect(problems({ note: 'It carried 1,300 carts.', mentions: ['missing'] }).join('\n'))
    .toMatchInlineSnapshot(`
      "facts/bridge.json:75:12: error: Unexpected figure "1,300" in the note of "carts", expected one that its passages, its record or a fact that it mentions has [fact/figure-in-evidence]
        note: correct it, name the fact that says so in "mentions", list an entry of facts/background.json in "background", or say in "notInEvidence" why it may stand
      facts/bridge.json:77:5: error: Unexpected fact "missing", expected an id of the fact base [fact/known-fact]"
    `)
})
