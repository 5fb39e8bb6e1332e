import type { Content } from '../../scripts/decks/content.ts'
import type { Deck, Slide } from '../../contract/deck.ts'
import type { BankView, QuestionView } from '../../contract/question-view.ts'
import type { ChoiceView } from '../../question-types/choice/choice-view.ts'
import type { FactView } from '../../contract/fact-view.ts'

/** A fact with the few things that a test cares about. */
export function fact(id: string, given: Partial<FactView> = {}): FactView {
  return {
    id,
    topic: 'tides',
    statement: `The harbour office says that ${id.replaceAll('-', ' ')}.`,
    short: `About ${id.replaceAll('-', ' ')}`,
    status: 'reported',
    statusLabel: 'Reported',
    attribution: 'Harbour Office, via The Sample Post',
    said: 'Harbour Office · The Sample Post',
    text: 'The Sample Post',
    speakers: [{ id: 'harbour-office', name: 'Harbour Office' }],
    quantities: [],
    actors: [],
    places: [],
    tags: ['tides'],
    evidence: [place('sample-post')],
    citation: 'The Sample Post, 4 May 2021',
    disagreements: [],
    ...given,
  }
}

function place(
  source: 'sample-post' | 'bridge-letter',
  start = 120,
  end = 188,
): FactView['evidence'][number] {
  return source === 'sample-post'
    ? {
        source,
        title: 'High water at the old quay',
        citation: 'The Sample Post, 4 May 2021',
        place: `characters ${start}–${end}`,
        start,
        end,
      }
    : {
        source,
        title: 'A letter about the new bridge',
        citation: 'publisher not named, 2022 (inferred)',
        place: `characters ${start}–${end}`,
        start,
        end,
      }
}

function slide(id: string, facts: FactView[]): Slide {
  const first = facts[0]
  const notes = { say: ['Say this.'], sources: [], minutes: 2 }
  return first
    ? {
        kind: 'layout',
        id,
        layout: 'statement',
        props: { title: id, fact: first },
        notes,
        facts: facts.map((each) => each.id),
        questions: [],
      }
    : {
        kind: 'layout',
        id,
        layout: 'section',
        props: { title: id, number: 1, of: 1, minutes: 2 },
        notes,
        facts: [],
        questions: [],
      }
}

export function deck(id: string, title: string, slides: FactView[][]): Deck {
  return {
    id,
    title,
    subtitle: 'A lesson by the water',
    summary: 'How the moon lifts the sea, and how people measured it.',
    audience: 'pupils from 14 years on',
    minutes: 45,
    language: 'en',
    unit: 'Tides and bridges',
    author: 'A. Teacher',
    objectives: ['Tell a measurement from an estimate', 'Compare two reports of one flood'],
    slides: slides.map((facts, index) => slide(`${id}-${index + 1}`, facts)),
  }
}

export function question(
  id: string,
  stem: string,
  facts: FactView[],
  level: QuestionView['level'] = 'recall',
): ChoiceView {
  return {
    id,
    hash: '0123456789abcdef',
    stem,
    kind: 'single',
    level,
    objective: 'measure',
    options: [
      { index: 0, letter: 'A', text: 'The moon', correct: true, because: 'It pulls the water.' },
      { index: 1, letter: 'B', text: 'The wind', correct: false, because: 'It makes waves.' },
      { index: 2, letter: 'C', text: 'The bridge', correct: false, because: 'It stands still.' },
    ],
    facts,
  }
}

export function bank(id: string, title: string, questions: QuestionView[]): BankView {
  return {
    id,
    title,
    summary: 'Checks what stays of the lesson.',
    deck: 'tides',
    minutes: 12,
    language: 'en',
    unit: 'Tides and bridges',
    objectives: [{ id: 'measure', text: 'Tell a measurement from an estimate' }],
    questions,
  }
}

const high = fact('high-water-reached-the-quay', {
  short: 'High water reached the quay',
  statement:
    'The Harbour Office reported in May 2021 that the spring tide stood more than 4 metres above low water.',
  when: 'May 2021',
  period: { from: '2021-05', to: '2021-05' },
  quantities: [
    {
      label: 'height of the tide',
      text: 'more than 4 metres',
      figure: 'more than 4',
      low: 4,
      unit: 'metres',
      bound: 'moreThan',
    },
  ],
  disagreements: [
    {
      fact: 'tide-was-ordinary',
      short: 'The tide was ordinary',
      statement: 'A letter says that the tide of May 2021 was no higher than in other years.',
      citation: 'publisher not named, 2022 (inferred)',
      about: 'how high the water was',
      reading: 'The office measured; the letter remembers. Neither shows a gauge.',
    },
  ],
  note: 'The article does not say where the gauge stands.',
})
const ordinary = fact('tide-was-ordinary', {
  short: 'The tide was ordinary',
  statement: 'A letter says that the tide of May 2021 was no higher than in other years.',
  status: 'opinion',
  statusLabel: 'Opinion',
  attribution: 'Ada Pontieri, bridge keeper (2022)',
  speakers: [{ id: 'ada-pontieri', name: 'Ada Pontieri', role: 'bridge keeper (2022)' }],
  quote: { text: 'We have seen it all before', by: 'Ada Pontieri' },
  when: 'May 2021',
  period: { from: '2021-05', to: '2021-05' },
  whenResolved: '“last spring” in a letter of 2022',
  evidence: [place('bridge-letter', 40, 131)],
  disagreements: [
    {
      fact: 'high-water-reached-the-quay',
      short: 'High water reached the quay',
      statement: high.statement,
      citation: 'The Sample Post, 4 May 2021',
      about: 'how high the water was',
      reading: 'One keeper remembers many years; the office speaks of one day.',
    },
  ],
})
const since = fact('gauge-stands-since-2019', {
  status: 'documented',
  statusLabel: 'Documented',
  when: 'since 2019',
  period: { from: '2019' },
})
const bridge = fact('bridge-would-cost-sugar', {
  topic: 'bridges',
  short: 'A bridge of sugar? Café talk',
  statement:
    'Ada Pontieri estimates that the café uses up to 30 sacks of sugar a year, enough for a model bridge.',
  status: 'estimated',
  statusLabel: 'Estimate',
  attribution: 'Ada Pontieri, in a letter',
  speakers: [{ id: 'ada-pontieri', name: 'Ada Pontieri' }],
  actors: [{ id: 'sugar-board', name: 'Sugar Board' }],
  quantities: [
    {
      label: 'sugar used',
      text: 'up to 30 sacks',
      figure: 'up to 30',
      high: 30,
      unit: 'sacks',
      bound: 'upTo',
    },
  ],
  evidence: [place('bridge-letter', 300, 388), place('sample-post', 410, 470)],
  citation: 'publisher not named, 2022 (inferred); The Sample Post, 4 May 2021',
})
const planned = fact('second-bridge-is-planned', {
  topic: 'bridges',
  status: 'planned',
  statusLabel: 'Plan',
  when: '2024',
  period: { from: '2024', to: '2024' },
})
const alleged = fact('sugar-board-hid-the-bill', {
  topic: 'bridges',
  status: 'alleged',
  statusLabel: 'Alleged',
  actors: [{ id: 'sugar-board', name: 'Sugar Board' }],
  when: 'until March 2020',
  period: { to: '2020-03' },
})

/**
 * A small unit with one of everything: all status words, a disagreement, open dates, usage in a deck and a
 * quiz.
 */
export function sampleContent(): Content {
  const facts = [high, ordinary, since, bridge, planned, alleged]
  return {
    unit: {
      title: 'Tides and bridges',
      summary: 'What two reports say about high water, a bridge and a great deal of sugar.',
      language: 'en',
    },
    sources: [
      {
        id: 'sample-post',
        title: 'High water at the old quay',
        publisher: 'The Sample Post',
        author: 'B. Reporter',
        date: '4 May 2021',
        basis: 'printed',
        relays: ['Harbour Office: the gauge readings'],
        url: 'https://example.org/quay',
        citation: 'The Sample Post, 4 May 2021',
      },
      {
        id: 'bridge-letter',
        title: 'A letter about the new bridge',
        date: '2022',
        basis: 'inferred',
        why: 'It speaks of the spring of 2021 as the last one.',
        relays: [],
        note: 'The writer keeps the bridge and is paid for it.',
        citation: 'publisher not named, 2022 (inferred)',
      },
    ],
    background: [],
    topics: [
      {
        id: 'tides',
        title: 'Tides',
        summary: 'How high the water stood.',
        facts: [high.id, ordinary.id, since.id],
      },
      {
        id: 'bridges',
        title: 'Bridges',
        summary: 'What was built and what it cost.',
        facts: [bridge.id, planned.id, alleged.id],
      },
    ],
    facts,
    banks: [
      bank('tides', 'Tides: check yourself', [
        question('who-pulls', 'What lifts the water?', [high]),
        question('which-report', 'Which report measured?', [high, ordinary], 'evaluate'),
      ]),
    ],
    decks: [deck('tides', 'Reading the tide', [[], [high], [high, ordinary], [since]])],
  }
}
