// A deck that shows every layout with little, ordinary and as much text as the limits allow. Harmless and
// invented throughout.

import { askedOverflow, type AskedCheckpoint } from '../../question-types/asked/asked-checkpoint.ts'
import type { ChoiceCheckpoint } from '../../question-types/choice/choice-view.ts'
import type { Deck, FactLine, LayoutName, Layouts, LayoutSlide, MapView } from '../../contract/deck.ts'
import { statuses } from '../../contract/status.ts'
import { textLimits } from '../../contract/capacity.ts'
import type { QuantityView } from '../../contract/fact-view.ts'

type Status = FactLine['status']
const labels: Record<Status, string> = {
  documented: 'Documented',
  reported: 'Reported',
  alleged: 'Alleged',
  estimated: 'Estimate',
  planned: 'Plan',
  opinion: 'Opinion',
}

let made = 0
function fact(
  short: string,
  statement: string,
  status: Status = 'reported',
  rest: Partial<FactLine> = {},
): FactLine {
  made += 1
  return {
    id: `demo-${made}`,
    short,
    statement,
    status,
    statusLabel: labels[status],
    said: 'Harbour Office of Lindwerth · The Tide Gazette',
    text: 'The Tide Gazette',
    ...rest,
  }
}

const quantity = (
  figure: string,
  unit: string,
  bound: QuantityView['bound'],
  low?: number,
  high?: number,
  label = '',
): QuantityView => ({
  label,
  text: `${figure} ${unit}`,
  figure,
  unit,
  bound,
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
})

const slides: LayoutSlide[] = []
function add<L extends LayoutName>(layout: L, props: Layouts[L]): void {
  slides.push({
    kind: 'layout',
    id: `${layout}-${slides.length + 1}`,
    layout,
    props,
    notes: {
      say: [
        'Read the heading aloud and wait.',
        'Ask who would know this, and how. {{ 1 + 1 }} --> <b>not bold</b>',
      ],
      sources: ['The Tide Gazette, 12 March 2021, characters 1204–1388'],
      minutes: 2.5,
    },
    facts: [],
    questions: [],
  } as LayoutSlide)
}

/** A text of exactly this many letters, made of ordinary words. */
function filler(length: number): string {
  const words =
    'The harbour office counts every barge that passes the old lock at Lindwerth between two spring tides and writes the figure down in a ledger which anybody may read '
  return `${words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length - 1)
    .trimEnd()}x`.padEnd(length, 'x')
}

const title = 'Every bridge over the river was measured twice, and yet the two lists do not quite agree'
const longSaid =
  'Aurelia Vandenbroek-Lindqvist, harbour master of Lindwerth (March 2021), via the River Research Group and the Tide Gazette (1)'
const longCited =
  'The Tide Gazette, 12 March 2021; Lindwerth Evening Courier, September 2020 (inferred); River Notes, 2019'
const longShort = 'The new lock lets through more than 40 barges on a good day'
const long = (status: Status): FactLine =>
  fact(longShort, filler(textLimits.statement), status, {
    said: `${longSaid} · ${longCited}`,
    text: longCited,
    when: 'between spring 2019 and September 2020',
  })

// Little
add('cover', { title: 'Reading the tides', audience: 'Year 9', minutes: 45, unit: 'Rivers' })
add('agenda', {
  title: 'Today',
  objectives: ['Tell a ceiling from a count'],
  sections: [{ title: 'The lock', minutes: 20 }],
})
add('marks', {
  title: 'How to read these marks',
  marks: [...statuses, 'background' as const].map((mark) => ({
    mark,
    label: mark === 'background' ? 'Background' : labels[mark],
    means: 'Somebody says so and the article passes it on.',
  })),
})
add('section', { title: 'The lock', number: 1, of: 3, minutes: 15 })
add('section', { title: 'The only part', number: 1, of: 1, minutes: 15, question: 'What did they count?' })
add('statement', {
  title: 'The lock opened in 2019',
  fact: fact('The lock opened in 2019', 'The new lock at Lindwerth opened in May 2019.', 'documented', {
    when: 'May 2019',
  }),
})
add('figure', {
  title: 'Barges in a day',
  fact: fact('43 barges a day', 'Forty-three barges passed the lock on its first day.', 'documented'),
  quantity: quantity('43', 'barges', 'exact', 43, 43),
  comparison: [],
})

// Ordinary
add('cover', {
  title: 'What the tide tables say, and how sure they are',
  subtitle: 'Reading figures, claims and doubts about one river',
  audience: 'Year 10 to 12, geography',
  minutes: 45,
  unit: 'Rivers and harbours',
})
add('agenda', {
  title: 'What you will be able to do',
  objectives: [
    'Tell a count from an estimate and a ceiling',
    'Say who stands behind a figure, and how far away they were',
    'Check whether two figures fit with a sum of three lines',
    'Hold two disagreeing reports side by side without picking a winner too soon',
  ],
  sections: [
    { title: 'The lock and its barges', minutes: 12 },
    { title: 'Two lists of bridges', minutes: 14 },
    { title: 'Does the sum fit?', minutes: 10 },
    { title: 'Looking back', minutes: 6 },
  ],
})
add('section', {
  title: 'Two lists of the same bridges',
  number: 2,
  of: 4,
  minutes: 14,
  question: 'How can two careful people count the same bridges and differ by three?',
})
add('statement', {
  title: 'The lock now carries most of the sugar traffic',
  fact: fact(
    'Most sugar goes through the lock',
    'According to the harbour office, most of the sugar that reached Lindwerth in 2020 came through the new lock, which had opened in May of the year before.',
    'reported',
    { when: 'in 2020' },
  ),
})
add('account', {
  title: 'Night traffic is called safe',
  speaker: 'Aurelia Vandenbroek',
  role: 'harbour master (March 2021)',
  fact: fact(
    'Night traffic called safe',
    'Night traffic has been as safe as day traffic so far, says the harbour master.',
    'opinion',
    { said: 'Aurelia Vandenbroek · The Tide Gazette', when: 'March 2021' },
  ),
})
add('figure', {
  title: 'A single crew',
  fact: fact('11 skippers', 'Eleven skippers worked the night trips.', 'documented'),
  quantity: quantity('11', 'skippers', 'exact', 11, 11),
  comparison: [],
  goods: ['people'],
})
add('figure', {
  title: 'The refinery says it pressed more beet than ever',
  fact: fact(
    'Beet pressed in 2020',
    'The refinery says that it pressed more than 1.2 million tonnes of beet in 2020.',
    'reported',
    { said: 'Lindwerth Sugar Refinery (January 2021), via The Tide Gazette' },
  ),
  quantity: quantity('more than 1.2 million', 'tonnes', 'moreThan', 1_200_000, undefined, 'of beet pressed'),
  comparison: [
    {
      fact: fact('Beet pressed in 2010', '…', 'documented'),
      quantity: quantity('640,000', 'tonnes', 'exact', 640_000, 640_000),
    },
    {
      fact: fact('Room in the old silos', '…', 'estimated'),
      quantity: quantity('up to 300,000', 'tonnes', 'upTo', undefined, 300_000),
    },
  ],
})
add('bars', {
  title: 'How much beet each harbour handled in 2020',
  unit: 'tonnes',
  bars: [
    {
      label: 'Lindwerth',
      quantity: quantity('more than 1.2 million', 'tonnes', 'moreThan', 1_200_000),
      fact: fact('', '', 'reported', { said: 'Lindwerth Sugar Refinery' }),
    },
    {
      label: 'Oldmarket',
      quantity: quantity('between 700,000 and 950,000', 'tonnes', 'range', 700_000, 950_000),
      fact: fact('', '', 'estimated', { said: 'River Research Group' }),
    },
    {
      label: 'Saltby',
      quantity: quantity('up to 600,000', 'tonnes', 'upTo', undefined, 600_000),
      fact: fact('', '', 'planned', { said: 'Saltby town council' }),
    },
    {
      label: 'Ferry Hythe',
      quantity: quantity('almost 400,000', 'tonnes', 'almost', undefined, 400_000),
      fact: fact('', '', 'documented'),
    },
    {
      label: 'Nether Quay',
      quantity: quantity('about 150,000', 'tonnes', 'about', 150_000, 150_000),
      fact: fact('', '', 'alleged', { said: 'a rival harbour' }),
    },
  ],
})
const beet = (figure: string, low: number, bound: QuantityView['bound'] = 'moreThan') =>
  quantity(figure, 'tonnes', bound, bound === 'upTo' ? undefined : low, bound === 'upTo' ? low : undefined)
add('bars', {
  title: 'A yearly limit, one number in two texts',
  unit: 'tonnes',
  bars: [
    {
      label: 'What the lock may carry in a year',
      quantity: beet('at most 500,000', 500_000, 'upTo'),
      fact: fact('', '', 'documented'),
      limit: true,
    },
    {
      label: 'Carried in 2020',
      quantity: beet('about 650,000', 650_000, 'about'),
      fact: fact('', '', 'estimated', { said: 'River Research Group' }),
    },
    {
      label: 'Since June 2019, by the office',
      quantity: beet('more than 900,000', 900_000),
      fact: fact('', '', 'reported'),
      open: true,
    },
    {
      label: 'Since June 2019, by the guild',
      quantity: beet('more than 900,000', 900_000),
      fact: fact('', '', 'alleged', { said: 'Skippers’ Guild' }),
      open: true,
    },
  ],
})
add('timeline', {
  title: 'From plan to traffic in four years',
  events: [
    {
      from: '2017',
      to: '2017',
      when: '2017',
      fact: fact('The council votes for a new lock', '', 'documented'),
    },
    {
      from: '2017-09',
      to: '2017-11',
      when: 'autumn 2017',
      vague: true,
      fact: fact('The plans are shown', '', 'reported'),
    },
    {
      from: '2018-03',
      to: '2019-04',
      when: 'March 2018 to April 2019',
      fact: fact('The lock is built', '', 'documented'),
    },
    {
      from: '2019-05-04',
      to: '2019-05-04',
      when: '4 May 2019',
      fact: fact('First barge passes', '', 'documented'),
    },
    {
      from: '2019-06',
      when: 'since June 2019',
      fact: fact('Night traffic allowed on trial', '', 'reported'),
    },
    {
      from: '2020-11',
      to: '2020-11',
      when: 'November 2020',
      fact: fact('A second chamber is announced', '', 'planned', { said: 'Saltby town council' }),
    },
  ],
})
add('voices', {
  title: 'Who says what about night traffic',
  voices: [
    {
      speaker: 'Aurelia Vandenbroek',
      role: 'harbour master (March 2021)',
      fact: fact(
        'Night traffic is safe',
        'Night traffic has been as safe as day traffic so far, she says.',
        'opinion',
      ),
    },
    {
      speaker: 'Skippers’ Guild',
      fact: fact(
        'Crews are tired',
        'Crews are said to sleep too little when barges run through the night.',
        'alleged',
      ),
    },
    {
      speaker: 'River Research Group',
      role: 'a private institute',
      fact: fact(
        'One trip in nine at night',
        'About one trip in nine took place at night in 2020, by their count of lamps on the water.',
        'estimated',
      ),
    },
  ],
})
add('disagreement', {
  title: 'Two counts of the same bridges',
  about: 'how many bridges cross the lower river',
  reading:
    'The two may count different things: the survey includes foot bridges, the guild only those that a barge must pass. Ask for both lists.',
  sides: [
    fact(
      '41 bridges',
      'The county survey lists 41 bridges over the lower river, foot bridges included.',
      'documented',
      { said: 'County survey (2018)' },
    ),
    fact(
      '38 bridges',
      'The Skippers’ Guild says its members pass 38 bridges between Saltby and the sea.',
      'reported',
      { said: 'Skippers’ Guild, via River Notes' },
    ),
  ],
})
add('transfers', {
  title: 'Who gives what to whom along the river',
  actors: [
    { id: 'a', name: 'Lindwerth' },
    { id: 'b', name: 'Saltby' },
    { id: 'c', name: 'Beet farmers' },
  ],
  transfers: [
    { from: 'c', to: 'a', what: 'beet, by barge', fact: fact('', '', 'documented') },
    { from: 'a', to: 'b', what: 'refined sugar', fact: fact('', '', 'documented') },
    { from: 'b', to: 'a', what: 'coal and lamp oil', fact: fact('', '', 'alleged') },
    { from: 'b', to: 'c', what: 'loans for new barges', fact: fact('', '', 'planned') },
  ],
})
const river: MapView = {
  width: 730,
  height: 490,
  land: 'M0 0l730 0 0 490-730 0z',
  borders: 'M300 0l-40 180 60 120-30 200',
  disputed: 'M500 0l30 220-60 280',
  places: [
    { name: 'Lindwerth', x: 160, y: 120 },
    { name: 'Saltby', x: 420, y: 260 },
    { name: 'Nether Quay', x: 640, y: 400 },
    { name: 'Ferry Hythe', x: 655, y: 416 },
  ],
}
add('map', {
  title: 'Where the barges are said to go',
  map: river,
  items: [
    { fact: fact('Beet comes by barge', '', 'documented'), places: [0] },
    { fact: fact('Lamp oil goes to Saltby', '', 'alleged'), places: [], from: 0, to: 1 },
    { fact: fact('A second chamber at Nether Quay', '', 'planned'), places: [2, 3] },
  ],
})
const drawing =
  'data:image/svg+xml;base64,' +
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><path fill="#8fa9a8" d="M0 0h160v90H0z"/><path fill="#14535c" d="M20 60h90l-12 16H34z"/></svg>',
  ).toString('base64')
const painted = { src: drawing, alt: 'A barge on the river', credit: 'River Museum · CC BY 4.0' }
add('picture', {
  title: 'A barge as it passes the lock',
  picture: painted,
  fact: fact('43 barges a day', '', 'documented'),
})
add('picture', { title: 'What kind of ship is this?', picture: painted })
add('section', {
  title: 'The lock and its barges',
  number: 2,
  of: 4,
  minutes: 14,
  question: 'Who counts the barges?',
  picture: painted,
})
add('guide', {
  title: 'The question of this lesson',
  question: 'Whom would you believe about one river?',
})
add('relay', {
  title: 'How word of the night traffic came to us',
  rows: [
    {
      source: 'River Research Group',
      relays: 'Harbour Office',
      text: 'The Tide Gazette',
      lost: [],
      fact: fact('About one trip in nine at night in 2020', '', 'estimated'),
    },
    {
      relays: 'a skipper',
      text: 'River Notes',
      lost: ['source', 'time'],
      fact: fact('Barges run all night', '', 'reported'),
    },
  ],
})
add('mentions', {
  title: 'Who speaks of whom along the river',
  speakers: ['Aurelia Vandenbroek', 'Skippers’ Guild'],
  about: ['Saltby town council', 'Beet farmers', 'Lindwerth'],
  links: [
    { from: 0, to: [0], fact: fact('Saltby plans too large a chamber', '', 'opinion') },
    { from: 1, to: [0, 2], fact: fact('Two towns pay no toll', '', 'alleged') },
    { from: 1, to: [1], fact: fact('Farmers wait for barges', '', 'reported') },
  ],
})
add('buildup', {
  title: 'Oil beside what the harbour allows in a year',
  unit: 'barrels',
  limit: {
    label: '',
    quantity: quantity('up to 500', 'barrels', 'upTo', undefined, 500),
    fact: fact('At most 500 barrels a year are allowed', '', 'documented'),
  },
  amounts: [
    {
      from: '2020-03',
      to: '2020-11',
      open: true,
      when: 'since March 2020',
      quantity: quantity('more than 1,000', 'barrels', 'moreThan', 1000),
      fact: fact('', '', 'estimated', { said: 'River Research Group · The Tide Gazette' }),
    },
    {
      from: '2020',
      to: '2020',
      when: '2020',
      quantity: quantity('more than 1,000', 'barrels', 'moreThan', 1000),
      fact: fact('', '', 'reported', { said: 'River Notes' }),
    },
    {
      from: '2020-05',
      to: '2020-06',
      when: 'May to June 2020',
      quantity: quantity('about 300', 'barrels', 'about', 300, 300),
      fact: fact('', '', 'planned', { said: 'Saltby town council' }),
    },
  ],
})
add('story', {
  title: 'The river from plan to traffic',
  lanes: ['The lock and its barges', 'Two lists of bridges'],
  events: [
    {
      lane: 0,
      from: '2017',
      to: '2017',
      when: '2017',
      fact: fact('A new lock is voted for', '', 'documented'),
    },
    { lane: 1, from: '2018', to: '2018', when: '2018', fact: fact('The county counts', '', 'reported') },
    {
      lane: 0,
      from: '2018-03',
      to: '2019-04',
      when: 'March 2018 to April 2019',
      fact: fact('The lock is built', '', 'documented'),
    },
    { lane: 1, from: '2019-06', when: 'since June 2019', fact: fact('The guild counts', '', 'alleged') },
    {
      lane: 0,
      from: '2020-11',
      to: '2020-11',
      when: 'November 2020',
      fact: fact('A chamber more', '', 'planned'),
    },
  ],
})
add('quotation', {
  title: 'How the harbour master put it',
  quote: 'The river keeps its own books',
  speaker: 'Aurelia Vandenbroek',
  role: 'harbour master (March 2021)',
  fact: fact(
    '',
    'Asked about the two lists, the harbour master would not say which of them she trusts.',
    'opinion',
  ),
})
add('checkpoint', {
  title: 'Check yourself',
  question: {
    id: 'demo-ceiling',
    stem: 'The council says the silos will hold “up to 600,000 tonnes”. What do we know?',
    kind: 'single',
    options: [
      {
        letter: 'A',
        text: 'They hold 600,000 tonnes now',
        correct: false,
        because: 'The figure is a ceiling in a plan; nothing has been filled yet.',
      },
      {
        letter: 'B',
        text: 'They are planned to hold at most 600,000 tonnes',
        correct: true,
        because: '“Up to” names a ceiling, and the council speaks of what it intends.',
      },
      {
        letter: 'C',
        text: 'They will hold at least 600,000 tonnes',
        correct: false,
        because: 'That would be a floor: “more than” or “at least”.',
      },
    ],
    said: 'Saltby town council (November 2020)',
    citation: 'The Tide Gazette, 12 March 2021',
  } as ChoiceCheckpoint,
})
add('discussion', {
  title: 'Talk about it',
  prompt:
    'Which of the two bridge lists would you print in a school atlas, and what would you write below it?',
  points: ['What does each list count?', 'Who made it, and for whom?', 'What would change your mind?'],
  facts: [
    fact('41 bridges, foot bridges included', '', 'documented', { said: 'County survey (2018)' }),
    fact('38 bridges that a barge must pass', '', 'reported', {
      said: 'Skippers’ Guild, via River Notes',
    }),
  ],
})
add('arithmetic', {
  title: 'Do the barges and the beet fit?',
  question: 'How much beet would each barge have carried?',
  inputs: [
    { name: 'beet', label: 'beet pressed in 2020', text: '1,200,000 tonnes', citation: 'The Tide Gazette' },
    { name: 'trips', label: 'barge trips in 2020', text: '4,800 trips', citation: 'River Notes' },
  ],
  steps: [
    { say: 'Divide the beet by the trips', expression: '1,200,000 / 4,800', result: '= 250 tonnes a trip' },
  ],
  conclusion: 'A river barge carries 200 to 300 tonnes, so the two figures can both be right.',
  fact: fact('', '', 'estimated'),
})
add('recap', {
  title: 'What to take home',
  points: [
    fact('The lock opened in 2019', '', 'documented'),
    fact('It carries most of the sugar traffic', '', 'reported'),
    fact('The second chamber is a plan, not a building', '', 'planned', {
      said: 'Saltby town council',
    }),
    fact('Bridges: 41 or 38, depending on what is counted', '', 'reported', {
      said: 'County survey; Skippers’ Guild',
    }),
  ],
})
add('sources', {
  title: 'Sources',
  sources: [
    {
      id: 's1',
      title: 'The river that would not be counted',
      publisher: 'The Tide Gazette',
      author: 'M. Ferrow',
      date: '12 March 2021',
      basis: 'printed',
      relays: [],
    },
    {
      id: 's2',
      title: 'Bridges, barges and the people between them',
      date: 'autumn 2019',
      basis: 'inferred',
      why: 'it speaks of the lock as half a year old',
      relays: ['River Research Group'],
    },
  ],
})

// As much as the limits allow
add('cover', {
  title: 'What the tide tables, the ledgers and the guild say about one river xx',
  subtitle: filler(140),
  audience: 'Everybody who reads a newspaper, from year 9 upwards',
  minutes: 90,
  unit: 'Rivers, harbours and the people who count barges there',
})
add('agenda', {
  title,
  objectives: Array.from({ length: 6 }, () => filler(textLimits.objective)).map(
    (text, index) => `${index}${text.slice(1)}`,
  ),
  sections: [],
})
add('agenda', {
  title,
  objectives: [],
  sections: Array.from({ length: 6 }, (_, index) => ({
    title: `${index}${filler(textLimits.sectionTitle - 1)}`,
    minutes: 15,
  })),
})
add('section', {
  title: 'How two careful people can count the same bridges and differ by 3 xxx',
  number: 4,
  of: 6,
  minutes: 14,
  question: filler(textLimits.sectionQuestion),
})
add('statement', { title, fact: long('alleged') })
add('account', {
  title,
  speaker: 'Aurelia Vandenbroek-Lindqvist the Elder, Skippers’ Guild of the Upper River',
  role: filler(textLimits.role),
  fact: long('documented'),
})
add('figure', {
  title,
  fact: long('estimated'),
  quantity: quantity(
    'between 1,250,000 and 1,400,000',
    'tonnes of sugar beet a year',
    'range',
    1_250_000,
    1_400_000,
    'pressed in the three refineries',
  ),
  comparison: [
    {
      fact: long('reported'),
      quantity: quantity('about 640,000', 'tonnes of sugar beet a year', 'about', 640_000, 640_000),
    },
    {
      fact: long('planned'),
      quantity: quantity('up to 1,900,000', 'tonnes of sugar beet a year', 'upTo', undefined, 1_900_000),
    },
  ],
})
add('bars', {
  title,
  unit: 'tonnes of sugar beet a year',
  bars: (['exact', 'range', 'upTo', 'almost', 'about', 'atLeast'] as const).map((bound, index) => ({
    label: longShort,
    quantity: quantity(
      'between 700,000 and 950,000',
      'tonnes of sugar beet a year',
      bound,
      700_000 + index * 90_000,
      950_000 + index * 90_000,
    ),
    fact: {
      ...long((['documented', 'reported', 'alleged', 'estimated', 'planned', 'opinion'] as const)[index]!),
      said: `${index}${longSaid.slice(0, 76)}`,
    },
  })),
})
add('bars', {
  title,
  unit: 'tonnes of sugar beet a year',
  bars: (['upTo', 'atLeast', 'range', 'moreThan', 'moreThan'] as const).map((bound, index) => ({
    label: longShort,
    quantity: quantity(
      'between 700,000 and 950,000',
      'tonnes of sugar beet a year',
      bound,
      bound === 'upTo' ? undefined : 700_000,
      bound === 'moreThan' ? undefined : 950_000,
    ),
    fact: { ...long(statuses[index]!), said: `${index}${longSaid.slice(0, 76)}` },
    ...(index === 0 ? { limit: true as const } : {}),
    ...(index > 2 ? { open: true as const } : {}),
  })),
})
add('timeline', {
  title,
  events: ['2016', '2018-03', '2018-04', '2018-05-02', '2018-06', '2019-05-04', '2020-11'].map(
    (from, index) => ({
      from,
      ...(index === 3 ? {} : { to: index === 1 || index === 2 ? '2019-09' : from }),
      when: 'about September 2018',
      fact: {
        ...long(
          (['documented', 'reported', 'alleged', 'estimated', 'planned', 'opinion', 'reported'] as const)[
            index
          ]!,
        ),
        said: `${index}${longSaid.slice(0, 60)}`,
      },
    }),
  ),
})
add('voices', {
  title,
  voices: (['opinion', 'alleged', 'estimated', 'documented'] as const).map((status) => ({
    speaker: 'Aurelia Vandenbroek-Lindqvist, Sr.',
    role: filler(textLimits.role),
    fact: long(status),
  })),
})
add('disagreement', {
  title,
  about: filler(textLimits.about),
  reading: filler(textLimits.reading),
  sides: [long('documented'), long('alleged')],
})
add('transfers', {
  title,
  actors: [
    { id: 'a', name: 'Free City of Lindwerth' },
    { id: 'b', name: 'Saltby and Nether Quay' },
    { id: 'c', name: 'Beet farmers’ union' },
    { id: 'd', name: 'Skippers’ Guild' },
  ],
  transfers: [
    ['a', 'd'],
    ['d', 'a'],
    ['b', 'c'],
    ['c', 'd'],
    ['a', 'b'],
    ['d', 'c'],
    ['b', 'a'],
    ['c', 'a'],
  ].map(([from, to], index) => ({
    from: from!,
    to: to!,
    what: longShort.slice(0, index % 2 === 0 ? textLimits.what : 30),
    goods: ['oil', 'money'],
    fact: long(
      (
        [
          'documented',
          'reported',
          'alleged',
          'estimated',
          'planned',
          'opinion',
          'reported',
          'alleged',
        ] as const
      )[index]!,
    ),
  })),
})
add('map', {
  title,
  map: river,
  items: (['documented', 'alleged', 'estimated', 'planned'] as const).map((status, index) => ({
    fact: long(status),
    places: [index],
    ...(index === 0 ? {} : { from: 0, to: index }),
  })),
})
const credited = { ...painted, credit: `${filler(90)} · ${filler(60)}` }
add('picture', { title, picture: credited, fact: long('alleged') })
add('section', {
  title: 'How two careful people can count the same bridges and differ by 3 xxx',
  number: 4,
  of: 6,
  minutes: 14,
  question: filler(textLimits.sectionQuestion),
  picture: credited,
})
add('relay', {
  title,
  rows: (['documented', 'alleged', 'estimated', 'planned'] as const).map((status, index) => ({
    ...(index === 1 ? {} : { source: longSaid }),
    relays: longSaid,
    text: longCited,
    lost: index === 1 ? ['source' as const, 'time' as const] : [],
    fact: long(status),
  })),
})
add('mentions', {
  title,
  speakers: ['a', 'b', 'c', 'd'].map((letter) => letter + longSaid),
  about: ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter} Free City of Lindwerth and Saltby`),
  links: (['documented', 'alleged', 'estimated', 'planned'] as const).map((status, index) => ({
    from: index,
    to: [index, 5 - index],
    fact: long(status),
  })),
})
add('buildup', {
  title,
  unit: 'tonnes of sugar beet a year',
  limit: {
    label: '',
    quantity: quantity('up to 700,000', 'tonnes of sugar beet a year', 'upTo', undefined, 700_000),
    fact: long('documented'),
  },
  amounts: (['reported', 'alleged', 'estimated', 'planned'] as const).map((status, index) => ({
    from: `201${index}`,
    to: '2020-11',
    when: 'about September 2018',
    quantity: quantity(
      'more than 1,250,000',
      'tonnes of sugar beet a year',
      'moreThan',
      1_250_000 + Math.max(0, index - 1) * 300_000,
    ),
    fact: long(status),
  })),
})
add('story', {
  title,
  lanes: Array.from({ length: 5 }, (_, index) => `${index}${filler(textLimits.sectionTitle - 1)}`),
  events: Array.from({ length: 8 }, (_, index) => ({
    lane: index % 5,
    from: `201${index}-03`,
    ...(index === 7 ? {} : { to: `201${index}-09` }),
    when: 'between spring 2019 and September 2020',
    fact: long(statuses[index % 6]!),
  })),
})
add('quotation', {
  title,
  quote: filler(textLimits.quote),
  speaker: 'Aurelia Vandenbroek-Lindqvist the Elder',
  role: filler(textLimits.role),
  fact: long('opinion'),
})
add('checkpoint', {
  title,
  question: {
    id: 'demo-longest',
    stem: filler(textLimits.stem),
    kind: 'single',
    options: ['A', 'B', 'C', 'D'].map((letter) => ({
      letter,
      text: filler(textLimits.option),
      correct: letter === 'C',
      because: filler(textLimits.because),
    })),
    said: `${longSaid} · ${longCited}`,
  } as ChoiceCheckpoint,
})
/** A question in lines that is as long as a slide has room for. */
function fullest(of: (letters: number) => Omit<AskedCheckpoint, 'said'>): AskedCheckpoint {
  const asked = Array.from({ length: textLimits.statement }, (_, letters) => ({
    ...of(letters + 1),
    said: `${longSaid} · ${longCited}`,
  }))
  return asked.findLast((each) => askedOverflow(each as AskedCheckpoint) === undefined) as AskedCheckpoint
}
const askedLine = (letters: number, mark: string) => ({
  mark,
  text: filler(letters),
  solved: '',
  right: mark === 'C',
  because: filler(textLimits.because),
})
add('checkpoint', {
  title,
  question: fullest((letters) => ({
    id: 'demo-fullest-claim',
    stem: filler(textLimits.stem),
    kind: 'true-false',
    lines: ['A', 'B', 'C', 'D'].map((mark) => askedLine(letters, mark)),
    choices: [],
    answer: 'False, C',
    because: filler(textLimits.because),
  })),
})
add('checkpoint', {
  title,
  question: fullest((letters) => ({
    id: 'demo-fullest-pairs',
    stem: filler(100),
    kind: 'match',
    lines: ['1', '2', '3', '4', '5', '6'].map((mark) => ({
      ...askedLine(letters, mark),
      solved: ` – ${filler(letters)}`,
    })),
    choices: ['A', 'B', 'C', 'D', 'E', 'F'].map((mark) => `${mark} ${filler(letters)}`),
    answer: 'B, D, A, F, C, E',
    because: '',
  })),
})
add('checkpoint', {
  title,
  question: fullest((letters) => ({
    id: 'demo-fullest-reason',
    stem: filler(textLimits.stem),
    kind: 'cloze',
    lines: [{ ...askedLine(letters, ''), because: '' }],
    choices: [],
    answer: filler(60),
    because: filler(textLimits.because),
  })),
})
add('discussion', {
  title,
  prompt: filler(textLimits.prompt),
  points: ['a', 'b', 'c', 'd'].map((letter) => letter + filler(textLimits.point - 1)),
  facts: [long('documented'), long('alleged')],
})
add('discussion', {
  title,
  prompt: filler(120),
  points: ['a', 'b', 'c', 'd'].map((letter) => letter + filler(60)),
  facts: [long('documented'), long('alleged'), long('planned')],
})
add('arithmetic', {
  title,
  question: filler(90),
  inputs: ['a', 'b', 'c', 'd'].map((name) => ({
    name,
    label: 'beet pressed in the three refineries',
    text: 'between 1,200,000 and 1,400,000 tonnes',
    citation: longCited,
  })),
  steps: [1, 2, 3].map(() => ({
    say: filler(textLimits.say),
    expression: '(1,400,000 + 1,200,000) / 2 / 4,800 * (250)',
    result: '≈ 23,256 tonnes of sugar a trip',
  })),
  conclusion: filler(textLimits.conclusion),
  fact: long('estimated'),
})
add('arithmetic', {
  title,
  question: filler(90),
  inputs: ['a', 'b', 'c'].map((name) => ({
    name,
    label: 'beet pressed in the three refineries',
    text: 'between 1,200,000 and 1,400,000 tonnes',
    goods: ['grain', 'food'],
    citation: longCited,
  })),
  steps: [1, 2, 3, 4].map(() => ({
    say: filler(textLimits.say),
    expression: '(1,400,000 + 1,200,000) / 2 / 4,800 * (250)',
    result: '≈ 23,256 tonnes of sugar a trip',
  })),
  conclusion: filler(textLimits.conclusion),
  fact: long('estimated'),
})
add('guide', { title, question: filler(textLimits.sectionQuestion) })
add('primer', {
  title,
  label: 'Background',
  entries: ['a', 'b', 'c', 'd'].map((letter) => ({
    name: 'The chamber of a lock in a tidal river',
    text: letter + filler(textLimits.gloss - 1),
  })),
})
add('answer', {
  title,
  question: filler(textLimits.sectionQuestion),
  answer: filler(textLimits.answer),
  facts: [long('documented'), long('alleged')],
})
add('verdict', {
  title,
  columns: (['supported', 'plausible', 'weak'] as const).map((degree) => ({
    degree,
    label: 'Well supported',
    items: ['a', 'b'].map((letter) => ({
      claim: letter + filler(textLimits.claim - 1),
      why: filler(textLimits.why),
      facts: [long('documented')],
    })),
  })),
})
add('recap', {
  title,
  points: (['documented', 'reported', 'alleged', 'estimated', 'planned', 'opinion'] as const).map((status) =>
    long(status),
  ),
})
add('sources', {
  title,
  sources: ['a', 'b', 'c'].map((id) => ({
    id,
    title: filler(textLimits.sourceTitle),
    publisher: 'The Lindwerth Evening Courier and Advertiser',
    author: 'Aurelia Vandenbroek-Lindqvist',
    date: 'September 2020',
    basis: 'inferred',
    why: 'it speaks of the lock as half a year old',
    relays: ['River Research Group'],
  })),
})

/** Slides whose texts are all at the limits begin here; contact sheets leave them out. */
export const firstFullSlide = slides.findIndex(
  (slide) => slide.layout === 'cover' && slide.props.minutes === 90,
)

export const demoDeck: Deck = {
  id: 'demo',
  title: 'Reading the tides',
  summary: 'Every layout of the theme.',
  audience: 'Year 9',
  minutes: 45,
  language: 'en',
  unit: 'Rivers',
  author: 'factdeck',
  objectives: ['Tell a ceiling from a count'],
  slides,
}
