// Verdicts of claims, pairs, places and written answers against what the facts of a question say.

import { beforeAll, expect, test } from 'vitest'
import { moveKeys } from '../../bench/keys/moved-keys.ts'
import { countTurned, turnKeys } from '../../bench/keys/turned.ts'
import { hasOptions, readUnit } from '../../bench/keys/units.ts'
import { openReader } from '../../scripts/commands/open-reader.ts'
import { checkShownTexts } from '../../scripts/facts/shown-texts.ts'
import type { Reader } from '../../scripts/languages/reading.ts'
import { loadBanks } from '../../scripts/questions/banks.ts'
import { distractorsFalse } from '../../scripts/questions/checks/distractors-false.ts'
import { keysRight } from '../../scripts/questions/checks/keys-right.ts'
import { pairsHold } from '../../scripts/questions/checks/pairs-hold.ts'
import { questionTexts } from '../../scripts/questions/shown-texts.ts'
import { actors, bank, banksOf, baseOf, document, fact, question, shown } from './content.ts'

type Json = Record<string, unknown>

const base = baseOf({
  actors: [...actors, { id: 'moor', name: 'Bo Moor', kind: 'person' }],
  facts: [
    fact('carts', {
      statement: 'The harbour office counted up to 900 carts on the bridge in June 2018.',
      quantities: [
        { id: 'carts', label: 'carts', value: 900, unit: 'carts', bound: 'upTo' },
        { id: 'again', label: 'carts', value: 700, unit: 'carts' },
      ],
    }),
    fact('tea', { statement: 'No tea was lost when the old pier sank.' }),
    fact('plan', {
      statement: 'The Quillish fleet plans to buy a red crane.',
      saidBy: ['fleet'],
      actors: ['fleet'],
      status: 'planned',
    }),
    fact('leak', {
      statement: 'The new pump may leak salt water, Ada Quill said.',
      saidBy: ['quill'],
      status: 'alleged',
    }),
    fact('herring', {
      statement: 'Iceland sent fresh herring to Tidewick.',
      actors: ['iceland', 'tidewick'],
    }),
    fact('dance', { statement: 'Bo Moor danced on the quay at dawn.', saidBy: ['moor'], actors: ['moor'] }),
    fact('fair', {
      statement: 'A fair was held in Tidewick and Quill Bay.',
      places: ['Tidewick', 'Quill Bay'],
    }),
    fact('crane', {
      statement: 'After a parade in Tidewick the crane was stolen from a shed in Quill Bay.',
      places: ['Tidewick', 'Quill Bay'],
    }),
  ],
})

let reader: Reader
beforeAll(async () => {
  reader = (await openReader('en'))!
})

const claim = (stem: string, called: boolean, of: string, more: Json = {}): Json => ({
  id: 'claim',
  kind: 'true-false',
  stem,
  facts: [of],
  true: called,
  because: 'So it is.',
  reasons: [
    { text: 'A first reason', correct: true, because: 'It is one.' },
    { text: 'A second reason', because: 'It is none.' },
  ],
  level: 'recall',
  objective: 'read',
  ...more,
})

/** Without the place in the file; with `words`, as they are with the articles. */
function said(asked: Json, words?: Reader): string[] {
  return shown(keysRight(banksOf([asked], base), base, words)).map((line) => line.replace(/^\S+ /, ''))
}

const counted = (bound: string): string[] =>
  said(claim(`The harbour office counted ${bound}900 carts on the bridge in June 2018.`, true, 'carts'))

test('a claim called true bounds a figure as its fact does', () => {
  expect(counted('up to ')).toEqual([])
  expect(counted('at most ')).toEqual([])
  expect(counted('more than ')).toMatchInlineSnapshot(`
    [
      "error: Unexpected "more than" before "900" in the claim of "claim", which is called true, expected it bounded as in fact "carts": up to 900 carts [question/claim-bound]
      note: correct it, or word it as the fact does",
    ]
  `)
  expect(counted('')).toMatchInlineSnapshot(`
    [
      "error: Unexpected bare "900" in the claim of "claim", which is called true, expected it bounded as in fact "carts": up to 900 carts [question/claim-bound]
      note: correct it, or word it as the fact does",
    ]
  `)
})

test('a claim called true denies what its fact denies', () => {
  expect(said(claim('No tea was lost when the pier sank.', true, 'tea'))).toEqual([])
  expect(said(claim('Tea was lost when the old pier sank.', true, 'tea'))).toMatchInlineSnapshot(`
    [
      "error: Unexpected lack of a negation in the claim of "claim", which is called true, expected the "No" of fact "tea" [question/claim-polarity]
      note: correct it, or word it as the fact does",
    ]
  `)
  expect(said(claim('Iceland sent no fresh herring to Tidewick.', true, 'herring'))).toMatchInlineSnapshot(`
    [
      "error: Unexpected "no" in the claim of "claim", which is called true, expected none: fact "herring" denies nothing [question/claim-polarity]
      note: correct it, or word it as the fact does",
    ]
  `)
})

test('a claim that shares half of its words with a fact may go its own way', () => {
  expect(said(claim('Herring keeps fresh for days and never longer.', true, 'herring'))).toEqual([])
})

test('a claim called true tells no plan as done and leaves open what its fact does', () => {
  expect(said(claim('The fleet plans to buy a crane.', true, 'plan'))).toEqual([])
  expect(said(claim('The fleet bought a red crane.', true, 'plan'))).toMatchInlineSnapshot(`
    [
      "warning: Unexpected plan told as done in the claim of "claim", which is called true, expected it told as planned, as in fact "plan" [question/claim-status]
      note: correct it, or word it as the fact does",
    ]
  `)
  expect(said(claim('The new pump may leak water.', true, 'leak'))).toEqual([])
  expect(said(claim('The new pump leaks salt water.', true, 'leak'))).toMatchInlineSnapshot(`
    [
      "error: Unexpected allegation told as plain in the claim of "claim", which is called true, expected it told as alleged, or as what somebody says, as in fact "leak" [question/claim-status]
      note: correct it, or word it as the fact does",
    ]
  `)
  expect(said(claim('It is confirmed that the new pump may leak salt water.', true, 'leak')))
    .toMatchInlineSnapshot(`
    [
      "error: Unexpected "confirmed" in the claim of "claim", which is called true, expected it told as alleged, or as what somebody says, as in fact "leak" [question/claim-status]
      note: correct it, or word it as the fact does",
    ]
  `)
})

test('a claim called true says no more of how many, how far and why than its facts', () => {
  expect(said(claim('Iceland sent only fresh herring to Tidewick.', true, 'herring'))).toMatchInlineSnapshot(`
    [
      "error: Unexpected "only" in the claim of "claim", which is called true, expected none: its facts do not say how many or how far [question/claim-scope]
      note: correct it, or word it as the fact does",
    ]
  `)
  expect(said(claim('Because Iceland sent herring to Tidewick, it was fresh.', true, 'herring')))
    .toMatchInlineSnapshot(`
    [
      "error: Unexpected "Because" in the claim of "claim", which is called true, expected none: its facts do not say that one thing brings about another [question/claim-scope]
      note: correct it, or word it as the fact does",
    ]
  `)
})

test('with the articles a claim called true is compared word by word', () => {
  const right = claim('Fresh herring was sent to Tidewick by Iceland.', true, 'herring')
  expect(said(right, reader)).toEqual([])
  const swapped = claim('Tidewick sent fresh herring to Iceland.', true, 'herring')
  expect(said(swapped)).toEqual([])
  expect(said(swapped, reader)).toMatchInlineSnapshot(`
    [
      "error: Unexpected "Tidewick" in the claim of "claim", which is called true, expected everybody in the part that its facts give him [question/claim-words]
      note: correct it, or word it as the fact does",
    ]
  `)
  expect(said(claim('Iceland sent fresh herring and cracked violins to Tidewick.', true, 'herring'), reader))
    .toMatchInlineSnapshot(`
    [
      "warning: Unexpected "cracked" in the claim of "claim", which is called true, expected nothing of which its facts do not speak [question/claim-words]
      note: correct it, or word it as the fact does",
    ]
  `)
  expect(said(claim('Iceland sent stale herring to Tidewick.', true, 'herring'), reader))
    .toMatchInlineSnapshot(`
    [
      "warning: Unexpected "stale" in the claim of "claim", which is called true, expected nothing of which its facts do not speak [question/claim-words]
      note: correct it, or word it as the fact does",
    ]
  `)
})

test('a claim called false is none that a fact states', () => {
  expect(said(claim('Tidewick sent fresh herring to Iceland.', false, 'herring'))).toEqual([])
  expect(said(claim('Iceland sent no fresh herring to Tidewick.', false, 'herring'))).toEqual([])
  expect(said(claim('The fleet has bought a red crane.', false, 'plan'))).toEqual([])
  expect(said(claim('Iceland sent fresh herring to Tidewick!', false, 'herring'))).toMatchInlineSnapshot(`
    [
      "error: Unexpected claim of "claim", which is called false, expected one that its facts do not state: fact "herring" says so word for word [question/claim-said]
      note: call it true, or make it false",
    ]
  `)
  const nearly = claim('Iceland sent herring to Tidewick.', false, 'herring')
  expect(said(nearly)).toMatchInlineSnapshot(`
    [
      "warning: Unexpected claim of "claim", which is called false, expected one that its facts do not state: fact "herring" says nearly the same [question/claim-said]
      note: call it true, or make it false in more than its wording; if it is false, say in "keyStands" why",
    ]
  `)
  expect(said({ ...nearly, keyStands: 'It went by way of the fleet.' })).toEqual([])
})

test('what a fact states is not false for being told as what follows', async () => {
  for (const frame of ['It follows that', 'This shows that', 'From this it follows that', 'Therefore,'])
    expect(said(claim(`${frame} Iceland sent fresh herring to Tidewick.`, false, 'herring'))).toEqual([
      expect.stringMatching(/^warning: .* fact "herring" says so word for word \[question\/claim-said\]/),
    ])
  expect(said(claim('It follows that Tidewick sent fresh herring to Iceland.', false, 'herring'))).toEqual([])
  for (const [unit, id, frame] of [
    ['german', 'riss', 'Daraus folgt, dass'],
    ['ukrainian', 'trishchyna', 'З цього випливає, що'],
  ] as const) {
    const { base: facts } = await readUnit(`tests/fixtures/${unit}-unit`)
    const { statement } = facts.facts.get(id as never)!.value
    expect(await saidIn(unit, `${frame} ${statement}`, false, id)).toEqual(['question/claim-said'])
  }
})

test('a verdict needs no excuse that excuses nothing', () => {
  const right = claim('Iceland sent fresh herring to Tidewick.', true, 'herring')
  expect(said({ ...right, keyStands: 'It does.' }).join()).toContain('[question/excuse-needed]')
})

test('what a claim called false makes up needs no excuse', () => {
  expect(madeUp(false)).toEqual([])
  expect(madeUp(true)).toEqual(['shown/date-in-facts', 'shown/name-in-facts'])
})

/** The rules that speak of the stem of a claim with a date and a name of its own. */
function madeUp(called: boolean): string[] {
  const banks = banksOf([claim('In May 1903 Norway sent herring to Tidewick.', called, 'herring')], base)
  return checkShownTexts(questionTexts(banks, base), base).map(({ rule }) => rule)
}

/** What is said of a claim about a fact of a unit in another language. */
async function saidIn(unit: string, stem: string, called: boolean, of: string): Promise<string[]> {
  const { base: facts } = await readUnit(`tests/fixtures/${unit}-unit`)
  return keysRight(banksOf([claim(stem, called, of)], facts), facts).map(({ rule }) => rule)
}

test('judges verdicts in German and Ukrainian, where a language has words for it', async () => {
  const { base: german } = await readUnit('tests/fixtures/german-unit')
  const { base: ukrainian } = await readUnit('tests/fixtures/ukrainian-unit')
  for (const [unit, facts, negated] of [
    ['german', german, ['misst', 'misst nicht']],
    ['ukrainian', ukrainian, ['понад', 'не понад']],
  ] as const) {
    const id = unit === 'german' ? 'riss' : 'trishchyna'
    const { statement } = facts.facts.get(id as never)!.value
    expect(await saidIn(unit, statement, true, id)).toEqual([])
    expect(await saidIn(unit, statement, false, id)).toEqual(['question/claim-said'])
    const bare = statement.replace(unit === 'german' ? 'mehr als ' : 'понад ', '')
    expect(bare).not.toBe(statement)
    expect(await saidIn(unit, bare, true, id)).toEqual(['question/claim-bound'])
    const denied = statement.replace(negated[0], negated[1])
    expect(denied).not.toBe(statement)
    expect(await saidIn(unit, denied, true, id)).toContain('question/claim-polarity')
  }
})

test('in German and Ukrainian a claim called true says no more of how many and why than its facts', async () => {
  for (const [unit, id, more, allowed] of [
    ['german', 'riss', { nur: 'nur ', alle: 'alle ', weil: 'weil ' }, 'nicht nur '],
    ['ukrainian', 'trishchyna', { лише: 'лише ', всі: 'всі ', бо: 'бо ' }, 'не лише '],
  ] as const) {
    const { base: facts } = await readUnit(`tests/fixtures/${unit}-unit`)
    const { statement } = facts.facts.get(id as never)!.value
    const [first, ...rest] = statement.split(' ')
    const withWord = (word: string): string => [first, word.trim(), ...rest].join(' ')
    for (const word of Object.values(more)) {
      expect(await saidIn(unit, withWord(word), true, id)).toContain('question/claim-scope')
      // What says more than the fact may be called false.
      expect(await saidIn(unit, withWord(word), false, id)).toEqual([])
    }
    expect(await saidIn(unit, withWord(allowed), true, id)).not.toContain('question/claim-scope')
  }
})

/** Of a question of a kind without options. */
function ofKind(asked: Json): string[] {
  const { value, diagnostics } = loadBanks(
    [document('questions/bridges.json', bank([{ id: 'q', level: 'recall', objective: 'read', ...asked }]))],
    base,
  )
  const found = value ? [keysRight, distractorsFalse, pairsHold].flatMap((check) => check(value, base)) : []
  return shown([...diagnostics, ...found]).map((line) => line.replace(/^\S+ /, ''))
}

const pair = (left: string, right: string, of?: string): Json => ({
  left,
  right,
  because: 'So it is.',
  ...(of ? { fact: of } : {}),
})
const match = (...pairs: Json[]): string[] =>
  ofKind({ kind: 'match', stem: 'Who said what?', facts: ['leak', 'dance'], pairs })

test('a pair is who says so by its fact, with that fact', () => {
  expect(
    match(pair('the pump may leak', 'Ada Quill', 'leak'), pair('a dance at dawn', 'Bo Moor', 'dance')),
  ).toEqual([])
  expect(match(pair('the pump may leak', 'Ada Quill'), pair('a dance at dawn', 'Bo Moor'))).toEqual([])
  expect(match(pair('the pump may leak', 'Bo Moor'), pair('a dance at dawn', 'Ada Quill')))
    .toMatchInlineSnapshot(`
    [
      "error: Unexpected "Bo Moor" beside "the pump may leak" in "q", expected "Ada Quill": fact "leak" is said by Ada Quill [question/pair-holds]
      note: give each left side its own partner",
      "error: Unexpected "Ada Quill" beside "a dance at dawn" in "q", expected "Bo Moor": fact "dance" is said by Bo Moor [question/pair-holds]
      note: give each left side its own partner",
    ]
  `)
  expect(match(pair('the pump may leak', 'Bo Moor', 'dance'), pair('a dance at dawn', 'Ada Quill', 'leak')))
    .toMatchInlineSnapshot(`
    [
      "error: Unexpected fact "dance" for "the pump may leak" in "q", expected "leak", which says so [question/pair-holds]
      note: give each left side its own partner and the fact that joins the two",
      "error: Unexpected fact "leak" for "a dance at dawn" in "q", expected "dance", which says so [question/pair-holds]
      note: give each left side its own partner and the fact that joins the two",
    ]
  `)
})

const where = (key: string, ...distractors: string[]): string[] =>
  said(question('where', { stem: 'Where was the crane stolen?', facts: ['crane'], key, distractors }))

test('a stem that asks where wants the place of its fact for what it asks', () => {
  expect(where('In a shed', 'In Tidewick', 'In a boat')).toEqual([])
  expect(where('In Quill Bay', 'In Tidewick', 'In Iceland')).toEqual([])
  expect(
    said(
      question('where', {
        stem: 'Where was a fair held?',
        facts: ['fair'],
        key: 'In Tidewick',
        distractors: ['In Quill Bay', 'In a boat'],
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning: Unexpected distractor "In Quill Bay" of "where", expected a place where it was not: fact "fair" gives it as the place too [question/key-place]
      note: take another place, or ask more exactly",
    ]
  `)
  expect(where('In Iceland', 'In Quill Bay', 'In a boat')).toMatchInlineSnapshot(`
    [
      "error: Unexpected key "In Iceland" of "where", expected "In Quill Bay": fact "crane" gives it as the place [question/key-place]
      note: mark "In Quill Bay" as correct, or word the stem so that it asks for what the key says",
    ]
  `)
})

const numeric = (value: number): string[] =>
  ofKind({
    kind: 'numeric',
    stem: 'How many carts were counted?',
    facts: ['carts'],
    quantity: { fact: 'carts', quantity: 'carts' },
    because: 'So it is.',
    mistakes: [{ value, because: 'It is not.' }],
  })

const cloze = (accepted: string, mistake: string): string[] =>
  ofKind({
    kind: 'cloze',
    stem: 'Fill in the gap.',
    text: 'Iceland sent {how} herring to Tidewick.',
    facts: ['herring'],
    gaps: [
      {
        id: 'how',
        accepted: [accepted],
        because: 'So it is.',
        mistakes: [{ texts: [mistake], because: 'It is not.' }],
      },
    ],
  })

test('a mistake is none that the facts give', () => {
  expect(numeric(90)).toEqual([])
  expect(numeric(700)).toMatchInlineSnapshot(`
    [
      "error: Unexpected "700 carts" among the mistakes that quantity "again" of fact "carts" makes true, expected a false one or a stem that names who says so [question/mistake-wrong]",
    ]
  `)
  expect(cloze('fresh', 'stale')).toEqual([])
  expect(cloze('new', 'fresh')).toMatchInlineSnapshot(`
    [
      "error: Unexpected "fresh" among the mistakes of "q", expected an answer with which the text is false: so fact "herring" says it [question/mistake-wrong]
      note: take it among the accepted answers, or delete it",
    ]
  `)
})

test('refuses each place of the violin but the right one', async () => {
  const { base: facts, banks, questions } = await readUnit('tests/fixtures/violin-unit')
  const asked = questions.find(({ id }) => id === 'where-stolen')!
  const rules = moveKeys(asked).map((wrong) => {
    const moved = { ...banks.banks[0]!, value: { ...banks.banks[0]!.value, questions: [wrong] } }
    return keysRight({ banks: [moved], questions: new Map() }, facts).map(({ rule }) => rule)
  })
  expect(rules).toEqual([['question/key-place'], ['question/key-place']])
  expect(hasOptions(asked)).toBe(true)
})

test('every pair, order and mistake of the sample that is turned is refused, none as it is', async () => {
  const { base: facts, banks } = await readUnit('.')
  const found = banks.banks.flatMap((each) =>
    each.value.questions.flatMap((asked) =>
      turnKeys(asked)
        .filter(([what]) => !what.includes('claims'))
        .map(([, wrong]) => [asked.id, countTurned(asked, wrong, each, facts, reader)] as const),
    ),
  )
  expect(found.filter(([, { refused, wrong, doubted }]) => refused < wrong || doubted > 0)).toEqual([])
  expect(found.length).toBeGreaterThan(7)
})
