import { expect, test } from 'vitest'
import { addKeys, countKeys, moveKeys, noKeys } from '../../bench/keys/moved-keys.ts'
import { hasOptions, otherUnits, readUnit } from '../../bench/keys/units.ts'
import { keysRight } from '../../scripts/questions/checks/keys-right.ts'
import { actors, baseOf, banksOf, document, fact, question, shown } from './content.ts'

type Json = Record<string, unknown>

const base = baseOf({
  actors: [
    ...actors,
    { id: 'tide', name: 'Tide Institute', kind: 'organisation' },
    { id: 'moor', name: 'Bo Moor', kind: 'person' },
  ],
  facts: [
    fact('handle', {
      statement:
        'After Quill had met the board on 7 September, the handle was taken off on 8 September 1854.',
      when: { from: '1854-09-08', to: '1854-09-08', precision: 'day' },
    }),
    fact('boats', {
      statement: 'Ada Quill said that the fleet owned up to 12 boats.',
      saidBy: ['quill'],
      via: ['tide'],
      actors: ['quill', 'fleet'],
      status: 'reported',
      quantities: [{ id: 'boats', label: 'boats of the fleet', value: 12, unit: 'boats', bound: 'upTo' }],
    }),
    fact('plan', {
      statement: 'The fleet plans to buy a red crane.',
      saidBy: ['fleet'],
      actors: ['fleet'],
      status: 'planned',
    }),
  ],
})
const problems = (...questions: Json[]): string[] => shown(keysRight(banksOf(questions, base), base))

const day = (key: string, ...distractors: string[]): Json =>
  question('day', { stem: 'When was the handle taken off?', facts: ['handle'], key, distractors })

test('wants the date that the facts give for what the stem asks', () => {
  expect(problems(day('8 September', '7 September', '31 August'))).toEqual([])
  expect(problems(day('7 September', '8 September', '31 August'))).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:18:5: error: Unexpected key "7 September" of "day", expected "8 September": fact "handle" dates it: 8 September 1854 [question/key-date]
      note: mark "8 September" as correct, or word the stem so that it asks for what the key says",
    ]
  `)
  expect(
    problems({ ...day('7 September', '8 September', '31 August'), stem: 'When had Quill met the board?' }),
  ).toEqual([])
})

const count = (key: string, ...distractors: string[]): Json =>
  question('count', { stem: 'How many boats has the fleet?', facts: ['boats'], key, distractors })

test('wants a quantity with its bound and its unit', () => {
  expect(problems(count('up to 12 boats', 'more than 12 boats', 'up to 12 cranes'))).toEqual([])
  expect(problems(count('more than 12 boats', 'up to 12 boats', 'up to 12 cranes'))).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:18:5: error: Unexpected key "more than 12 boats" of "count", expected "up to 12 boats": fact "boats" gives up to 12 boats [question/key-quantity]
      note: mark "up to 12 boats" as correct, or word the stem so that it asks for what the key says",
    ]
  `)
  expect(problems(count('up to 12 cranes', 'up to 12 boats', 'more than 12 boats'))).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:18:5: error: Unexpected key "up to 12 cranes" of "count", expected "up to 12 boats": fact "boats" gives up to 12 boats [question/key-quantity]
      note: mark "up to 12 boats" as correct, or word the stem so that it asks for what the key says",
    ]
  `)
})

const speaker = (stem: string, key: string, ...distractors: string[]): Json =>
  question('speaker', { stem, facts: ['boats'], key, distractors })

test('wants who says so where the stem asks who speaks, and who passes it on where it asks that', () => {
  const said = 'Who said that the boats were at most 12?'
  const passed = 'Who passes on what was said about the boats?'
  expect(problems(speaker(said, 'Ada Quill', 'Tide Institute', 'Bo Moor'))).toEqual([])
  expect(problems(speaker(passed, 'Tide Institute', 'Ada Quill', 'Bo Moor'))).toEqual([])
  expect(problems(speaker(said, 'Tide Institute', 'Ada Quill', 'Bo Moor'))).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:18:5: error: Unexpected key "Tide Institute" of "speaker", expected "Ada Quill": fact "boats" is said by Ada Quill [question/key-speaker]
      note: mark "Ada Quill" as correct, or word the stem so that it asks for what the key says",
    ]
  `)
  expect(problems(speaker(passed, 'Ada Quill', 'Tide Institute', 'Bo Moor'))).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:18:5: error: Unexpected key "Ada Quill" of "speaker", expected "Tide Institute": fact "boats" comes through Tide Institute [question/key-speaker]
      note: mark "Tide Institute" as correct, or word the stem so that it asks for what the key says",
    ]
  `)
})

const both = (key: string, ...distractors: string[]): Json => ({
  ...speaker('Who said how many boats are owned?', key, ...distractors),
  facts: ['boats', 'plan'],
})

test('of two facts with speakers the stem asks for one', () => {
  expect(problems(both('Ada Quill', 'Quillish fleet', 'Bo Moor'))).toEqual([])
  expect(problems(both('Quillish fleet', 'Ada Quill', 'Bo Moor'))).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:19:5: error: Unexpected key "Quillish fleet" of "speaker", expected "Ada Quill": fact "boats" is said by Ada Quill [question/key-speaker]
      note: mark "Ada Quill" as correct, or word the stem so that it asks for what the key says",
    ]
  `)
})

const status = (rest: Json = {}): Json =>
  question('status', {
    stem: 'What can be said of the red crane?',
    facts: ['plan'],
    key: { text: 'The fleet has bought it', because: 'That would be a deed; only a plan is told.' },
    distractors: [
      { text: 'The fleet plans to buy it', because: 'The fleet announces what it is going to do.' },
      { text: 'The mayor has sold it', because: 'No mayor is spoken of.' },
    ],
    ...rest,
  })

test('finds an option that facts and reasons support better than the key', () => {
  expect(problems(status())).toMatchInlineSnapshot(`
    [
      "questions/bridges.json:18:5: error: Unexpected key "The fleet has bought it" of "status", expected "The fleet plans to buy it", which its facts and reasons support better [question/key-best]
      note: for "The fleet plans to buy it": the facts have "fleet", "plans", "buy"; "plans" leaves as much open as the facts do
      note: against "The fleet has bought it": its reason begins with "That", as if it spoke of something else; its reason says what would be so
      note: mark "The fleet plans to buy it" as correct, or word the stem so that it asks for what the key says; if the key is right, say in "keyStands" why",
    ]
  `)
})

test('lets a key stand for a stated reason, and wants none that is not needed', () => {
  expect(problems(status({ keyStands: 'The class is to find the fault.' }))).toEqual([])
  expect(problems({ ...day('8 September', '7 September', '31 August'), keyStands: 'It does.' }))
    .toMatchInlineSnapshot(`
    [
      "questions/bridges.json:34:17: warning: Unexpected "keyStands" in "day", expected none: its facts support no other option better [question/excuse-needed]",
    ]
  `)
})

test('judges no keys in a language without words for it', () => {
  const unit = document('facts/unit.json', { title: 'Brücken', summary: 'Brücken.', language: 'pl' })
  const polish = baseOf({ facts: [fact('handle')], more: [unit] })
  const banks = banksOf([day('7 September', '8 September')], polish)
  expect(keysRight(banks, polish)).toEqual([])
})

test.each(['german', 'ukrainian'])(
  'judges the keys of the %s unit, each moved to each distractor',
  async (name) => {
    const { base: facts, banks, questions } = await readUnit(`tests/fixtures/${name}-unit`)
    const found = questions.map((each) => [each.id, countKeys(each, banks.banks[0]!, facts)] as const)
    expect(found.filter(([, { caught, wrong, doubted }]) => caught < wrong || doubted > 0)).toEqual([])
    expect(questions.length).toBeGreaterThan(5)
  },
)

/** What is said of a question of a unit in another language with another of its options as key. */
async function movedTo(unit: string, id: string, option: number): Promise<string[]> {
  const { base: facts, banks } = await readUnit(`tests/fixtures/${unit}-unit`)
  const [bank] = banks.banks
  const asked = bank!.value.questions.filter(hasOptions).find((each) => each.id === id)!
  const options = asked.options.map(({ correct: _correct, ...rest }, index) =>
    index === option ? { ...rest, correct: true as const } : rest,
  )
  const moved = { ...bank!, value: { ...bank!.value, questions: [{ ...asked, options }] } }
  return keysRight({ banks: [moved], questions: new Map() }, facts).map(
    ({ rule, message }) => `${rule}: ${message}`,
  )
}

test('asks in German and Ukrainian for time, number, speaker, place and status', async () => {
  expect([
    ...(await movedTo('german', 'seit-wann', 0)),
    ...(await movedTo('german', 'riss', 0)),
    ...(await movedTo('german', 'wer', 2)),
    ...(await movedTo('german', 'wo', 0)),
    ...(await movedTo('german', 'wasseramt', 2)),
    ...(await movedTo('ukrainian', 'vidkoly', 0)),
    ...(await movedTo('ukrainian', 'trishchyna', 0)),
    ...(await movedTo('ukrainian', 'khto', 2)),
    ...(await movedTo('ukrainian', 'de', 0)),
    ...(await movedTo('ukrainian', 'sluzhba', 2)),
  ]).toMatchInlineSnapshot(`
    [
      "question/key-best: Unexpected key "seit 2022" of "seit-wann", expected "seit dem 4. März 2024", which its facts and reasons support better",
      "question/key-quantity: Unexpected key "weniger als 12 Meter" of "riss", expected "mehr als 12 Meter": fact "riss" gives mehr als 12 Meter",
      "question/key-speaker: Unexpected key "Reederei Nordlicht" of "wer", expected "Ida Brandl": fact "sperrung" is said by Ida Brandl",
      "question/key-place: Unexpected key "am Anker der Schiffe" of "wo", expected "in der Kammer": fact "riss" gives it as the place",
      "question/key-best: Unexpected key "Es hat ihn 2022 bestätigt und repariert" of "wasseramt", expected "Es soll ihn angeblich seit 2022 gekannt haben", which its facts and reasons support better",
      "question/key-date: Unexpected key "з 2022 року" of "vidkoly", expected "з 4 березня 2024 року": fact "prostii" gives no such date",
      "question/key-quantity: Unexpected key "менше ніж 12 метрів" of "trishchyna", expected "понад 12 метрів": fact "trishchyna" gives понад 12 метрів",
      "question/key-speaker: Unexpected key "Товариство «Хвиля»" of "khto", expected "Ада Лозова": fact "prostii" is said by Ада Лозова",
      "question/key-best: Unexpected key "на березі річки" of "de", expected "у корпусі порома", which its facts and reasons support better",
      "question/key-best: Unexpected key "Вона підтвердила його й полагодила" of "sluzhba", expected "Вона нібито знала про нього з 2022 року", which its facts and reasons support better",
    ]
  `)
})

test('moves each key to each distractor and leaves the other keys', () => {
  const { banks } = banksOf(
    [
      question('two', {
        facts: ['boats'],
        kind: 'multiple',
        distractors: [{ text: 'The ferry', correct: true }, 'The crane', 'Tea'],
      }),
    ],
    base,
  )
  const keys = moveKeys(banks[0]!.value.questions.filter(hasOptions)[0]!).map(({ options }) =>
    options.flatMap(({ correct }, index) => (correct ? [index] : [])),
  )
  expect(keys).toEqual([
    [1, 2],
    [1, 3],
    [0, 2],
    [0, 3],
  ])
})

/** A question whose options have these reasons. */
const reasons = (...because: string[]): Json => ({
  ...question('open', { stem: 'What does the plan tell?', facts: ['plan'], key: '', distractors: [] }),
  options: ['Nothing is settled', 'All is settled'].map((text, index) => ({
    text,
    because: because[index],
    ...(index === 0 ? { correct: true } : {}),
  })),
})

test('takes a reason that denies an option, and one that explains it at length, for what they are', () => {
  const plan = 'A plan may come to nothing, and until the crane stands there nobody can know.'
  expect(problems(reasons(plan, 'No plan is settled.'))).toEqual([])
  expect(problems(reasons('No plan is settled.', plan)).join()).toContain('its reason begins with "No"')
})

test.each([
  ['units on which nothing was tuned', otherUnits, 0.1],
  ['the sample content', ['.'], 0.08],
])('notices nine of ten keys that were moved in %s', async (_name, roots, doubts) => {
  let counted = noKeys
  for (const root of roots) {
    const { base: facts, banks } = await readUnit(root)
    for (const bank of banks.banks)
      for (const each of bank.value.questions.filter(hasOptions))
        counted = addKeys(counted, countKeys(each, bank, facts))
  }
  expect(counted.caught / counted.wrong).toBeGreaterThan(0.9)
  expect(counted.doubted / counted.questions).toBeLessThan(doubts)
})
