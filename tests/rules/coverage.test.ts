import { expect, test } from 'vitest'
import { usageChecks } from '../../scripts/decks/checks/usage.ts'
import type { Deck } from '../../contract/deck.ts'
import { coverage, formatCoverage } from '../../scripts/questions/coverage.ts'
import { banksOf, baseOf, fact, question, shown } from './content.ts'

const base = baseOf([fact('opening'), fact('ferry', { status: 'planned' }), fact('crane'), fact('tea')])
const banks = banksOf(
  [question('a'), question('b', { level: 'apply', facts: ['ferry'] }), question('c', { facts: ['crane'] })],
  base,
  { deck: 'bridges' },
)

test('counts facts by article and status, questions by quiz and level, and keys by place', () => {
  const report = coverage(base, banks)
  expect(report.factsWithoutQuestion).toEqual(['tea'])
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(`\n${formatCoverage(report)}\n`).toMatchInlineSnapshot(`
    "
    article               facts  documented  reported  alleged  estimated  planned  opinion
    gazette                   4           3         0        0          0        1        0
    all facts, each once      4           3         0        0          0        1        0

    quiz           questions  recall  understand  apply  evaluate  key A  key B  key C
    bridges                3       2           0      1         0      1      1      1
    all questions          3       2           0      1         0      1      1      1

    facts without a question: 1 of 4
    "
  `)
  expect(formatCoverage(coverage(base, { banks: [], questions: new Map() }))).not.toContain('quiz')
})

const deck = (id: string, ...facts: string[]): Deck => ({
  id,
  title: id,
  summary: '',
  audience: '',
  minutes: 1,
  language: 'en',
  unit: '',
  author: '',
  objectives: [],
  slides: [
    {
      kind: 'handwritten',
      id: 's',
      file: 's.md',
      markdown: '',
      notes: { say: [], sources: [], minutes: 1 },
      facts,
      questions: [],
    },
  ],
})

test('says what nobody gets to see', () => {
  expect(shown(usageChecks(base, banks, [deck('bridges', 'opening'), deck('ferries', 'ferry')])))
    .toMatchInlineSnapshot(`
    [
      "facts/bridge.json:43:10: warning: Unexpected fact "crane" that only questions use, expected a deck to show it [fact/in-deck]",
      "facts/bridge.json:60:10: warning: Unexpected fact "tea" that is used nowhere, expected a deck or a question to use it [fact/used]",
      "questions/bridges.json:38:13: warning: Unexpected question "b" whose facts never appear in the deck "bridges", expected one of ferry there [question/in-deck]",
      "questions/bridges.json:62:13: warning: Unexpected question "c" whose facts never appear in the deck "bridges", expected one of crane there [question/in-deck]",
    ]
  `)
  expect(usageChecks(base, { banks: [], questions: new Map() }, [])).toEqual([])
})

test('says which arithmetic no slide shows', () => {
  const carts = { id: 'carts', label: 'carts', unit: 'carts', value: 1200 }
  const summed = baseOf([
    fact('opening', {
      quantities: [carts],
      arithmetic: {
        question: 'How many in two days?',
        inputs: { day: { fact: 'opening', quantity: 'carts' } },
        steps: [{ say: 'Twice', compute: '2 * day', equals: 2400, unit: 'carts' }],
        conclusion: 'Many.',
      },
    }),
  ])
  const none = { banks: [], questions: new Map() }
  const plain = deck('bridges', 'opening')
  expect(shown(usageChecks(summed, none, [plain]))).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:32:18: warning: Unexpected arithmetic of "opening" that no slide shows, expected one in a deck [fact/arithmetic-shown]
      note: give it a slide of its own in an outline: { "facts": ["opening"], "layout": "arithmetic" }",
    ]
  `)
  const shows = {
    ...plain,
    slides: [{ kind: 'layout', layout: 'arithmetic', facts: ['opening'] } as Deck['slides'][number]],
  }
  expect(shown(usageChecks(summed, none, [plain, shows]))).toEqual([])
})
