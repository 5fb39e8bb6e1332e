// Content of any size for measuring: invented harbours and what they landed, with articles that prove every
// fact. The same options give the same bytes.

import { createHash } from 'node:crypto'

export interface SyntheticOptions {
  /** Decks of 15 slides; each brings ten facts and ten questions of its own. */
  decks: number
  /** Questions of a bank (the last one may hold fewer). Default: 20. */
  questionsPerBank?: number
}

/** Texts by path. */
export interface SyntheticContent {
  /** Relative to the content root, with forward slashes. */
  files: Map<string, string>
  /** The articles that the evidence points at, by file name. */
  articles: Map<string, string>
}

export const factsPerDeck = 10
export const slidesPerDeck = 16

/** Decks that share a topic file, two articles and four speakers. */
const decksPerTopic = 5

/** A fact as written to its file, and what questions and outlines want of it. */
interface Landing {
  id: string
  harbour: string
  year: number
  baskets: number
  goods: string
  /** 0 or 1: which article of the topic tells it. */
  article: number
  /** The sentence of the article. */
  told: string
  json: Record<string, unknown>
}

/**
 * Makes content that every check accepts: `decks` times ten facts, ten questions and an outline of 15 slides
 * with the layouts cover, agenda, section, statement, figure, bars, timeline, voices, quotation, checkpoint,
 * discussion, recap and sources.
 */
export function syntheticContent({ decks, questionsPerBank = 20 }: SyntheticOptions): SyntheticContent {
  const files = new Map<string, string>()
  const articles = new Map<string, string>()
  const sources: object[] = []
  const actors: object[] = []
  const questions: object[] = []
  for (let first = 0; first < decks; first += decksPerTopic) {
    const topic = first / decksPerTopic
    const speakers = [0, 1, 2, 3].map((place) => speakerOf(topic * 4 + place))
    const landings = numbers(first, Math.min(decks, first + decksPerTopic)).map((deck) =>
      numbers(0, factsPerDeck).map((place) => landing(deck, place, topic, speakers)),
    )
    const told = [0, 1].map((place) => article(topic, place, landings.flat()))
    for (const { file, text } of told) articles.set(file, text)
    sources.push(...told.map(({ source }) => source))
    actors.push(
      ...speakers.map(({ id, name, role }, place) => ({
        id,
        name,
        kind: 'person',
        roles: [{ role, source: sourceId(topic, place % 2) }],
      })),
    )
    files.set(
      `facts/${topicId(topic)}.json`,
      json({
        topic: {
          id: topicId(topic),
          title: `Landings of coast ${topic + 1}`,
          summary: `What the harbours of coast ${topic + 1} brought ashore, and who counted it.`,
        },
        facts: landings
          .flat()
          .map((each) => ({ ...each.json, evidence: [evidenceOf(each, told[each.article]!)] })),
      }),
    )
    for (const [place, ofDeck] of landings.entries()) {
      files.set(`slides/${deckId(first + place)}.json`, json(outline(first + place, ofDeck)))
      questions.push(...ofDeck.map((each, at) => question(each, at, ofDeck)))
    }
  }
  files.set('facts/sources.json', json({ sources }))
  files.set('facts/actors.json', json({ actors }))
  files.set(
    'facts/unit.json',
    json({
      title: 'Harbours of an invented sea',
      summary: 'Landings of shellfish, year by year, for measuring.',
    }),
  )
  for (let first = 0; first < questions.length; first += questionsPerBank) {
    const number = first / questionsPerBank
    files.set(
      `questions/quiz-${padded(number)}.json`,
      json({
        // In letters: a figure would have to be that of a fact.
        title: `Landings, part ${inLetters(number)}`,
        summary: 'How much was landed where, and by whose count.',
        objectives: [{ id: 'counts', text: 'Say how much a harbour landed, and who counted it' }],
        questions: questions.slice(first, first + questionsPerBank),
      }),
    )
  }
  return { files, articles }
}

interface Speaker {
  id: string
  name: string
  role: string
}

function landing(deck: number, place: number, topic: number, speakers: readonly Speaker[]): Landing {
  const seed = `${deck}/${place}`
  const id = `landing-${padded(deck)}-${place}`
  const harbour = nameOf(deck * factsPerDeck + place, 'haven')
  const year = 1960 + place * 4 + (draw(seed, 'year') % 4)
  // Distinct within a deck, four digits each.
  const baskets = 1000 + place * 900 + (draw(seed, 'baskets') % 890)
  const goods = goodsOf(deck)
  // Facts 7 and 8 are told by different people; 9 in somebody's own words.
  const speaker = place < 7 ? undefined : speakers[place - 7]
  const how = of(['log', 'ledger', 'tally', 'register', 'daybook'], seed, 'how')
  const when = of(['a calm year', 'a year of late frosts', 'the year of the new quay'], seed, 'when')
  const words = of(ownWords, seed, 'words')
  const count = `${baskets.toLocaleString('en')} baskets of ${goods}`
  const statement = speaker
    ? `${speaker.name}, ${speaker.role}, says that ${harbour} landed ${count} in ${year}${place === 9 ? `: “${words}”` : ''}.`
    : `In ${year}, ${when}, ${harbour} landed ${count} by its own ${how}.`
  // The article says the same in an order of its own.
  const told = speaker
    ? `${count} are what ${harbour} landed in ${year}, says ${speaker.name}, who is ${speaker.role} there${place === 9 ? `: “${words}”` : ''}.`
    : `${count}: that is what ${harbour} landed when ${year} came, ${when}; the ${how} is its own.`
  return {
    id,
    harbour,
    year,
    baskets,
    goods,
    article: place % 2,
    told,
    json: {
      id,
      statement,
      short: `${harbour} landed ${baskets.toLocaleString('en')} baskets in ${year}`,
      ...(speaker ? { saidBy: [speaker.id] } : {}),
      status: speaker ? 'reported' : 'documented',
      when: { from: String(year), to: String(year), precision: 'year' },
      quantities: [{ id: 'baskets', label: `${goods} landed`, value: baskets, unit: 'baskets' }],
      ...(speaker ? { actors: [speaker.id] } : {}),
      places: [harbour],
      tags: ['landings', topicId(topic)],
      ...(place === 9 && speaker ? { quote: { text: words, by: speaker.id } } : {}),
      note: `The ${how} counts full baskets only; what was sold from the boats is not in it.`,
    },
  }
}

const ownWords = [
  'We counted every basket twice',
  'The quay was full before noon',
  'Nobody remembers a better autumn',
  'The boats came in low and slow',
]

function outline(deck: number, facts: readonly Landing[]): object {
  const ids = facts.map(({ id }) => id)
  const slide = (from: number, to: number, layout: string): object => ({
    facts: ids.slice(from, to),
    layout,
  })
  const [first, last] = [facts[0]!, facts.at(-1)!]
  return {
    title: `Harbours from ${first.harbour} to ${last.harbour}`,
    subtitle: `Ten landings of ${first.goods}`,
    summary: `A lesson about ten harbours between ${first.harbour} and ${last.harbour}.`,
    audience: 'Classes that learn to compare counts',
    minutes: 45,
    objectives: ['Compare landings of the same goods', 'Tell a count from what somebody says'],
    sections: [
      {
        title: 'What the books say',
        question: `How much did ${first.harbour} and its neighbours land?`,
        slides: [
          slide(0, 1, 'statement'),
          slide(1, 2, 'figure'),
          slide(2, 5, 'bars'),
          { question: questionId(facts[0]!) },
        ],
      },
      {
        title: 'When, and who says so',
        question: 'Who counted, and how much later was it told?',
        slides: [
          slide(5, 7, 'timeline'),
          slide(7, 9, 'voices'),
          slide(9, 10, 'quotation'),
          { question: questionId(facts[7]!) },
          {
            discuss: `Would you trust a count that ${last.harbour} made itself?`,
            points: ['Who gains from a high count?', 'Who could have counted again?'],
            facts: [last.id],
          },
        ],
      },
    ],
  }
}

function question(asked: Landing, place: number, facts: readonly Landing[]): object {
  const others = [1, 2].map((step) => facts[(place + step * 3) % facts.length]!)
  const shown = (each: Landing): object => ({ quantity: { fact: each.id, quantity: 'baskets' } })
  return {
    id: questionId(asked),
    stem: `What did the harbour of ${asked.harbour} land in ${asked.year}?`,
    facts: [asked.id],
    options: [
      {
        ...shown(asked),
        correct: true,
        because: `This is the count for ${asked.harbour} in ${asked.year}, full baskets only.`,
      },
      ...others.map((other) => ({
        ...shown(other),
        because: `So much was landed at ${other.harbour}, and in ${other.year}: another place and another year.`,
        trueOf: other.id,
      })),
    ],
    level: 'recall',
    objective: 'counts',
    hint: `Look for ${asked.harbour} among the landings.`,
  }
}

interface Article {
  file: string
  text: string
  source: object
}

/**
 * One of the two articles of a topic: its facts' sentences, a paragraph each, between others that nobody
 * cites.
 */
function article(topic: number, place: number, landings: readonly Landing[]): Article {
  const mine = landings.filter((each) => each.article === place)
  const file = `${sourceId(topic, place)}.txt`
  const title = `${place === 0 ? 'Reading the old harbour books' : 'A walk along the quays'} of coast ${topic + 1}`
  const filler = 'The sea was grey that week and the nets hung out to dry along the wall.'
  const text = `${[title, ...mine.flatMap(({ told }) => [told, filler])].join('\n\n')}\n`
  return {
    file,
    text,
    source: {
      id: sourceId(topic, place),
      file,
      sha256: digest(text),
      title,
      publisher: place === 0 ? 'The Tide Gazette' : 'Quay and Lantern',
      published: { date: `2003-0${place + 4}-1${topic % 10}`, basis: 'printed' },
    },
  }
}

function evidenceOf(each: Landing, { text }: Article): object {
  const sentence = each.told
  const index = text.indexOf(sentence)
  const start = Array.from(text.slice(0, index)).length
  return {
    source: sourceId(Number(String((each.json['tags'] as string[])[1]).slice('coast-'.length)), each.article),
    start,
    end: start + Array.from(sentence).length,
    sha256: digest(sentence),
  }
}

function speakerOf(number: number): Speaker {
  const seed = `speaker ${number}`
  return {
    id: `speaker-${padded(number)}`,
    name: `${of(['Ada', 'Bo', 'Cleo', 'Dag', 'Edda', 'Finn'], seed, 'first')} ${nameOf(number, 'by')}`,
    role: of(['harbour master', 'keeper of the books', 'net maker', 'pilot'], seed, 'role'),
  }
}

const goodsOf = (deck: number): string => of(['mussels', 'whelks', 'cockles', 'oysters'], `${deck}`, 'goods')
const topicId = (topic: number): string => `coast-${padded(topic)}`
const sourceId = (topic: number, place: number): string =>
  `${place === 0 ? 'books' : 'quays'}-${padded(topic)}`
const deckId = (deck: number): string => `harbours-${padded(deck)}`
const questionId = ({ id }: Landing): string => `how-much-${id}`

/** A name of its own for every number: syllables are its digits. */
function nameOf(number: number, ending: string): string {
  const syllables = ['bel', 'dor', 'fen', 'gar', 'hol', 'kel', 'lun', 'mor', 'nes', 'ost', 'rav', 'sel']
  let rest = number
  let name = ''
  do {
    name += syllables[rest % syllables.length]
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  name += ending
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** A number that looks drawn and is not. */
function inLetters(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')
}

function draw(seed: string, purpose: string): number {
  return createHash('sha256').update(`${seed} ${purpose}`).digest().readUInt32BE(0)
}

function of<T>(list: readonly T[], seed: string, purpose: string): T {
  return list[draw(seed, purpose) % list.length]!
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, place) => from + place)
}

function padded(number: number): string {
  return String(number).padStart(4, '0')
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
