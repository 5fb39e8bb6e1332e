import { expect, test } from 'vitest'
import { questionChecks } from '../../scripts/questions/checks/index.ts'
import { actors, bank, baseOf, banksOf, fact, question, shown } from './content.ts'

type Json = Record<string, unknown>

const carts = (id: string, value: number, label = 'carts counted'): Json => ({
  id,
  label,
  unit: 'carts',
  value,
})
const base = baseOf({
  actors: [...actors, { id: 'herald', name: 'Tidewick Herald', kind: 'media' }],
  facts: [
    fact('opening', {
      statement: 'The bridge opened in Tidewick on 4 May 2019.',
      when: { from: '2019-05-04', to: '2019-05-04', precision: 'day' },
    }),
    fact('count', {
      statement: 'Quill counted 1,200 carts.',
      saidBy: ['quill'],
      quantities: [carts('carts', 1200)],
      disagreesWith: [{ fact: 'recount', about: 'carts', reading: 'Ask both.' }],
    }),
    fact('recount', {
      statement: 'The Herald counted 900 carts.',
      saidBy: ['herald'],
      quantities: [carts('carts', 900)],
      disagreesWith: [{ fact: 'count', about: 'carts', reading: 'Ask both.' }],
    }),
  ],
})
const problems = (...questions: Json[]): string[] => {
  const banks = banksOf(questions, base)
  return shown(questionChecks.flatMap((check) => check(banks, base)))
}

test('finds nothing in sound questions', () => {
  expect(
    problems(
      question('a'),
      question('b', {
        stem: 'How many carts did Quill count?',
        facts: ['count'],
        key: { quantity: { fact: 'count', quantity: 'carts' } },
        distractors: [{ text: '900 carts', trueOf: 'recount' }, '120 carts'],
      }),
    ),
  ).toEqual([])
})

test('wants a key that rests on its facts', () => {
  expect(
    problems(
      question('figure', { key: 'The 3 bridges', distractors: ['The long ferry', 'The old crane'] }),
      question('date', { key: 'A bridge of 2018', distractors: ['A ferry of 2018', 'A crane of 2018'] }),
      question('name', { key: 'A bridge by Norway', distractors: ['A long long ferry', 'A very big crane'] }),
      question('other', { key: { quantity: { fact: 'count', quantity: 'carts' } } }),
      question('words', { key: 'Some tea', distractors: ['A cake', 'A cup'] }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:10:15: warning: Unexpected 4 of 5 questions whose key is the longest option, expected at most half [question/longest-keys]",
      "questions/bridges.json:19:14: error: Unexpected figure "3" in the key of "figure", expected one that its facts contain (opening) [question/key-supported]
      note: name the fact that has it under "facts", or correct the key",
      "questions/bridges.json:43:14: error: Unexpected date "2018" in the key of "date", expected one that its facts contain (opening) [question/key-supported]
      note: name the fact that has it under "facts", or correct the key",
      "questions/bridges.json:67:14: error: Unexpected name "Norway" in the key of "name", expected one that its facts contain (opening) [question/key-supported]
      note: name the fact that has it under "facts", or correct the key",
      "questions/bridges.json:92:15: error: Unexpected key from fact "count", expected one of the facts of "other" (opening) [question/key-supported]",
      "questions/bridges.json:117:5: warning: Unexpected "some" in a key of "words", expected wording that does not tell keys from distractors [question/vague-words]",
    ]
  `)
})

const count = (stem: string, ...distractors: (string | Json)[]): Json =>
  question(`q-${stem.length}`, { stem, facts: ['count'], key: '1,200 carts', distractors })

const twofold = (stem: string): Json =>
  question('twofold', {
    stem,
    facts: ['count', 'recount'],
    key: '1,200 carts',
    distractors: [{ text: '900 carts', trueOf: 'recount' }],
  })

test('lets no other fact make a distractor true, unless the stem says who decides', () => {
  expect(
    problems(
      count('How many carts were counted?', { quantity: { fact: 'recount', quantity: 'carts' } }),
      count('How many carts were there at all?', '900 carts'),
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:23:5: error: Unexpected distractor that quantity "carts" of fact "recount" makes true, expected a false one or a stem that names who says so [question/distractor-false]",
      "questions/bridges.json:46:5: error: Unexpected distractor that quantity "carts" of fact "recount" makes true, expected a false one or a stem that names who says so [question/distractor-false]",
    ]
  `)
  expect(problems(count('How many carts were counted by Quill?', '900 carts', '90 carts'))).toEqual([])
  expect(problems(twofold('How many carts?'))).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:26:16: error: Unexpected distractor that fact "recount" makes true, on which "twofold" rests itself, expected a false one or a stem that names who says so [question/distractor-false]",
    ]
  `)
  expect(problems(twofold('How many carts by the account of Ada Quill?'))).toEqual([])
})

test('wants no "trueOf" at a key', () => {
  expect(problems(question('a', { key: { text: 'The bridge', trueOf: 'opening' } }))).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:20:16: error: Unexpected "trueOf" at a key of "a", expected it at distractors only [question/distractor-false]",
    ]
  `)
})

test('finds options that say the same', () => {
  expect(
    problems(
      question('same', { distractors: ['the  bridge.', 'The crane'] }),
      question('number', {
        facts: ['count'],
        stem: 'How many?',
        key: 'more than 1,200 carts',
        distractors: ['over twelve hundred carts', 'up to 1,200 carts'],
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:23:5: error: Unexpected second option of "same" that says "the  bridge.", expected every option to say something else [question/options-differ]
    questions/bridges.json:18:5: note: first said here",
      "questions/bridges.json:47:5: error: Unexpected second option of "number" that says "over twelve hundred carts", expected every option to say something else [question/options-differ]
    questions/bridges.json:42:5: note: first said here",
    ]
  `)
})

test('finds what gives the key away', () => {
  expect(
    problems(
      question('echo', { stem: 'Which of the bridges opened?' }),
      question('long', { key: 'The bridge, which opened on 4 May 2019' }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:18:5: warning: Unexpected "bridge" in the stem and the key of "echo" but in no distractor, expected no word that gives the key away [question/stem-gives-away]",
      "questions/bridges.json:41:15: warning: Unexpected key of 38 characters in "long", expected at most 15 beside distractors of 9 on average [question/longest-key]",
      "questions/bridges.json:42:5: warning: Unexpected "opened" in the stem and the key of "long" but in no distractor, expected no word that gives the key away [question/stem-gives-away]",
    ]
  `)
})

test('finds words and forms that test takers see through', () => {
  expect(
    problems(
      question('absolute', { distractors: ['Always a ferry', 'Nothing'] }),
      question('above', { distractors: ['None of the above', 'The crane'] }),
      question('loud', { stem: 'What did NOT open in Tidewick?' }),
      question('quiet', { stem: 'Which of these did not open in Tidewick?' }),
      question('least', { stem: 'What opened at least in Tidewick?' }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:10:15: warning: Unexpected 3 of 5 questions whose key is the longest option, expected at most half [question/longest-keys]",
      "questions/bridges.json:17:15: warning: Unexpected options of "absolute", expected options of one form: all of them sentences, or all beginning alike [question/parallel-options]",
      "questions/bridges.json:23:5: warning: Unexpected "always" in a distractor of "absolute", expected wording that does not tell keys from distractors [question/absolute-words]",
      "questions/bridges.json:27:5: warning: Unexpected "nothing" in a distractor of "absolute", expected wording that does not tell keys from distractors [question/absolute-words]",
      "questions/bridges.json:47:5: error: Unexpected option "None of the above" in "above", expected an answer that stands alone [question/above-options]",
      "questions/bridges.json:61:12: error: Unexpected "NOT" in the stem of "loud", expected a stem that asks for what is so [question/negative-stem]",
      "questions/bridges.json:85:12: warning: Unexpected "not" in the stem of "quiet", expected a stem that asks for what is so [question/negative-stem]",
    ]
  `)
})

test('finds options called by letter or place, in every text of a question', () => {
  expect(
    problems(
      question('a', {
        hint: 'The first answer is tempting.',
        key: { text: 'The bridge', because: 'Option B is a ferry.' },
        distractors: [
          { text: 'The ferry', because: 'See the option above.' },
          { text: 'The crane', because: 'B is wrong.' },
        ],
      }),
      question('b', {
        key: {
          text: 'The bridge',
          because: 'An answer by Quill: the option to buy is the choice of a buyer.',
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:20:17: error: Unexpected "Option B" in the explanation of "a", expected options to be called by what they say: they are shuffled [question/no-positions]",
      "questions/bridges.json:25:17: error: Unexpected "option above" in the explanation of "a", expected options to be called by what they say: they are shuffled [question/no-positions]",
      "questions/bridges.json:29:17: error: Unexpected "B is wrong" in the explanation of "a", expected options to be called by what they say: they are shuffled [question/no-positions]",
      "questions/bridges.json:34:12: error: Unexpected "The first answer" in the hint of "a", expected options to be called by what they say: they are shuffled [question/no-positions]",
    ]
  `)
})

test('finds banks whose keys can be guessed by length or place', () => {
  const many = Array.from({ length: 8 }, (_, index) =>
    question(`q-${index}`, { key: { text: 'The bridge!', pin: 'first' } }),
  )
  expect(problems(...many)).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:10:15: warning: Unexpected 8 of 8 keys that "longest" finds without reading, expected about 3 [question/blind-strategy]
      note: word keys and distractors alike",
      "questions/bridges.json:10:15: warning: Unexpected key positions A 8, B 0, C 0, expected each about 3 times [question/key-positions]
      note: the shuffle is seeded by the id of a question: another id gives another order",
      "questions/bridges.json:10:15: warning: Unexpected 8 of 8 questions whose key is the longest option, expected at most half [question/longest-keys]",
    ]
  `)
  expect(bank(many)['questions']).toBe(many)
})
