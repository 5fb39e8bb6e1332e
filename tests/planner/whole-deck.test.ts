import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deck, Slide } from '../../contract/deck.ts'
import { capacity } from '../../contract/capacity.ts'
import type { ChoiceCheckpoint } from '../../question-types/choice/choice-view.ts'
import type { Material } from '../../scripts/decks/plan/material.ts'
import { planDeck } from '../../scripts/decks/plan/plan-deck.ts'
import { planDecks } from '../../scripts/decks/plan/plan-decks.ts'
import { planWithoutOutline } from '../../scripts/decks/plan/without-outline.ts'
import { deckAsText } from './deck-as-text.ts'
import { amount, fact, material, outline, question, type FactInput } from './material.ts'

const sha256 = '0'.repeat(64)
const garden = [
  fact('sugar < light', { saidBy: ['ada'], status: 'estimated', note: 'Nobody weighed it' }),
  fact('light'),
  amount('rain', 'rain', 40, 'litres', {
    quantities: [{ id: 'amount', label: 'rain', value: 40, unit: 'litres', bound: 'upTo' }],
    evidence: [{ source: 'root', start: 1, end: 5, sha256 }],
    disagreesWith: [{ fact: 'drought', about: 'whether it rained', reading: 'Ask a third gardener.' }],
  }),
  fact('drought', {
    topic: 'weather',
    status: 'alleged',
    saidBy: ['ben'],
    disagreesWith: [{ fact: 'rain', about: 'whether it rained', reading: 'Ask a third gardener.' }],
  }),
]
const plants = material(garden)
const asked: Material = {
  ...plants,
  questions: new Map([['needs-light', question('needs-light', plants, 'light')]]),
}
const small = outline(
  [
    { take: { topic: 'plants' } },
    { question: 'needs-light' },
    { markdown: 'garden/intro.md', say: ['Let them look around.'], minutes: 2 },
    { discuss: 'Whom do we believe?', points: ['Who was there'], facts: ['rain'] },
  ],
  { recap: ['light'] },
)

test('a small deck as a whole', () => {
  expect(deckAsText(planDeck(small, asked))).toMatchInlineSnapshot(`
    "1 cover "The garden" 0.5 min [cover]
        How a garden lives.
    2 agenda "Objectives and agenda" 1.5 min [agenda]
        At the end everybody should be able to do this.
        The way there, with the time for each part.
        ? Which of these can you do already?
    3 marks "How to read these marks" 0.5 min [marks]
        A mark shows how sure a statement is, on words, bars, arrows and dates alike; not how important it is.
        ? Which two of these would a headline mix up?
    4 section "Plants" 0.5 min [section-1]
        Part 1 of 1 begins.
    5 statement "There is light" 1.5 min [light]
        Who says so: the article itself, “The leaf”. It is documented: the text shows it, and nobody in it doubts it.
        (“The leaf”, Leaf Weekly, 18 June 2024, characters 10–20)
    6 account "There is sugar" 1.5 min [sugar]
        Who says so: ADA. It is an estimate that somebody worked out, not a count.
        Nobody weighed it.
        (“The leaf”, Leaf Weekly, 18 June 2024, characters 10–20)
    7 figure "There is rain" 1.5 min [rain]
        Who says so: the article itself, “The root”. It is documented: the text shows it, and nobody in it doubts it.
        Another account differs: whether it rained. There is drought. That is from Leaf Weekly, 18 June 2024. Ask a third gardener.
        Mind the wording: “up to 40 litres” is a ceiling: it can be less.
        ? Which word of the figure must not be lost?
        (“The root”, publisher not named, 2023 (inferred), characters 1–5)
        (“The leaf”, Leaf Weekly, 18 June 2024, characters 10–20)
    8 checkpoint "Checkpoint" 2.5 min [needs-light]
        Answer: B, Light.
        Why B: It makes sugar with it.
        Why not A: A plant has no ears.
        ? Which one, and how sure? A minute alone, then hands; ask one of each answer for a reason.
        (“The leaf”, Leaf Weekly, 18 June 2024, characters 10–20)
    9 garden/intro.md 2 min [garden-intro]
        Let them look around.
    10 discussion "Discussion" 5.5 min [discussion]
        There is rain.
        ? A minute alone, then in pairs, then together; the points come with the click.
        (“The root”, publisher not named, 2023 (inferred), characters 1–5)
    11 recap "To take home" 2 min [recap]
        There is light.
        (“The leaf”, Leaf Weekly, 18 June 2024, characters 10–20)
    12 sources "Sources" 0.5 min [sources]
        Everything on these slides can be looked up in these texts.
        The leaf. It bears the date 18 June 2024.
        The root. Its date, 2023, is inferred: it speaks of "next year, 2024"."
  `)
})

test('a fact base alone makes a complete deck', () => {
  const [deck] = planWithoutOutline(asked) as [Deck]
  expect(deck.minutes).toBe(11)
  expect(deck.slides.map((slide) => (slide.kind === 'layout' ? slide.props.title : slide.file)))
    .toMatchInlineSnapshot(`
      [
        "Garden",
        "Objectives and agenda",
        "How to read these marks",
        "On plants",
        "There is light",
        "There is sugar",
        "There is rain",
        "Checkpoint",
        "On weather",
        "There is drought",
        "To take home",
        "Sources",
      ]
    `)
})

test('a fact base that would fill more than an hour makes a deck of each topic', () => {
  const many = material(
    ['plants', 'weather'].flatMap((topic) => [
      ...Array.from({ length: 40 }, (_, index) =>
        amount(`${topic}-${index}`, `label ${index}`, index + 1, 'litres', { topic }),
      ),
      fact(`${topic}-wet`, {
        topic,
        disagreesWith: [{ fact: `${topic}-dry`, about: 'whether it rained', reading: 'Ask a third.' }],
      }),
      fact(`${topic}-after < ${topic}-wet`, { topic }),
      fact(`${topic}-dry`, { topic }),
    ]),
  )
  const decks = planWithoutOutline(many)
  expect(decks.map(({ id, title }) => [id, title])).toEqual([
    ['plants', 'On plants'],
    ['weather', 'On weather'],
  ])
  const shown = new Set(decks.flatMap(({ slides }) => slides.flatMap(({ facts }) => facts)))
  expect([...many.base.facts.keys()].filter((id) => !shown.has(id))).toEqual([])
  for (const { slides } of decks) {
    const layouts: string[] = slides.map((slide) => (slide.kind === 'layout' ? slide.layout : ''))
    const at = (layout: string): number => layouts.indexOf(layout)
    expect([at('section'), layouts.lastIndexOf('section'), at('disagreement'), at('discussion')]).toEqual(
      [at('section'), layouts.lastIndexOf('section'), at('disagreement'), at('discussion')].toSorted(
        (a, b) => a - b,
      ),
    )
    expect(at('disagreement')).toBeGreaterThan(0)
    expect(slides.find(({ id }) => id === 'recap')?.facts).toHaveLength(6)
  }
})

test('plans without an outline only where there is none', () => {
  expect(planDecks([], asked).map(({ id }) => id)).toEqual(['all-facts'])
  expect(planDecks([small], asked).map(({ id }) => id)).toEqual(['garden'])
})

test('gives letters in the order of the view', () => {
  const shown = planDeck(small, asked).slides.flatMap((slide) =>
    slide.kind === 'layout' && slide.layout === 'checkpoint'
      ? (slide.props.question as ChoiceCheckpoint).options
      : [],
  )
  expect(shown.map(({ letter, text }) => `${letter} ${text}`)).toEqual(['A Noise', 'B Light.'])
})

test('names only the sources that the deck rests on', () => {
  const shown = planDeck(outline([{ facts: ['sugar'] }]), asked).slides.flatMap((slide) =>
    slide.kind === 'layout' && slide.layout === 'sources' ? slide.props.sources : [],
  )
  expect(shown).toEqual([
    {
      id: 'leaf',
      title: 'The leaf',
      publisher: 'Leaf Weekly',
      date: '18 June 2024',
      basis: 'printed',
      relays: [],
    },
  ])
})

test('keeps the minutes that the author gives', () => {
  const sections = [
    { title: 'One', minutes: 6, slides: [{ facts: ['light'], minutes: 3.5 }, { facts: ['sugar'] }] },
    { title: 'Two', minutes: 10, slides: [{ facts: ['rain'] }] },
  ]
  const { slides } = planDeck(outline([], { sections }), asked)
  expect(slides.map(({ id, notes }) => `${id} ${notes.minutes}`)).toEqual([
    'cover 0.5',
    'agenda 1',
    'marks 0.5',
    'section-1 1',
    'light 3.5',
    'sugar 1.5',
    'section-2 3.5',
    'rain 6.5',
    'recap 1.5',
    'sources 0.5',
  ])
})

test('sections that take all the time share it with what is around them', () => {
  const sections = [
    { title: 'One', minutes: 8, slides: [{ facts: ['light'], minutes: 5 }] },
    { title: 'Two', minutes: 12, slides: [{ facts: ['rain'] }] },
  ]
  const { slides } = planDeck(outline([], { sections }), asked)
  expect(slides.map(({ id, notes }) => `${id} ${notes.minutes}`)).toEqual([
    'cover 1',
    'agenda 1.5',
    'section-1 0.5',
    'light 5',
    'section-2 2',
    'rain 3.5',
    'recap 5',
    'sources 1.5',
  ])
  expect(
    slides.flatMap((slide) =>
      slide.kind === 'layout' && slide.layout === 'agenda' ? slide.props.sections : [],
    ),
  ).toEqual([
    { title: 'One', minutes: 8 },
    { title: 'Two', minutes: 12 },
  ])
})

test('sections get whole minutes, and the half that is left over is the recap’s', () => {
  const sections = [
    { title: 'One', slides: [{ facts: ['light'] }, { facts: ['sugar'] }] },
    { title: 'Two', slides: [{ facts: ['rain'] }] },
  ]
  const minutesOf = (minutes: number): number[] =>
    planDeck(outline([], { sections, minutes }), asked).slides.flatMap((slide) =>
      slide.kind !== 'layout'
        ? []
        : slide.layout === 'section'
          ? [slide.props.minutes]
          : slide.layout === 'recap'
            ? [slide.notes.minutes]
            : [],
    )
  expect(minutesOf(12)).toEqual([4, 2, 2])
  expect(minutesOf(14)).toEqual([5, 2, 2.5])
  // Too little time for a whole minute each.
  expect(minutesOf(2)).toEqual([0.5, 0.5, 0.5])
})

test('a recap that the author does not choose takes from all of each section, and not from discussions', () => {
  const { slides } = planDeck(
    outline([], {
      recap: undefined,
      sections: [
        { title: 'One', slides: [{ facts: ['light'] }, { facts: ['sugar'] }, { facts: ['rain'] }] },
        { title: 'Two', slides: [{ discuss: 'And?', points: [], facts: ['drought'] }] },
      ],
    }),
    asked,
  )
  expect(slides.find(({ id }) => id === 'recap')?.facts).toEqual(['light', 'sugar', 'rain', 'drought'])
})

test('notes ask, and say what to say to likely answers: of a discussion the author’s, of two accounts their notes', () => {
  const answers = [
    { answer: 'The gardener', reply: 'Was she there?' },
    { answer: 'Nobody', reply: 'Somebody must have poured.' },
  ]
  const { slides } = planDeck(
    outline([
      { facts: ['rain', 'drought'] },
      { discuss: 'Whom do we believe?', points: ['a', 'b', 'c', 'd', 'e', 'f'], answers, facts: ['rain'] },
    ]),
    asked,
  )
  const asking = slides.flatMap(({ notes }) => (notes.answers ? [[notes.ask, notes.answers]] : []))
  expect(asking).toEqual([
    [
      'Whom would you believe, and why? Show of hands before the careful reading.',
      [
        {
          answer: 'The first account',
          reply:
            'Who says so: the article itself, “The root”. It is documented: the text shows it, and nobody in it doubts it.',
        },
        {
          answer: 'The second account',
          reply: 'Who says so: BEN. It is an allegation: somebody denies it, or it is not proven.',
        },
      ],
    ],
    ['A minute alone, then in pairs, then together; the points come with the click.', answers],
  ])
})

test('slides of one name are counted, cover and sections are not', () => {
  const twice = [
    { facts: ['light'], title: 'Garden' },
    { discuss: 'And?', points: [], facts: [], title: 'Garden' },
  ]
  const { slides } = planDeck(
    outline([], { title: 'Garden', sections: [{ title: 'Sun', slides: twice }] }),
    asked,
  )
  expect(slides.flatMap((slide) => (slide.kind === 'layout' ? [slide.props.title] : []))).toEqual([
    'Garden',
    'Objectives and agenda',
    'Sun',
    'Garden (1 of 2)',
    'Garden (2 of 2)',
    'To take home',
    'Sources',
  ])
})

test('a fact is taken once, and not where a slide lists it', () => {
  const { slides } = planDeck(
    outline([
      { take: { tag: 'all', status: ['documented'], most: 1 } },
      { facts: ['light'] },
      { take: { tag: 'all' } },
    ]),
    asked,
  )
  const shown = slides.filter(({ id }) => !/^(marks|recap|section|cover|agenda|sources)/.test(id))
  expect(shown.map((slide) => slide.facts)).toEqual([['rain'], ['light'], ['sugar', 'drought']])
})

const anyFact = (index: number): fc.Arbitrary<FactInput> =>
  fc
    .record({
      topic: fc.constantFrom('plants', 'weather', 'soil'),
      needs: fc.uniqueArray(fc.nat(Math.max(0, index - 1)), { maxLength: index === 0 ? 0 : 3 }),
      // Disagreements point at earlier facts alone; the views of a pair come from either side.
      disagrees: fc.option(fc.nat(Math.max(0, index - 1)), { nil: undefined, freq: 3 }),
      value: fc.option(fc.constantFrom('litres', 'hours'), { nil: undefined }),
      when: fc.option(fc.constantFrom('2023', '2024-05', '2024-06-18'), { nil: undefined }),
      saidBy: fc.subarray(['ada', 'ben'], { maxLength: 1 }),
      transfer: fc.option(
        fc.record({
          from: fc.constantFrom('mill', 'farm', 'ada'),
          to: fc.constantFrom('shop', 'port', 'ben'),
        }),
        { nil: undefined, freq: 2 },
      ),
      quoted: fc.constantFrom(true, false, false, false, false),
    })
    .map(({ topic, needs, disagrees, value, when, saidBy, transfer, quoted }) =>
      fact(`f${index}`, {
        topic,
        needs: needs.map((need) => `f${need}`),
        saidBy,
        short: `Short ${index % 3}`,
        ...(disagrees === undefined || index === 0
          ? {}
          : { disagreesWith: [{ fact: `f${disagrees}`, about: 'it', reading: 'Nobody knows.' }] }),
        ...(value
          ? { quantities: [{ id: 'amount', label: `${value} seen`, value: index, unit: value }] }
          : {}),
        ...(when ? { when: { from: when, to: when, precision: 'day' } } : {}),
        ...(transfer ? { transfer: { ...transfer, what: 'goods' } } : {}),
        ...(quoted ? { quote: { text: 'So it is', by: 'ada' } } : {}),
      }),
    )
const anyFacts = fc
  .integer({ min: 1, max: 24 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => anyFact(index))))
  .chain((made) => fc.shuffledSubarray(made, { minLength: made.length }))
const anyMinutes = fc.integer({ min: 1, max: 120 })

/** Facts that a slide is about: a figure drawn only for comparison is not among them. */
function ownFacts(slide: Slide): string[] {
  return slide.kind === 'layout' && slide.layout === 'figure' ? slide.facts.slice(0, 1) : slide.facts
}

function overfull(deck: Deck): string[] {
  const limits: Record<string, Record<string, number>> = capacity
  return deck.slides.flatMap((slide) => {
    if (slide.kind !== 'layout') return []
    const props: Record<string, unknown> = slide.props
    return Object.entries(limits[slide.layout] ?? {})
      .filter(([prop, most]) => Array.isArray(props[prop]) && props[prop].length > most)
      .map(([prop]) => `${slide.id}: ${prop}`)
  })
}

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, at) => names.indexOf(name) !== at)

test('every deck holds what planDeck promises', () => {
  fc.assert(
    fc.property(anyFacts, anyMinutes, fc.boolean(), (inputs, minutes, bySections) => {
      const made = material(inputs)
      const sections = bySections
        ? made.base.topics.map(({ value }) => ({
            title: value.title,
            slides: [{ take: { topic: value.id } }],
          }))
        : [{ title: 'Everything', slides: [{ take: { tag: 'all' } }] }]
      const deck = planDeck(outline([], { sections, minutes }), made)
      const shown = deck.slides.map(ownFacts)
      const first = (id: string): number => shown.findIndex((ids) => ids.includes(id))

      expect([...made.base.facts.keys()].filter((id) => first(id) < 0)).toEqual([])
      const tooEarly = Array.from(made.base.facts.values(), ({ value }) => value).filter(({ id, needs }) =>
        needs.some((need) => {
          const together = !bySections || made.views.get(need)?.topic === made.views.get(id)?.topic
          return together && first(need) > first(id)
        }),
      )
      expect(tooEarly).toEqual([])
      expect(overfull(deck)).toEqual([])
      const titles = deck.slides.flatMap((slide) => (slide.kind === 'layout' ? [slide.props.title] : []))
      expect(repeated(titles)).toEqual([])
      expect(repeated(deck.slides.map(({ id }) => id))).toEqual([])
      const times = deck.slides.map(({ notes }) => notes.minutes)
      expect(times.reduce((a, b) => a + b, 0)).toBe(minutes)
      expect(times.filter((each) => !Number.isInteger(each * 2) || each < 0)).toEqual([])
    }),
  )
})

test('listed facts all appear, whatever is listed together', () => {
  fc.assert(
    fc.property(anyFacts, (inputs) => {
      const ids = inputs.map(({ id }) => String(id))
      const deck = planDeck(outline([{ facts: ids }]), material(inputs))
      const shown = new Set(deck.slides.slice(3, -1).flatMap(ownFacts))
      expect(ids.filter((id) => !shown.has(id))).toEqual([])
      expect(overfull(deck)).toEqual([])
    }),
  )
})

test('the same material gives the same plain deck and stays as it was', () => {
  fc.assert(
    fc.property(anyFacts, (inputs) => {
      const made = material(inputs)
      const before = JSON.stringify(
        [...made.views, ...made.base.facts.values()].map((each) => ('value' in each ? each.value : each)),
      )
      const given = outline([{ take: { tag: 'all' } }])
      const deck = planDeck(deepFreeze(given), made)
      expect(planDeck(given, material(inputs))).toEqual(deck)
      expect(JSON.parse(JSON.stringify(deck))).toEqual(deck)
      expect(
        JSON.stringify(
          [...made.views, ...made.base.facts.values()].map((each) => ('value' in each ? each.value : each)),
        ),
      ).toBe(before)
    }),
    { numRuns: 30 },
  )
})

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    Object.freeze(value)
    for (const each of Object.values(value)) deepFreeze(each)
  }
  return value
}

test('a hook and the guiding question come before the objectives, answers end sections, a verdict the deck', () => {
  const told = outline([{ take: { topic: 'plants', most: 2 } }], {
    hook: [{ discuss: 'What does a leaf eat?', points: [], facts: [] }],
    guide: 'Where does the sugar come from?',
    verdict: {
      supported: [{ claim: 'There is light', why: 'Everybody sees it.', facts: ['light'] }],
      plausible: [{ claim: 'There is sugar', why: 'Somebody worked it out.', facts: ['sugar'] }],
      weak: [{ claim: 'It rained', why: 'Nobody was there.', facts: ['rain'] }],
    },
    recap: ['light'],
  })
  const answered = {
    ...told,
    value: {
      ...told.value,
      sections: told.value.sections.map((section) => ({
        ...section,
        question: 'What is there?',
        answer: 'Light, and sugar that somebody worked out.',
      })),
    },
  }
  const { slides } = planDeck(answered, plants)
  expect(slides.map((slide) => (slide.kind === 'layout' ? slide.layout : slide.kind))).toEqual([
    'cover',
    'discussion',
    'guide',
    'agenda',
    'marks',
    'section',
    'statement',
    'account',
    'answer',
    'verdict',
    'recap',
    'agenda',
    'sources',
  ])
  expect(slides.at(-2)).toMatchObject({
    props: {
      title: 'Back to the objectives: what can you do now?',
      objectives: answered.value.objectives,
      sections: [],
    },
  })
  expect(slides.find(({ id }) => id === 'answer')).toMatchObject({
    facts: ['light', 'sugar'],
    notes: {
      say: [],
      ask: 'What would you answer now? One sentence.',
    },
  })
  expect(slides.find(({ id }) => id === 'verdict')?.notes.sources).toHaveLength(2)
  expect(slides.reduce((sum, { notes }) => sum + notes.minutes, 0)).toBe(answered.value.minutes)
})

const inMonth = (id: string, from: string) =>
  fact(id, { when: { from, to: from, precision: 'month' }, status: id === 'reap' ? 'planned' : 'documented' })

test('the whole story stands before the end: dated facts of all sections, where an outline asks for it', () => {
  const all = material([inMonth('reap', '2024-09'), inMonth('sow', '2024-03'), inMonth('plough', '2023-11')])
  const sections = [
    { title: 'Fields', slides: [{ facts: ['reap'] }, { facts: ['sow'] }] },
    { title: 'Before', slides: [{ facts: ['plough'] }] },
  ]
  const layoutsOf = (more: object) =>
    planDeck(outline([], { sections, ...more }), all).slides.flatMap((slide) =>
      slide.kind === 'layout' && slide.layout === 'story' ? [slide.props] : [],
    )
  expect(layoutsOf({})).toEqual([])
  expect(layoutsOf({ story: true })).toMatchObject([
    {
      title: 'The whole story in order of time',
      lanes: ['Fields', 'Before'],
      events: [
        { lane: 1, from: '2023-11', fact: { id: 'plough' } },
        { lane: 0, from: '2024-03', fact: { id: 'sow' } },
        { lane: 0, from: '2024-09', fact: { id: 'reap', status: 'planned' } },
      ],
    },
  ])
  expect(layoutsOf({ story: true, sections: sections.slice(1) })).toEqual([])
})
