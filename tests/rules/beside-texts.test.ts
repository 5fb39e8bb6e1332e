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
    ['a difference', { ...quantity({}), note: 'Twice as many would be 2,400.' }],
    ['a fact it mentions', { note: 'The bridge opened on 4 May 2019.', mentions: ['opening'] }],
    ['background', { note: 'A Cart of 1850 weighed 300 pounds.' }],
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
  ['transfer of "carts"', { transfer: { from: 'quill', to: 'fleet', what: 'about 77 carts' } }],
])('refuses another figure, date or name in the %s', (kind, more) => {
  expect(problems(more)).toEqual([expect.stringContaining(kind)])
})

test('says what to do, and refuses a fact that is mentioned and not there', () => {
  expect(problems({ note: 'It carried 1,300 carts.', mentions: ['missing'] }).join('\n'))
    .toMatchInlineSnapshot(`
    "facts/bridge.json:75:12: error: Unexpected figure "1,300" in the note of "carts", expected one that its passages, its record or a fact that it mentions has [fact/figure-in-evidence]
      note: correct it, name the fact that says so in "mentions", put general knowledge into facts/background.json, or say in "notInEvidence" why it may stand
    facts/bridge.json:77:5: error: Unexpected fact "missing", expected an id of the fact base [fact/known-fact]"
  `)
})
