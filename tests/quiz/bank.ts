// A bank with invented content: three questions by hand, the rest counted out.

import { createHash } from 'node:crypto'
import type { FactView } from '../../contract/fact-view.ts'
import type { BankView } from '../../contract/question-view.ts'
import type { ChoiceView, OptionView } from '../../question-types/choice/choice-view.ts'
import { lettered } from '../../contract/seeded-shuffle.ts'

type Draft = Omit<ChoiceView, 'hash' | 'options'> & { options: Omit<OptionView, 'index' | 'letter'>[] }

function question(draft: Draft): ChoiceView {
  const options = draft.options.map((option, index) => ({ ...option, index }))
  const hash = createHash('sha256').update(JSON.stringify(draft)).digest('hex').slice(0, 16)
  return { ...draft, hash, options: lettered(options, draft.id) }
}

function fact(id: string, statement: string, more: Partial<FactView> = {}): FactView {
  const title = 'Notes from the harbour wall'
  const citation = 'The Slack Water Almanac, 3 March 2023'
  return {
    id,
    topic: 'harbour',
    statement,
    short: statement.slice(0, 40),
    status: 'reported',
    statusLabel: 'Reported',
    attribution: 'Ines Oakley, harbour master of Lower Quay (March 2023)',
    speakers: [],
    quantities: [],
    actors: [],
    places: [],
    tags: [],
    evidence: [{ source: 'almanac', title, citation, place: 'characters 120–310', start: 120, end: 310 }],
    citation,
    disagreements: [],
    ...more,
  }
}

const byHand: ChoiceView[] = [
  question({
    id: 'two-tides',
    stem: 'Why did Lower Quay have two high waters on 3 March 2023?',
    kind: 'single',
    level: 'understand',
    objective: 'explain-tides',
    hint: 'Think of what turns, and of how many bulges it turns through.',
    options: [
      {
        text: 'Because the Earth turns through two bulges of water in a day',
        correct: true,
        because:
          'One bulge lies on the side of the Moon, one on the far side; a quay passes both within about 25 hours.',
      },
      {
        text: 'Because the wind turned twice that day',
        correct: false,
        because:
          'The wind did turn twice, and it can raise the water by some centimetres; it does not make high water come regularly.',
        trueOf: { id: 'wind', short: 'the surge of 9 March' },
      },
      {
        text: 'Because the Moon goes round the Earth twice a day',
        correct: false,
        because:
          'The Moon matters, but it needs about a month for a round; it is the Earth that turns daily.',
      },
    ],
    facts: [
      fact(
        'tides',
        'The gauge at Lower Quay showed two high waters on 3 March 2023, about twelve and a half hours apart.',
        {
          note: '25 hours / 2 = 12.5 hours.',
          disagreements: [
            {
              fact: 'tides-2',
              short: 'one high water',
              statement: 'A walker counted one high water that day.',
              citation: 'Letters to the Almanac, 10 March 2023',
              about: 'number of high waters',
              reading: 'The walker left at noon, the gauge ran all day: trust the gauge.',
            },
          ],
        },
      ),
    ],
  }),
  question({
    id: 'bridge-parts',
    stem: 'Which parts of the old footbridge are in tension, according to its surveyor? <b>{{ 7*7 }}</b> & "quotes"',
    kind: 'multiple',
    level: 'apply',
    objective: 'read-bridges',
    options: [
      { text: 'The cables', correct: true, because: 'A cable can only pull: it goes slack under pressure.' },
      {
        text: 'The hangers',
        correct: true,
        because: 'They hold the deck from above and are pulled by its weight.',
      },
      {
        text: 'The towers',
        correct: false,
        because: 'They carry the load of the cables down to the ground and are pressed.',
      },
      {
        text: 'None of these',
        correct: false,
        because: 'A suspension bridge hangs: something in it has to pull.',
        pin: 'last',
      },
    ],
    facts: [
      fact('bridge', 'The surveyor found the cables and hangers of the old footbridge in tension.', {
        status: 'documented',
        statusLabel: 'Documented',
      }),
    ],
  }),
  question({
    id: 'sugar-cold',
    stem: 'What is safe to say about sugar in cold tea from the kitchen report of May 2022?',
    kind: 'single',
    level: 'evaluate',
    objective: 'weigh-reports',
    options: [
      {
        text: 'It dissolves more slowly than in hot tea',
        correct: true,
        because: 'This is what the report measured, spoon by spoon.',
      },
      {
        text: 'It does not dissolve',
        correct: false,
        because: 'Some sugar lay on the ground at first, and it was gone after ten minutes of stirring.',
      },
      {
        text: 'It makes cold tea sweeter than hot tea',
        correct: false,
        because: 'One taster thought so; the report calls this an impression.',
      },
    ],
    facts: [
      fact(
        'sugar',
        'A spoon of sugar took about four times as long to dissolve in tea at 8 °C as in tea at 80 °C.',
        { status: 'estimated', statusLabel: 'Estimate' },
      ),
    ],
  }),
]

const objectives = [
  { id: 'explain-tides', text: 'Explain why tides come twice a day' },
  { id: 'read-bridges', text: 'Tell what pulls from what presses in a bridge' },
  { id: 'weigh-reports', text: 'Weigh what a report measured against what it only heard' },
]

const harbours = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Gorse',
  'Hazel',
  'Ivy',
  'Juniper',
  'Kelp',
  'Larch',
  'Maple',
  'Nettle',
  'Oak',
  'Poplar',
  'Quince',
]

/** A question about a harbour that does not exist; the texts are as long as those of real banks. */
function counted(name: string, place: number): ChoiceView {
  const height = `${2 + (place % 5)}.${place % 10} metres`
  const other = `${3 + (place % 4)}.${(place * 3) % 10} metres`
  return question({
    id: `gauge-${name.toLowerCase()}`,
    stem: `How high did the water stand at ${name} Pier at ${5 + (place % 7)} o'clock, as the keeper of the gauge wrote it down?`,
    kind: 'single',
    level: 'recall',
    objective: objectives[place % 3]!.id,
    options: [
      {
        text: `About ${height}`,
        correct: true,
        because: `The keeper read ${height} on the board and noted that waves made the last figure uncertain.`,
      },
      {
        text: `About ${other} more`,
        correct: false,
        because: `That is by how much ${name} Pier rises above the sea bed at its head, a figure from the same page of the book.`,
      },
      {
        text: 'The keeper could not read the board',
        correct: false,
        because: 'Fog hid the board only an hour later; at the hour in question it could be read.',
        pin: 'last',
      },
    ],
    facts: [
      fact(
        `gauge-${name.toLowerCase()}`,
        `The keeper of ${name} Pier noted a water level of about ${height} and called the last figure uncertain.`,
      ),
    ],
  })
}

/** Twenty questions. */
export const bank: Omit<BankView, 'questions'> & { questions: ChoiceView[] } = {
  id: 'harbour-walk',
  title: 'A walk round the harbour',
  summary: 'What tides, bridges and a spoon of sugar can teach about reading reports with care.',
  minutes: 20,
  language: 'en',
  unit: 'Reading the shore',
  objectives,
  questions: [...byHand, ...harbours.map(counted)],
}
