import type { Content } from '../../scripts/decks/content.ts'
import type { Deck, FactLine } from '../../contract/deck.ts'
import type { FactView } from '../../contract/fact-view.ts'
import type { BankView } from '../../contract/question-view.ts'
import type { ChoiceCheckpoint, ChoiceView } from '../../question-types/choice/choice-view.ts'

function sampleFact(id: string, statement: string): FactView {
  return {
    id,
    topic: 'tides',
    statement,
    short: statement.slice(0, 60),
    status: 'reported',
    statusLabel: 'Reported',
    attribution: 'Ada Marsh, harbour master (May 2023), via Harbour News',
    said: 'Ada Marsh · Harbour News',
    text: 'Harbour News',
    speakers: [{ id: 'marsh', name: 'Ada Marsh', role: 'harbour master' }],
    quantities: [],
    actors: [],
    places: [],
    tags: [],
    evidence: [],
    citation: 'Harbour News, 4 May 2023',
    disagreements: [],
  }
}

const kinds = [
  {
    stem: 'According to the harbour master in May 2023, how high does the spring tide rise at the old bridge in harbour #?',
    right: 'Up to 4.2 metres',
    wrong: ['About 2.4 metres', 'At least 42 metres'],
  },
  {
    stem: 'Which reading of the gauge at pier # matches what the ferry company and the harbour office both reported about the ebb?',
    right: 'The water fell for about six hours and then stood still before it turned',
    wrong: [
      'The water fell for about twelve hours',
      'The water stood still all day, which the office called a misreading',
    ],
  },
  {
    stem: 'Why is sugar # sweet?',
    right: 'It binds to a receptor on the tongue',
    wrong: ['It is white', 'It is salty', 'None of these'],
  },
]

/**
 * A bank of `count` questions; every fifth one is multiple choice, every third has four options and a pinned
 * last one.
 */
export function sampleBank(count: number): Omit<BankView, 'questions'> & { questions: ChoiceView[] } {
  const questions = Array.from({ length: count }, (_, at): ChoiceView => {
    const kind = kinds[at % kinds.length] as (typeof kinds)[number]
    const multiple = at % 5 === 4
    return {
      id: `question-${at}`,
      hash: at.toString(16).padStart(16, '0'),
      stem: kind.stem.replace('#', String(at + 1)),
      kind: multiple ? 'multiple' : 'single',
      level: 'recall',
      objective: 'read-tides',
      options: [kind.right, ...kind.wrong].map((text, index) => ({
        index,
        letter: '',
        text: `${text} [${at + 1}.${index}]`,
        correct: index === 0 || (multiple && index === 1),
        because: `The table of the harbour office says so in line ${index + 1}; compare it with the ferry company's own figure.`,
        ...(index === 1 ? { trueOf: { id: 'ebb', short: 'The ebb at the new bridge' } } : {}),
        ...(index === 3 ? { pin: 'last' as const } : {}),
      })),
      facts: [sampleFact(`fact-${at}`, `The spring tide at bridge ${at + 1} rises up to 4.2 metres.`)],
    }
  })
  return {
    id: 'tides',
    title: 'Tides and bridges',
    summary: 'Reads tide tables with care.',
    minutes: count,
    language: 'en',
    unit: 'Water and sugar',
    objectives: [{ id: 'read-tides', text: 'Read a tide table' }],
    questions,
  }
}

export function sampleContent(...banks: BankView[]): Content {
  return {
    unit: { title: 'Water and sugar', summary: 'Sample.', language: 'en' },
    sources: [],
    topics: [],
    background: [],
    facts: [],
    banks,
    decks: [],
  }
}

/**
 * Five slides: cover, statement, a checkpoint with one click, a hand-written one with a link, and an agenda.
 */
export function sampleDeck(id: string, title: string): Deck {
  const {
    id: factId,
    short,
    statement,
    status,
    statusLabel,
    said,
    text,
  } = sampleFact('rise', `${title}: the tide rises up to 4.2 metres.`)
  const fact: FactLine = { id: factId, short, statement, status, statusLabel, said, text }
  const common = (say: string): Pick<Deck['slides'][number], 'notes' | 'facts' | 'questions'> => ({
    notes: { say: [say], sources: [text], minutes: 1 },
    facts: [],
    questions: [],
  })
  return {
    id,
    title,
    summary: 'Reads tide tables with care.',
    audience: 'Year 9',
    minutes: 10,
    language: 'en-GB',
    unit: 'Water and sugar',
    author: 'Ada Marsh',
    objectives: ['Read a tide table'],
    slides: [
      {
        kind: 'layout',
        id: 'cover',
        layout: 'cover',
        props: { title, audience: 'Year 9', minutes: 10, unit: 'Water and sugar' },
        ...common('Welcome everybody at the quay.'),
      },
      {
        kind: 'layout',
        id: 'rise',
        layout: 'statement',
        props: { title: 'How high it rises', fact },
        ...common('Point at the mark on the wall.'),
      },
      {
        kind: 'layout',
        id: 'check',
        layout: 'checkpoint',
        props: {
          title: 'How high is it?',
          question: {
            id: 'how-high',
            stem: 'How high does the tide rise?',
            kind: 'single',
            options: [
              {
                letter: 'A',
                text: 'Up to 4.2 metres',
                correct: true,
                because: 'The harbour office says so.',
              },
              { letter: 'B', text: 'At least 42 metres', correct: false, because: 'Ten times too much.' },
            ],
            said,
          } as ChoiceCheckpoint,
        },
        ...common('Count to ten before you go on.'),
      },
      {
        kind: 'handwritten',
        id: 'table',
        file: 'table.md',
        markdown: '# Where to look\n\n[Tide tables](https://example.org/tides)\n',
        ...common('Open the table together.'),
      },
      {
        kind: 'layout',
        id: 'agenda',
        layout: 'agenda',
        props: {
          title: 'What comes next',
          objectives: ['Read a tide table'],
          sections: [{ title: 'Bridges', minutes: 5 }],
        },
        ...common('Say goodbye.'),
      },
    ],
  }
}
