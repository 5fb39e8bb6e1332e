import { expect, test } from 'vitest'
import { barPanels, type Bar } from '../../contract/measure/bars.ts'
import { chooseLayout, layouts } from '../../scripts/decks/plan/layouts/index.ts'
import { deckFacts, type Material } from '../../scripts/decks/plan/material.ts'
import { planDeck } from '../../scripts/decks/plan/plan-deck.ts'
import { amount, fact, facts, material, outline, type FactInput } from './material.ts'

const dated = (id: string, from: string, more: FactInput = {}): FactInput =>
  fact(id, { when: { from, to: from, precision: 'month' }, ...more })
const said = (id: string, ...saidBy: string[]): FactInput => fact(id, { saidBy })
const given = (id: string, from: string, to: string): FactInput =>
  fact(id, { transfer: { from, to, what: id } })
const sum = {
  question: 'Do they fit?',
  inputs: { rain: { fact: 'rain', quantity: 'amount' }, days: { fact: 'days', quantity: 'amount' } },
  steps: [
    { say: 'Rain a day', compute: 'rain / days', name: 'daily', equals: 333333.33, unit: 'litres a day' },
    { say: 'In a week', compute: '(daily - 1) * 7', equals: 2333326.33, unit: 'litres' },
    { say: 'Half of it', compute: 'rain / 2', equals: 500000, unit: 'litres' },
  ],
  conclusion: 'They fit.',
}
const rain = amount('rain', 'water', 1_000_000, 'litres')
const days = amount('days', 'time', 3, 'days')
const disputed = (id: string, other: string, more: FactInput = {}): FactInput =>
  fact(id, { disagreesWith: [{ fact: other, about: 'how much', reading: 'Nobody knows' }], ...more })

const chosen = (...inputs: FactInput[]): string =>
  chooseLayout(facts(...inputs).map((each) => each.fact))?.name ?? 'none'

test.each([
  ['a fact of no special shape', 'statement', [fact('light')]],
  ['a quantity', 'figure', [rain]],
  ['a quote before its quantity', 'quotation', [{ ...rain, quote: { text: 'It rains', by: 'ada' } }]],
  ['a sum before all else', 'arithmetic', [{ ...rain, arithmetic: sum, quote: { text: 'Rain', by: 'ada' } }]],
  ['comparable quantities', 'bars', [rain, amount('hose', 'water', 2, 'litres')]],
  ['quantities of two kinds', 'none', [rain, days]],
  ['dated facts', 'timeline', [dated('sow', '2024-03'), dated('reap', '2024-09')]],
  ['facts of one date', 'none', [dated('sow', '2024-03'), dated('dig', '2024-03')]],
  ['different speakers', 'voices', [said('dry', 'ada'), said('wet', 'ben')]],
  ['one speaker', 'none', [said('dry', 'ada'), said('wet', 'ada')]],
  [
    'dates before speakers',
    'timeline',
    [dated('sow', '2024-03', { saidBy: ['ada'] }), dated('reap', '2024-09', { saidBy: ['ben'] })],
  ],
  [
    'figures before dates',
    'bars',
    [
      { ...dated('a', '2024-03'), quantities: rain['quantities'] },
      { ...dated('b', '2024-09'), quantities: rain['quantities'] },
    ],
  ],
  [
    'disagreement before figures',
    'disagreement',
    [disputed('wet', 'dry', { quantities: rain['quantities'] }), { ...rain, id: 'dry' }],
  ],
  ['transfers', 'transfers', [given('flour', 'mill', 'shop'), given('corn', 'farm', 'mill')]],
  ['nothing in common', 'none', [fact('light'), rain]],
])('chooses for %s: %s', (_, layout, inputs) => {
  expect(chosen(...inputs)).toBe(layout)
})

test('a layout that suits facts also fits them', () => {
  const samples = [
    [fact('light')],
    [rain],
    [rain, amount('hose', 'water', 2, 'litres')],
    [dated('sow', '2024-03'), dated('reap', '2024-09')],
    [said('dry', 'ada'), said('wet', 'ben')],
    [disputed('wet', 'dry'), fact('dry')],
    [given('flour', 'mill', 'shop'), given('corn', 'farm', 'mill')],
  ].map((inputs) => facts(...inputs).map((each) => each.fact))
  const liars = layouts.filter((layout) => samples.some((each) => layout.suits(each) && !layout.fits(each)))
  expect(liars).toEqual([])
})

/** The props of the content slides that these facts make, listed on one slide. */
function props(
  inputs: readonly FactInput[],
  slide: object = {},
  all: Material = material(inputs),
): unknown[] {
  const ids = inputs.map(({ id }) => id)
  const { slides } = planDeck(outline([{ facts: ids, ...slide }]), all)
  const frame = ['cover', 'agenda', 'section', 'recap', 'sources']
  return slides.flatMap((each) =>
    each.kind === 'layout' && !frame.includes(each.layout) ? [{ layout: each.layout, ...each.props }] : [],
  )
}

test('words a sum with figures in place of names', () => {
  const made = material([rain, days, fact('fit', { arithmetic: sum })])
  const { slides } = planDeck(outline([{ facts: ['fit'] }]), made)
  const shown = slides.flatMap((each) =>
    each.kind === 'layout' && each.layout === 'arithmetic' ? each.props : [],
  )
  expect(shown[0]?.steps.map(({ expression, result }) => `${expression} ${result}`)).toEqual([
    '1,000,000 / 3 ≈ 333,333.33 litres a day',
    '(333,333.33 − 1) × 7 ≈ 2,333,326.33 litres',
    '1,000,000 / 2 = 500,000 litres',
  ])
  expect(shown[0]?.inputs).toEqual([
    { name: 'rain', label: 'water', text: '1 million litres', citation: 'Leaf Weekly, 18 June 2024' },
    { name: 'days', label: 'time', text: '3 days', citation: 'Leaf Weekly, 18 June 2024' },
  ])
})

test('a long sum goes on, on a slide whose notes do not tell of the fact again', () => {
  const again = ['half', 'third'].map((name) => ({ ...sum.steps[2], name }))
  const long = { ...sum, steps: [...sum.steps, ...again] }
  const made = material([rain, days, fact('fit', { arithmetic: long })])
  const shown = planDeck(outline([{ facts: ['fit'] }]), made).slides.flatMap((each) =>
    each.kind === 'layout' && each.layout === 'arithmetic' ? [each] : [],
  )
  expect(
    shown.map(({ props: { inputs, conclusion }, notes }) => [inputs.length, conclusion, notes.say.length]),
  ).toEqual([
    [2, 'Continued on the next slide.', 2],
    [1, 'They fit.', 0],
  ])
})

test('four steps over few figures are one slide', () => {
  const four = { ...sum, steps: [...sum.steps, { ...sum.steps[2], name: 'half' }] }
  expect(props([rain, days, fact('fit', { arithmetic: four })], { facts: ['fit'] })).toMatchObject([
    { layout: 'arithmetic', conclusion: 'They fit.', steps: [{}, {}, {}, {}] },
  ])
})

test('draws other given figures beside the big one', () => {
  const hose = amount('hose', 'water', 2, 'litres')
  expect(props([rain, hose], { layout: 'figure' })).toMatchObject([
    { fact: { id: 'rain' }, quantity: { text: '1 million litres' }, comparison: [{ fact: { id: 'hose' } }] },
  ])
})

test('a disputed figure does not stand alone', () => {
  const wet = disputed('wet', 'dry', { quantities: rain['quantities'] })
  const dry = disputed('dry', 'wet', { quantities: amount('x', 'drops', 5, 'litres')['quantities'] })
  expect(props([wet], {}, material([wet, dry]))).toMatchObject([
    {
      layout: 'figure',
      fact: { id: 'wet' },
      comparison: [{ fact: { id: 'dry' }, quantity: { text: '5 litres' } }],
    },
  ])
})

test('draws quantities of one unit under their labels where the author asks for bars', () => {
  const tank = fact('tank', {
    quantities: [
      { id: 'in', label: 'flows in', value: 9, unit: 'litres' },
      { id: 'out', label: 'flows out', value: 8, unit: 'litres' },
    ],
  })
  expect(props([tank], { layout: 'bars' })).toMatchObject([
    { title: 'Litres compared', bars: [{ label: 'flows in' }, { label: 'flows out' }] },
  ])
})

test('lets articles speak for themselves where the author asks for voices', () => {
  expect(props([fact('wet'), said('dry', 'ada')], { layout: 'voices' })).toMatchObject([
    { voices: [{ speaker: 'Leaf Weekly' }, { speaker: 'ADA' }] },
  ])
})

test('puts a timeline in order of time, with what goes on left open', () => {
  const since = fact('since', { when: { from: '2024', precision: 'year' } })
  const until = fact('until', { when: { to: '2024-02', precision: 'month' } })
  expect(props([dated('late', '2024-09'), since, until])).toMatchObject([
    {
      title: 'Plants: in order of time',
      events: [
        { from: '2024', when: 'since 2024' },
        { from: '2024-02', to: '2024-02', when: 'until February 2024' },
        { from: '2024-09', to: '2024-09', when: 'September 2024' },
      ],
    },
  ])
})

function span(id: string, from: string, to: string, precision: string): FactInput {
  return fact(id, { when: { from, to, precision } })
}

test('tells a season or a week on a timeline from something that lasted as long', () => {
  const [slide] = props([
    span('summer', '2023-06', '2023-08', 'season'),
    span('building', '2023-09', '2023-11', 'month'),
    span('week', '2024-03-04', '2024-03-10', 'week'),
    span('weeks', '2024-04-01', '2024-04-21', 'week'),
  ]) as [{ events: { when: string; vague?: true }[] }]
  expect(
    slide.events.map(({ when, vague = false }) => `${when}: ${vague ? 'at some time' : 'all the time'}`),
  ).toEqual([
    'summer 2023: at some time',
    'September to November 2023: all the time',
    '4–10 March 2024: at some time',
    '1–21 April 2024: all the time',
  ])
})

test('sets accounts that differ side by side', () => {
  expect(props([disputed('wet', 'dry'), fact('dry')])).toMatchObject([
    {
      title: 'Two accounts: how much',
      reading: 'Nobody knows',
      sides: [{ id: 'wet' }, { id: 'dry' }],
    },
  ])
})

test('says who speaks, with the role of a single speaker', () => {
  expect(props([said('dry', 'ada', 'ben'), said('wet', 'ben')])).toMatchObject([
    { voices: [{ speaker: 'ADA, BEN' }, { speaker: 'BEN' }] },
  ])
})

test('draws who gives what to whom', () => {
  expect(props([given('flour', 'mill', 'shop'), given('corn', 'farm', 'mill')])).toMatchObject([
    {
      actors: [
        { id: 'mill', name: 'MILL' },
        { id: 'shop', name: 'SHOP' },
        { id: 'farm', name: 'FARM' },
      ],
      transfers: [
        { from: 'mill', to: 'shop', what: 'flour' },
        { from: 'farm', to: 'mill', what: 'corn' },
      ],
    },
  ])
})

test('begins another slide where there are too many actors for one', () => {
  const trades = [
    given('a', 'mill', 'shop'),
    given('b', 'farm', 'port'),
    given('c', 'ada', 'ben'),
    given('d', 'ada', 'mill'),
  ]
  expect(props(trades)).toMatchObject([
    { title: 'Plants: who gives what to whom (1 of 2)', actors: { length: 4 } },
    { title: 'Plants: who gives what to whom (2 of 2)', actors: { length: 3 } },
  ])
})

test('shows which way words came, and what a text has lost that another has', () => {
  const when = { from: '2024-03', precision: 'month' }
  expect(
    props([fact('seen', { saidBy: ['ada'], via: ['mill'], when }), fact('told', { via: ['shop'] })], {
      layout: 'relay',
    }),
  ).toMatchObject([
    {
      title: 'Plants: which way it came to us',
      rows: [
        { source: 'ADA', relays: 'MILL', text: 'Leaf Weekly', lost: [] },
        { relays: 'SHOP', text: 'Leaf Weekly', lost: ['source', 'time'] },
      ],
    },
  ])
})

test('shows who speaks of whom', () => {
  expect(
    props(
      [
        fact('praise', { saidBy: ['ada'], actors: ['ada', 'ben'] }),
        fact('blame', { saidBy: ['ada'], actors: ['mill', 'ben'] }),
        fact('count', { actors: ['mill'] }),
      ],
      { layout: 'mentions' },
    ),
  ).toMatchObject([
    {
      title: 'Plants: who speaks of whom',
      speakers: ['ADA', 'Leaf Weekly'],
      about: ['BEN', 'MILL'],
      links: [
        { from: 0, to: [0] },
        { from: 0, to: [1, 0] },
        { from: 1, to: [1] },
      ],
    },
  ])
})

const litres = (value: number, bound: string) => ({
  quantities: [{ id: 'water', label: 'water', value, unit: 'litres', bound }],
})

test('sets amounts over time beside their limit; what is still counted ends with its text', () => {
  expect(
    props(
      [
        fact('cap', litres(50, 'upTo')),
        fact('since', { ...litres(100, 'moreThan'), when: { from: '2024-03', precision: 'month' } }),
        fact('year', { ...litres(40, 'exact'), when: { from: '2023', to: '2023', precision: 'year' } }),
      ],
      { layout: 'buildup' },
    ),
  ).toMatchObject([
    {
      title: 'Plants: amounts beside the limit',
      limit: { quantity: { text: 'up to 50 litres' }, fact: { id: 'cap' } },
      amounts: [
        { from: '2024-03', to: '2024-06-18', open: true, fact: { id: 'since' } },
        { from: '2023', to: '2023', fact: { id: 'year' } },
      ],
    },
  ])
})

const countedFrom = (id: string, from: string, to?: string) =>
  fact(id, {
    quantities: [{ id: 'water', label: 'water', value: 5, unit: 'litres' }],
    when: { from, ...(to ? { to } : {}), precision: 'year' },
  })

test('keeps amounts that are still counted off the axis of those of a year', () => {
  const [slide] = props(
    [
      countedFrom('a', '2020', '2020'),
      countedFrom('b', '2021'),
      countedFrom('c', '2021', '2021'),
      countedFrom('d', '2022'),
    ],
    { layout: 'bars' },
  ) as unknown as { bars: Bar[] }[]
  expect(panelsOf(slide!.bars)).toEqual(['set: a=c', 'open: b=d'])
})

test('gives each kind of time a slide where one slide does not hold both', () => {
  const many = ['a', 'b', 'c', 'd'].map((id, index) => countedFrom(id, `202${index}`, `202${index}`))
  const slides = props([...many, countedFrom('e', '2021'), countedFrom('f', '2022')], {
    layout: 'bars',
  }) as unknown as { bars: Bar[] }[]
  expect(slides.map(({ bars }) => panelsOf(bars))).toEqual([['set: a=b=c=d'], ['open: e=f']])
})

test('a limit is a line across the amounts of a set time, one number in several texts one group', () => {
  const cap = fact('cap', {
    quantities: [{ id: 'water', label: 'water', value: 9, unit: 'litres', bound: 'upTo', limit: true }],
  })
  const [slide] = props([cap, countedFrom('a', '2020', '2020'), countedFrom('b', '2021', '2021')], {
    layout: 'bars',
  }) as unknown as { bars: Bar[] }[]
  expect(panelsOf(slide!.bars)).toEqual(['set beside cap: a=b'])
  expect(panelsOf(slide!.bars.filter(({ fact: { id } }) => id === 'cap'))).toEqual(['set: cap'])
})

test('of a fact with two quantities the one that is a limit is the line', () => {
  const cap = fact('cap', {
    quantities: [
      { id: 'used', label: 'used', value: 8, unit: 'litres' },
      { id: 'allowed', label: 'allowed', value: 9, unit: 'litres', bound: 'upTo', limit: true },
    ],
  })
  const [slide] = props([cap, countedFrom('a', '2020', '2020')], { layout: 'bars' }) as unknown as {
    bars: Bar[]
  }[]
  expect(slide!.bars.filter(({ limit }) => limit).map(({ label }) => label)).toEqual(['allowed'])
})

test('an "at most" that nobody marked as a limit is a bar as the others are', () => {
  const most = fact('most', {
    quantities: [{ id: 'water', label: 'water', value: 9, unit: 'litres', bound: 'upTo' }],
  })
  const [slide] = props([most, countedFrom('a', '2020', '2020')], { layout: 'bars' }) as unknown as {
    bars: Bar[]
  }[]
  expect(panelsOf(slide!.bars)).toEqual(['set: most a'])
})

/** "set beside cap: a=b c": a limit, and an equals sign where one number is repeated. */
function panelsOf(bars: readonly Bar[]): string[] {
  return barPanels(bars).map(
    ({ open, limit, groups }) =>
      `${open ? 'open' : 'set'}${limit ? ` beside ${limit.fact.id}` : ''}: ${groups.map((group) => group.map((bar) => bar.fact.id).join('=')).join(' ')}`,
  )
}

test('shows a quote with its speaker', () => {
  expect(props([fact('wet', { saidBy: ['ada'], quote: { text: 'It rains', by: 'ada' } })])).toMatchObject([
    { title: 'There is wet', quote: 'It rains', speaker: 'ADA' },
  ])
})

test('listed facts with nothing in common get slides of their own under the author’s heading', () => {
  expect(props([fact('light'), rain], { title: 'Weather' })).toMatchObject([
    { layout: 'statement', title: 'There is light' },
    { layout: 'figure', title: 'There is rain' },
  ])
})

test('the author’s heading and layout win', () => {
  expect(props([rain], { title: 'Wet', layout: 'statement' })).toMatchObject([
    { layout: 'statement', title: 'Wet' },
  ])
})

test('ids that point nowhere are left out', () => {
  expect(deckFacts(['moon', 'rain', 'rain'], material([rain]))).toHaveLength(1)
})
