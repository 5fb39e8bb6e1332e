import { expect, test } from 'vitest'
import { backgroundViews, glossaryOf } from '../../scripts/facts/background/background-views.ts'
import { factChecks } from '../../scripts/facts/checks/index.ts'
import { loadFactBase } from '../../scripts/facts/fact-base.ts'
import { loadBanks } from '../../scripts/questions/banks.ts'
import { keySupported } from '../../scripts/questions/checks/key-supported.ts'
import { bankViews } from '../../scripts/questions/question-views.ts'
import { factViews } from '../../scripts/facts/fact-views.ts'
import { baseOf, document, fact, shown } from './content.ts'

const checked = { by: 'Bo Reed', on: '2019-06', reference: 'An encyclopaedia' }
const entry = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  kind: 'term',
  name: id,
  text: `What ${id} is.`,
  checked,
  ...more,
})
const event = (id: string, from: string, more = {}) =>
  entry(id, { kind: 'event', when: { from, to: from, precision: 'day' }, ...more })
const background = (...entries: Record<string, unknown>[]) => document('facts/background.json', { entries })
const base = (facts: Record<string, unknown>[], ...entries: Record<string, unknown>[]) =>
  baseOf({ facts, ...(entries.length > 0 ? { more: [background(...entries)] } : {}) })
const problems = (facts: Record<string, unknown>[], ...entries: Record<string, unknown>[]): string[] => {
  const loaded = base(facts, ...entries)
  return shown(factChecks.flatMap((check) => check(loaded))).map((line) => line.replace(/^\S+ /, ''))
}

test('background is no topic, no fact, and no trouble', () => {
  const loaded = base([fact('opening')], entry('cart', { actor: 'quill' }))
  expect([...loaded.facts.keys()]).toEqual(['opening'])
  expect(factChecks.flatMap((check) => check(loaded))).toEqual([])
})

test('an entry has an id of its own, a known actor, and names of its own', () => {
  expect(
    problems([fact('opening')], entry('opening'), entry('cart', { actor: 'quil', aliases: ['Opening'] })),
  ).toMatchInlineSnapshot(`
    [
      "error: Unexpected entry with the id of a fact, "opening", expected another: background is no evidence and no fact [background/apart]",
      "error: Unexpected actor "quil", expected an id of facts/actors.json; did you mean "quill"? [background/known-actor]",
      "warning: Unexpected second "Opening" in the background, expected it once: "opening" has it already [background/unique-name]",
    ]
  `)
})

test('two entries with one id are refused', () => {
  const { diagnostics } = loadFactBase([
    document('facts/background.json', { entries: [entry('cart'), entry('cart', { name: 'waggon' })] }),
  ])
  expect(shown(diagnostics).filter((line) => line.includes('background/'))).toHaveLength(1)
})

test('what is later than the articles says so', () => {
  expect(
    problems(
      [fact('opening')],
      event('before', '2019-05-04'),
      event('after', '2019-05-06'),
      event('marked', '2020-01-01', { later: true }),
    ),
  ).toEqual([
    'error: Unexpected "after" of 2019-05-06, later than the last article (2019-05-05), expected "later": true beside it [background/later-marked]',
  ])
})

test('a unit that locates places locates all of them, by any name', () => {
  const facts = [
    fact('opening', { places: ['Tidewick', 'the Quay', 'Oxmoor'] }),
    fact('ferry', { places: ['Oxmoor'] }),
  ]
  expect(problems(facts)).toEqual([])
  expect(
    problems(
      facts,
      entry('tidewick-town', {
        kind: 'place',
        name: 'Tidewick',
        aliases: ['The Quay'],
        at: { lat: 1, lon: 2 },
      }),
    ),
  ).toEqual([
    'warning: Unexpected place "Oxmoor" of "opening" that no entry of facts/background.json locates, expected one of kind "place" [background/place-located]',
  ])
})

test('a place has coordinates on the globe, an event a date', () => {
  const { diagnostics } = loadFactBase([
    background(
      entry('here', { kind: 'place' }),
      entry('there', { kind: 'place', at: { lat: 91, lon: 0 } }),
      entry('then', { kind: 'event' }),
    ),
  ])
  expect(shown(diagnostics).filter((line) => line.startsWith('facts/background'))).toHaveLength(3)
})

test('words are found whole, names as they are written', () => {
  const views = backgroundViews(
    base(
      [fact('opening')],
      entry('barrel', { aliases: ['barrels'] }),
      entry('isw', { name: 'ISW' }),
      entry('may', { name: 'May' }),
    ),
  )
  const found = (text: string) => glossaryOf(views)(text).map(({ id }) => id)
  expect(found('Barrels, says the ISW.')).toEqual(['barrel', 'isw'])
  expect(found('It may be that the bar relies on iswas.')).toEqual([])
})

test('views say who checked it, and what is later', () => {
  const [view] = backgroundViews(
    base(
      [fact('opening')],
      entry('treaty', {
        kind: 'event',
        when: { from: '2020-01', to: '2020-01', precision: 'month' },
        later: true,
      }),
    ),
  )
  expect(view).toMatchObject({
    when: 'January 2020',
    later: 'Later than the articles that it helps to read',
    checked: 'Checked by Bo Reed, June 2019, on: An encyclopaedia',
  })
})

const question = (more: Record<string, unknown> = {}) => ({
  title: 'Barrels',
  summary: 'Barrels.',
  objectives: [{ id: 'weigh', text: 'Weigh a barrel' }],
  questions: [
    {
      id: 'weight',
      stem: 'How heavy is a barrel of tea, seen from a quay?',
      facts: ['opening'],
      level: 'recall',
      objective: 'weigh',
      options: [
        { text: 'About 72 stones', correct: true, because: 'It holds so much.' },
        { text: 'As heavy as the quay', because: 'A quay is heavier.' },
      ],
      ...more,
    },
  ],
})
const weighed = () =>
  base(
    [fact('opening')],
    entry('barrel', { text: 'A barrel weighs about 72 stones.', kind: 'measure' }),
    entry('quay', { aliases: ['quays'] }),
    entry('tea', { kind: 'place', at: { lat: 1, lon: 1 } }),
  )
const banksOf = (loaded: ReturnType<typeof weighed>, more?: Record<string, unknown>) =>
  loadBanks([document('questions/barrels.json', question(more))], loaded)

test('a key may rest on background that its question names, and on none that is not there', () => {
  const loaded = weighed()
  const found = (more?: Record<string, unknown>): string[] => {
    const { value, diagnostics } = banksOf(loaded, more)
    return shown([...diagnostics, ...keySupported(value!, loaded)]).map(
      (line) => /\[[a-z]+\/[a-z-]+\]/.exec(line)![0],
    )
  }
  expect(found()).toEqual(['[question/key-supported]'])
  expect(found({ background: ['barrel'] })).toEqual([])
  expect(found({ background: ['barel'] })).toEqual(
    ['[question/key-supported]', '[background/known]'].toSorted().toReversed(),
  )
})

test('words stand beside a question, but not those that answer it, and neither places nor people', () => {
  const loaded = weighed()
  const glosses = (more?: Record<string, unknown>) => {
    const [bank] = bankViews(banksOf(loaded, more).value!.banks, loaded, factViews(loaded), loaded.unit)
    return [bank?.glosses?.map(({ id }) => id), bank?.questions[0]?.glosses]
  }
  expect(glosses()).toEqual([
    ['barrel', 'quay'],
    ['barrel', 'quay'],
  ])
  expect(glosses({ background: ['barrel'] })).toEqual([['quay'], ['quay']])
})
