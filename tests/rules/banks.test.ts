import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factViews } from '../../scripts/facts/fact-views.ts'
import type { ChoiceView } from '../../question-types/choice/choice-view.ts'
import { loadBanks } from '../../scripts/questions/banks.ts'
import { bankViews } from '../../scripts/questions/question-views.ts'
import { bank, banksOf, baseOf, document, fact, question, shown } from './content.ts'

const carts = { id: 'carts', label: 'carts', unit: 'carts a day', value: 1200, bound: 'moreThan' }
const base = baseOf([fact('opening', { quantities: [carts] }), fact('ferry')])
const load = (value: unknown, name = 'questions/bridges.json', decks?: ReadonlySet<string>): string[] =>
  shown(loadBanks([document(name, value)], base, decks).diagnostics)

test('takes a sound bank and names it after its file', () => {
  const { value, diagnostics } = loadBanks([document('questions/bridges.json', bank([question('a')]))], base)
  expect(diagnostics).toEqual([])
  expect(value?.banks.map(({ id }) => id)).toEqual(['bridges'])
  expect([...(value?.questions.keys() ?? [])]).toEqual(['a'])
})

test('names everything that a question refers to and that is not there', () => {
  expect(
    load(
      bank(
        [
          question('a', {
            facts: ['openin', 'ferry', 'ferry'],
            objective: 'reed',
            key: { quantity: { fact: 'opening', quantity: 'cart' } },
            distractors: [
              { quantity: { fact: 'opning', quantity: 'carts' } },
              { text: 'No', trueOf: 'fery' },
            ],
          }),
        ],
        { deck: 'bridge' },
      ),
      'questions/bridges.json',
      new Set(['bridges', 'tides']),
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:15:5: error: Unexpected fact "openin", expected an id of the fact base; did you mean "opening"? [question/known-fact]",
      "questions/bridges.json:17:5: error: Unexpected second "ferry" among the facts of "a", expected every fact once [question/unique-fact]",
      "questions/bridges.json:23:19: error: Unexpected quantity "cart", expected a quantity of "opening" (carts); did you mean "carts"? [question/known-quantity]",
      "questions/bridges.json:30:15: error: Unexpected fact "opning", expected an id of the fact base; did you mean "opening"? [question/known-fact]",
      "questions/bridges.json:37:16: error: Unexpected fact "fery", expected an id of the fact base; did you mean "ferry"? [question/known-fact]",
      "questions/bridges.json:42:17: error: Unexpected objective "reed", expected an id of this bank's objectives (read); did you mean "read"? [question/known-objective]",
      "questions/bridges.json:45:10: error: Unexpected deck "bridge", expected the name of a file of slides/; did you mean "bridges"? [question/known-deck]",
    ]
  `)
})

test('wants one key, or several but not all', () => {
  const both = { text: 'Both', correct: true }
  expect(
    load(
      bank([
        question('none', { key: { text: 'None', correct: undefined } }),
        question('two', { distractors: [both, 'No'] }),
        question('alone', { kind: 'multiple' }),
        question('whole', { kind: 'multiple', distractors: [both] }),
        question('fine', { kind: 'multiple', distractors: [both, 'No'] }),
      ]),
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:17:15: error: Unexpected lack of a key in "none", expected exactly one option with "correct": true in a single choice [question/key-count]",
      "questions/bridges.json:40:15: error: Unexpected 2 keys in "two", expected exactly one option with "correct": true in a single choice [question/key-count]",
      "questions/bridges.json:65:15: error: Unexpected single key in "alone", expected at least two and not every option to be correct in a multiple choice [question/key-count]",
      "questions/bridges.json:90:15: error: Unexpected 2 keys in "whole", expected at least two and not every option to be correct in a multiple choice [question/key-count]",
    ]
  `)
})

test('wants ids, objectives and file names once', () => {
  const again = bank([question('a'), question('a')], {
    objectives: [
      { id: 'read', text: 'Read.' },
      { id: 'read', text: 'Read again.' },
    ],
  })
  expect(
    shown(
      loadBanks(
        [
          document('questions/a/x.json', again),
          document('questions/b/x.json', bank([question('a')])),
          document('questions/Big One.json', bank([question('b')])),
        ],
        base,
      ).diagnostics,
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/Big One.json:1:1: error: Unexpected file name "Big One.json", expected lower-case words joined by hyphens [question/bank-name]",
      "questions/a/x.json:10:10: error: Unexpected second objective named "read", expected every id once [question/unique-objective]
    questions/a/x.json:6:10: note: first defined here",
      "questions/a/x.json:40:10: error: Unexpected second question named "a", expected every id once [question/unique-id]
    questions/a/x.json:16:10: note: first defined here",
      "questions/b/x.json:1:1: error: Unexpected second bank named "x", expected every name once [question/bank-name]
    questions/a/x.json:1:1: note: first named here",
      "questions/b/x.json:12:10: error: Unexpected second question named "a", expected every id once [question/unique-id]
    questions/a/x.json:16:10: note: first defined here",
    ]
  `)
})

const viewsOf = (questions: Record<string, unknown>[], of = base) =>
  bankViews(banksOf(questions, of).banks, of, factViews(of), of.unit)

test('words options from quantities, and facts and minutes from what there is', () => {
  const [view] = viewsOf([
    question('a', {
      key: { quantity: { fact: 'opening', quantity: 'carts' } },
      distractors: [{ text: 'Ten carts', trueOf: 'ferry' }, 'No carts'],
    }),
  ])
  expect(view).toMatchObject({ id: 'bridges', minutes: 1, language: 'en' })
  const [first] = view!.questions as ChoiceView[]
  expect(first!.options.toSorted((a, b) => a.index - b.index).map(({ text }) => text)).toEqual([
    'Ten carts',
    'more than 1,200 carts a day',
    'No carts',
  ])
  expect(first!.options.find(({ index }) => index === 0)!.trueOf).toEqual({ id: 'ferry', short: 'Bridge' })
  expect(first!.facts.map(({ id }) => id)).toEqual(['opening'])
})

const hashes = (first: object, of = base): string[] =>
  viewsOf([question('a', { ...first }), question('b')], of)[0]!.questions.map(({ hash }) => hash)

test('gives a changed question another hash, and only that one', () => {
  const [a, b] = hashes({})
  expect(a).toMatch(/^[0-9a-f]{16}$/)
  expect(hashes({ level: 'apply' })).toEqual([a, b])
  expect(hashes({ stem: 'What opened?' })).toEqual([expect.not.stringContaining(a!), b])
  expect(hashes({ hint: 'Think.' })[0]).not.toBe(a)
  const reworded = baseOf([
    fact('opening', { quantities: [carts], statement: 'A bridge opened.' }),
    fact('ferry'),
  ])
  expect(hashes({}, reworded)[0]).not.toBe(a)
})

const rank = (each?: 'first' | 'last'): number => (each === 'first' ? 0 : each === 'last' ? 2 : 1)

test('shows every option once, pinned ones in place, the same way each time', () => {
  const pin = fc.constantFrom(undefined, 'first' as const, 'last' as const)
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.array(pin, { minLength: 1, maxLength: 5 }),
      (id, pins) => {
        const questions = [
          question(id, {
            distractors: pins.map((each, index) => ({ text: `No ${index}`, ...(each ? { pin: each } : {}) })),
          }),
        ]
        const { options } = viewsOf(questions)[0]!.questions[0] as ChoiceView
        expect(options.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(
          [...pins, 0].map((_, index) => index),
        )
        const ranks = options.map((option) => rank(option.pin))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        expect(viewsOf(questions)[0]!.questions[0]).toMatchObject({ options })
      },
    ),
    { numRuns: 40 },
  )
})
