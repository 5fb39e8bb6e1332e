// The rules that types of questions bring along.

import { expect, test } from 'vitest'
import { loadBanks } from '../../scripts/questions/banks.ts'
import { questionChecks } from '../../scripts/questions/checks/index.ts'
import { bank, baseOf, document, fact, shown } from './content.ts'

const base = baseOf([
  fact('opening', {
    statement: 'The bridge opened in Tidewick on 4 May 2019.',
    when: { from: '2019-05-04', to: '2019-05-04', precision: 'day' },
  }),
  fact('survey', {
    statement: 'The survey began in 2017.',
    when: { from: '2017', precision: 'year' },
    quantities: [{ id: 'carts', label: 'carts', unit: 'carts', value: 900 }],
  }),
])
const asked = { facts: ['opening', 'survey'], level: 'recall', objective: 'read', stem: 'What is so?' }

/** Of the file and of the questions, without the place in the file. */
function problems(question: object): string[] {
  const { value, diagnostics } = loadBanks(
    [document('questions/bridges.json', bank([{ id: 'q', ...asked, ...question }]))],
    base,
  )
  return shown([...diagnostics, ...(value ? questionChecks.flatMap((check) => check(value, base)) : [])])
    .map((line) => line.replace(/^\S+ /, ''))
    .filter((line) => line.startsWith('error'))
}

const item = (text: string, more: object = {}) => ({ text, because: 'It is.', ...more })

const claim = (more: object, ...right: boolean[]) =>
  problems({
    kind: 'true-false',
    true: false,
    because: 'It is not.',
    reasons: right.map((correct, at) => item(`reason ${'ab'[at]}`, correct ? { correct } : {})),
    ...more,
  })
const pair = (left: string, right: string, more: object = {}) => ({ left, right, because: 'So.', ...more })
const match = (pairs: object[], spare: object[] = []) => problems({ kind: 'match', pairs, spare })
const gap = (id: string, more: object = {}) => ({ id, accepted: ['Tidewick'], because: 'So.', ...more })
const cloze = (text: string, ...gaps: object[]) => problems({ kind: 'cloze', text, gaps })

test('an order that its dates or values contradict, or leave open', () => {
  const opening = item('opening', { fact: 'opening' })
  const survey = item('survey', { fact: 'survey' })
  const order = (...items: object[]) => problems({ kind: 'order', items: [...items, item('the end')] })
  expect(order(survey, opening)).toEqual([])
  expect(order(opening, survey)).toMatchInlineSnapshot(`
    [
      "error: Unexpected 2017 after 2019-05-04 in "q", expected something later or larger [question/order-holds]
      note: put the items into the right order; they are shuffled when they are shown",
    ]
  `)
  expect(order(opening, item('again', { fact: 'opening' }))).toMatchInlineSnapshot(`
    [
      "error: Unexpected 2019-05-04 after 2019-05-04 in "q", expected something later or larger [question/order-holds]
      note: what is alike has no order of its own; leave one of the two out",
    ]
  `)
  expect(problems({ kind: 'order', descending: true, items: [opening, survey, item('the end')] })).toEqual([])
  expect(order(survey, item('survey'))).toMatchInlineSnapshot(`
    [
      "error: Unexpected second item "survey" in "q", expected items that differ [question/options-differ]",
    ]
  `)
})

test('a claim without a single reason, and a true one with a figure of no fact', () => {
  expect(claim({}, true, false)).toEqual([])
  expect(claim({}, false, false)).toMatchInlineSnapshot(`
    [
      "error: Unexpected lack of a right reason in "q", expected exactly one [question/key-count]",
    ]
  `)
  expect(claim({ true: true, stem: 'The survey took 12 years.' }, true, false)).toMatchInlineSnapshot(`
    [
      "error: Unexpected figure "12" in the claim of "q", which is called true, expected one that its facts contain (opening, survey) [question/key-supported]",
    ]
  `)
})

test('pairs that are not two, or not joined by their fact', () => {
  expect(match([pair('start', '2017', { fact: 'survey' }), pair('end', 'May 2019')])).toEqual([])
  expect(match([pair('start', '2017', { fact: 'opening' }), pair('end', 'May 2019')])).toMatchInlineSnapshot(`
    [
      "error: Unexpected date "2017" in the key of "q", expected one that its facts contain (opening) [question/key-supported]
      note: name the fact that has it under "facts", or correct the key",
    ]
  `)
  expect(match([pair('start', 'x'), pair('start', 'x')], [item('x')])).toMatchInlineSnapshot(`
    [
      "error: Unexpected single right side in "q", expected at least two to choose from [question/options-differ]",
      "error: Unexpected second left side "start" in "q", expected each once [question/options-differ]",
      "error: Unexpected "x" among what is spare in "q", expected something else than every right side [question/options-differ]",
    ]
  `)
})

test('gaps that do not stand in the text, and mistakes that are right', () => {
  expect(cloze('It opened in {town}.', gap('town'))).toEqual([])
  expect(cloze('It opened in {twon} and {twon}.', gap('town'))).toMatchInlineSnapshot(`
    [
      "error: Unexpected gaps in the text of "q" ({twon} {twon}), expected those of "gaps" in their order, each once ({town}) [question/gaps-in-text]",
    ]
  `)
  expect(cloze('In {town}.', gap('town', { mistakes: [{ texts: ['tidewíck'], because: 'No.' }] })))
    .toMatchInlineSnapshot(`
    [
      "error: Unexpected "tidewíck" among the mistakes, expected an answer that does not count as right [question/mistake-wrong]",
    ]
  `)
})
