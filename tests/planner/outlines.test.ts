import { expect, test } from 'vitest'
import { formatDiagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { deckChecks } from '../../scripts/decks/checks/index.ts'
import { loadOutlines } from '../../scripts/decks/outlines.ts'
import { planDeck } from '../../scripts/decks/plan/plan-deck.ts'
import { amount, document, fact, material, question } from './material.ts'

const plants = material([
  fact('sugar < light'),
  fact('light'),
  amount('rain', 'rain', 4, 'litres', { tags: ['all', 'wet'] }),
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((id) => fact(id, { topic: 'numbers' })),
])
const long = question('long', plants, 'light')
const asked = {
  ...plants,
  questions: new Map([
    ['needs-light', question('needs-light', plants, 'light')],
    ['long', { ...long, options: [...long.options, ...long.options, ...long.options] }],
  ]),
}

function load(slides: readonly unknown[], more: object = {}, file = 'slides/garden.json') {
  const value = {
    title: 'The garden',
    summary: 'How a garden lives.',
    audience: 'Gardeners',
    minutes: 20,
    objectives: ['Tell a leaf from a root'],
    sections: [{ title: 'Plants', slides }],
    ...more,
  }
  return loadOutlines([document(file, value)], asked.base, asked.questions, asked.markdown)
}
const problems = (slides: readonly unknown[], more: object = {}, file?: string): string[] =>
  load(slides, more, file).diagnostics.map(formatDiagnostic)
const remarks = (slides: readonly unknown[], more: object = {}): string[] =>
  (load(slides, more).value ?? []).flatMap((outline) =>
    deckChecks.flatMap((check) => check(outline, planDeck(outline, asked)).map(formatDiagnostic)),
  )

test('a sound outline is named after its file', () => {
  const { value, diagnostics } = load([{ facts: ['light'] }, { question: 'needs-light' }])
  expect(diagnostics).toEqual([])
  expect(value?.map(({ id }) => id)).toEqual(['garden'])
  expect(remarks([{ facts: ['light'] }, { question: 'needs-light' }])).toEqual([])
})

test('says which ids are unknown', () => {
  expect(
    problems(
      [
        { facts: ['lihgt'] },
        { question: 'need-light' },
        { discuss: 'Why?', facts: ['raine'] },
        { markdown: 'garden/into.md' },
        { take: { topic: 'plant' } },
        { take: { tag: 'al' } },
      ],
      { recap: ['moon-phases'] },
    ).join('\n'),
  ).toMatchInlineSnapshot(`
    "slides/garden.json:15:7: error: Unexpected fact "lihgt", expected an id of a fact in facts/; did you mean "light"? [outline/known-fact]
    slides/garden.json:19:18: error: Unexpected question "need-light", expected an id of a question in questions/; did you mean "needs-light"? [outline/known-question]
    slides/garden.json:24:7: error: Unexpected fact "raine", expected an id of a fact in facts/; did you mean "rain"? [outline/known-fact]
    slides/garden.json:28:18: error: Unexpected markdown "garden/into.md", expected the path of a Markdown file within slides/; did you mean "garden/intro.md"? [outline/known-markdown]
    slides/garden.json:32:16: error: Unexpected topic "plant", expected the id of a topic in facts/; did you mean "plants"? [outline/known-topic]
    slides/garden.json:37:14: error: Unexpected tag "al", expected a tag of some fact; did you mean "all"? [outline/known-tag]
    slides/garden.json:44:3: error: Unexpected fact "moon-phases", expected an id of a fact in facts/ [outline/known-fact]"
  `)
})

test('says what a layout needs', () => {
  expect(
    problems([
      { facts: ['light'], layout: 'figure' },
      { facts: ['rain', 'light'], layout: 'timeline' },
      { facts: ['unknown', 'light'], layout: 'bars' },
    ])
      .filter((text) => text.includes('layout-fits'))
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "slides/garden.json:17:16: error: Unexpected layout "figure" for light, expected facts that have what it shows: a quantity in every fact [outline/layout-fits]
      note: these facts fit statement, account; without "layout" the planner chooses
    slides/garden.json:24:16: error: Unexpected layout "timeline" for rain, light, expected facts that have what it shows: at least two facts, all with a date [outline/layout-fits]
      note: these facts fit statement, account; without "layout" the planner chooses"
  `)
})

const section = (minutes?: number) => ({
  title: 'S',
  slides: [{ facts: ['light'] }],
  ...(minutes ? { minutes } : {}),
})

test('says where minutes do not add up', () => {
  expect(problems([], { sections: [section(10), section(8)] })).toEqual([])
  expect(problems([], { sections: [section(10), section()] })).toEqual([])
  expect(
    [
      ...problems([], { sections: [section(15), section(8)] }),
      ...problems([], { sections: [section(6), section(8)] }),
      ...problems([], { sections: [section(24), section()] }),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "slides/garden.json:5:13: warning: Unexpected 20 minutes for the deck, expected the 23 that the sections have [outline/minutes-add-up]
      note: the sections’ minutes are scaled down to fit
    slides/garden.json:5:13: warning: Unexpected 20 minutes for the deck, expected the 14 that the sections have, and a few for cover, agenda, recap and sources [outline/minutes-add-up]
      note: the rest goes to cover, agenda, recap and sources
    slides/garden.json:5:13: warning: Unexpected 20 minutes for the deck, expected the 24 that those sections that give minutes already have [outline/minutes-add-up]
      note: the sections’ minutes are scaled down to fit"
  `)
})

test('says where a listed fact comes before one it needs', () => {
  expect(problems([{ facts: ['sugar'] }, { facts: ['light'] }]).join('\n')).toMatchInlineSnapshot(`
    "slides/garden.json:15:7: warning: Unexpected fact "sugar" before "light", expected what it needs on an earlier slide [outline/needs-first]
    slides/garden.json:20:7: note: "light" is shown here"
  `)
  expect(problems([{ facts: ['light'] }, { facts: ['sugar'] }, { facts: ['light'] }])).toEqual([])
})

test('says what is listed or asked twice', () => {
  expect(
    problems([{ facts: ['light', 'light'] }, { question: 'long' }, { question: 'long' }], {
      recap: ['rain', 'rain'],
    }).join('\n'),
  ).toMatchInlineSnapshot(`
    "slides/garden.json:16:7: warning: Unexpected second fact "light", expected it once in this list [outline/once-each]
    slides/garden.json:15:7: note: first given here
    slides/garden.json:23:18: warning: Unexpected second question "long", expected it once in a deck [outline/once-each]
    slides/garden.json:20:18: note: first given here
    slides/garden.json:30:3: warning: Unexpected second fact "rain", expected it once in this list [outline/once-each]
    slides/garden.json:29:3: note: first given here"
  `)
})

test('says what a boundless "take" does', () => {
  expect(problems([{ take: { most: 3 } }]).join('\n')).toMatchInlineSnapshot(
    `"slides/garden.json:14:14: warning: Unexpected "take" without "topic", "tag" and "status", expected one of them; this takes every fact there is [outline/take-by]"`,
  )
})

test('says where there is nothing to take', () => {
  expect(problems([{ take: { topic: 'plants', status: ['documented'] } }])).toEqual([])
  expect(problems([{ take: { topic: 'numbers', tag: 'wet' } }]).join('\n')).toMatchInlineSnapshot(
    `"slides/garden.json:14:14: warning: Unexpected "take" that no fact matches, expected at least one fact [outline/take-something]"`,
  )
})

test('says which places and actors of a map have no coordinates', () => {
  const placed = [
    fact('quay', { places: ['Old Quay'] }),
    fact('gift', { transfer: { from: 'mill', to: 'shop', what: 'flour' } }),
  ]
  const value = {
    title: 'The garden',
    summary: 'How a garden lives.',
    audience: 'Gardeners',
    minutes: 20,
    objectives: ['Tell a leaf from a root'],
    sections: [{ title: 'Where', slides: [{ facts: ['quay', 'gift'], layout: 'map' }] }],
  }
  const { base, questions, markdown } = material(placed)
  const { diagnostics } = loadOutlines([document('slides/garden.json', value)], base, questions, markdown)
  expect(diagnostics.map(formatDiagnostic).join('\n')).toMatchInlineSnapshot(`
    "slides/garden.json:15:7: error: Unexpected place "Old Quay" of fact "quay" without coordinates, expected "at" in an entry of that name in facts/background.json, or of the actor in facts/actors.json [outline/place-located]
      note: for example "at": { "lat": 51.5, "lon": -0.1 }, degrees north and east
    slides/garden.json:16:7: error: Unexpected place "MILL" of fact "gift" without coordinates, expected "at" in an entry of that name in facts/background.json, or of the actor in facts/actors.json [outline/place-located]
      note: for example "at": { "lat": 51.5, "lon": -0.1 }, degrees north and east
    slides/garden.json:16:7: error: Unexpected place "SHOP" of fact "gift" without coordinates, expected "at" in an entry of that name in facts/background.json, or of the actor in facts/actors.json [outline/place-located]
      note: for example "at": { "lat": 51.5, "lon": -0.1 }, degrees north and east"
  `)
})

test('says how an outline file must be named', () => {
  expect(problems([{ facts: ['light'] }], {}, 'slides/My Deck.json').join('\n')).toMatchInlineSnapshot(`
    "slides/My Deck.json:1:1: error: Unexpected outline file "slides/My Deck.json", expected lower-case words joined by hyphens directly in slides/ [outline/file-name]
      note: the name of the file is the name of the deck"
  `)
})

test('says what a planned deck lacks', () => {
  const sections = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((id) => ({
    title: id,
    slides: [{ facts: [id] }],
  }))
  expect(
    [
      ...remarks([{ facts: ['light'] }]),
      ...remarks([{ take: { tag: 'all' } }, { question: 'needs-light' }], { minutes: 2 }),
      ...remarks([], { sections }),
      ...remarks([{ question: 'long' }]),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "slides/garden.json:9:14: warning: Unexpected deck "garden" without a checkpoint, expected a slide {"question": ...} in a section [outline/has-checkpoint]
    slides/garden.json:5:13: warning: Unexpected 2 minutes for the deck, expected at least the 5 that the words of its notes (130 a minute) and on its slides (200) take, with time to think and to talk [outline/time-to-teach]
      note: give it more minutes, shorten what is said ("say"), or leave slides out
    slides/garden.json:9:14: warning: Unexpected deck "garden" without a checkpoint, expected a slide {"question": ...} in a section [outline/has-checkpoint]
    slides/garden.json:9:14: warning: Unexpected recap of 7 facts, expected at most 6 [outline/recap-fits]
      note: it is the first fact of each section; name those to take home in "recap"
    slides/garden.json:14:18: warning: Unexpected checkpoint "long" with 6 options, expected at most 4 on a slide [outline/options-fit]"
  `)
})

test('holds the minutes of decks and sections to what is said, and to the usual pace', () => {
  const slides = [
    { facts: ['light'], say: Array.from({ length: 26 }, () => 'word '.repeat(10).trim()) },
    { question: 'needs-light' },
  ]
  const talks = Array.from({ length: 6 }, (_, index) => ({
    discuss: `Shall we ${index}?`,
    points: [],
    facts: [],
  }))
  expect(
    [
      ...remarks([], { minutes: 20, sections: [{ title: 'one', minutes: 2, slides }] }),
      ...remarks([{ question: 'needs-light' }, ...talks], { minutes: 9 }),
      ...remarks([{ question: 'needs-light' }, ...talks], { minutes: 30 }),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "slides/garden.json:12:15: warning: Unexpected 2 minutes for the section, expected at least the 4 that the words of its notes (130 a minute) and on its slides (200) take, with time to think and to talk [outline/time-to-teach]
      note: give it more minutes, shorten what is said ("say"), or leave slides out
    slides/garden.json:5:13: warning: Unexpected 9 minutes for slides that usually take 29, expected at least 18 [outline/usual-pace]
      note: give the deck more minutes, or fewer slides"
  `)
})

test('says which text is too long for its slide', () => {
  expect(
    remarks([
      { question: 'needs-light' },
      { discuss: 'w'.repeat(201), points: ['p'.repeat(111)], facts: ['light'] },
    ]).join('\n'),
  ).toMatchInlineSnapshot(`
    "slides/garden.json:16:5: error: Unexpected 201 letters in the prompt on slide 5 of deck "garden" (discussion), expected at most 200 [outline/texts-fit]
      note: shorten it, or show it in another layout
    slides/garden.json:16:5: error: Unexpected 111 letters in point 1 on slide 5 of deck "garden" (discussion), expected at most 110 [outline/texts-fit]
      note: shorten it, or show it in another layout"
  `)
})
