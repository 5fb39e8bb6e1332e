import { group } from 'd3-array'
import type { Content } from '../../decks/content.ts'
import { glossaryOf } from '../../facts/background/background-views.ts'
import { usage } from '../../decks/usage.ts'
import { statuses } from '../../../contract/status.ts'
import type { FactView } from '../../../contract/fact-view.ts'
import type { SupportView } from '../../facts/reviews/support-views.ts'
import { placesMapOf } from './places-map.ts'
import type { MadeFiles } from '../made-links.ts'
import { supportShown } from './support-shown.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { fill, wordsIn, type PluralMessage } from '../../../contract/messages/wording.ts'

/**
 * What the explorer shows: every fact under its topic, what its filter attributes hold, and the choices
 * of the filter; with `support` what supports each word. Every list is walked once, so the work grows with the facts and not with their square.
 */
export function factsView(
  content: Content,
  files: MadeFiles,
  support: ReadonlyMap<string, SupportView> = new Map(),
) {
  const { language } = content.unit
  const { site: words, slides: slideWords, statuses: statusWords } = messagesFor(language)
  const say = wordsIn(language)
  const count = (message: PluralMessage, n: number): string => say(message, { n })
  const figures = new Intl.NumberFormat(language, { numberingSystem: 'latn' })
  const total = figures.format(content.facts.length)
  const factById = new Map(content.facts.map((fact) => [fact.id, fact]))
  const uses = usage(content.decks, content.banks)
  const glossary = glossaryOf(content.background)
  const decks = new Map(content.decks.map((deck) => [deck.id, deck]))
  const banks = new Map(
    content.banks.map((bank) => [
      bank.id,
      { title: bank.title, stems: new Map(bank.questions.map(({ id, stem }) => [id, stem])) },
    ]),
  )

  const view = (fact: FactView) => {
    const used = uses.get(fact.id)
    const usedDecks = Array.from(
      group(used?.slides ?? [], ({ deck }) => deck),
      ([id, slides]) => {
        const numbers = [...new Set(slides.map(({ slide }) => slide))]
        const page = files.showing('slides', id)
        return {
          title: decks.get(id)?.title ?? id,
          word: count(words.facts.slides, numbers.length),
          slides: numbers.map((n) => ({ n, href: page === undefined ? '' : `${page}#/${n}` })),
        }
      },
    )
    const usedBanks = Array.from(
      group(used?.questions ?? [], (each) => each.bank),
      ([id, questions]) => {
        const bank = banks.get(id)
        return {
          title: bank?.title ?? id,
          href: files.showing('questions', id) ?? '',
          stems: [...new Set(questions.map(({ question }) => bank?.stems.get(question) ?? question))],
        }
      },
    )
    return {
      id: fact.id,
      short: fact.short,
      statement: fact.statement,
      status: fact.status,
      statusLabel: statusWords[fact.status].label,
      attribution: fact.attribution,
      when: fact.when ?? '',
      resolved: fact.whenResolved ? fill(words.facts.resolved, { how: fact.whenResolved }) : '',
      from: fact.period?.from ? firstMonth(fact.period.from) : '',
      to: fact.period?.to ? lastMonth(fact.period.to) : '',
      dated: fact.period !== undefined,
      quantities: fact.quantities.map(({ label, text }) => ({ label, text })),
      quote: fact.quote
        ? { text: fact.quote.text, by: fill(words.facts.quote, { speaker: fact.quote.by }) }
        : (false as const),
      articles: [...new Set(fact.evidence.map(({ source }) => source))].join(' '),
      actors: people(fact)
        .map(({ id }) => id)
        .join(' '),
      places: fact.places.join(', '),
      evidence: Array.from(group(fact.evidence, ({ source }) => source).values(), (spans) => ({
        title: spans[0]!.title,
        citation: spans[0]!.citation,
        place: fill(words.facts.characters, {
          spans: spans.map(({ start, end }) => `${start}–${end}`).join(', '),
        }),
      })),
      disagreements: fact.disagreements.map((disagreement) => ({
        fact: disagreement.fact,
        /** Where the other fact is, where that is another page. */
        page: '',
        statement: disagreement.statement,
        citation: disagreement.citation,
        about: fill(words.facts.about, { about: disagreement.about }),
        reading: disagreement.reading,
        otherReading: otherReading(factById.get(disagreement.fact), fact.id, disagreement.reading),
      })),
      background: glossary(fact.statement).map(({ id, name, text }) => ({ id, name, text })),
      note: fact.note ?? '',
      telling: fact.telling?.text ?? '',
      support: supportShown(support.get(fact.id), language),
      decks: usedDecks,
      banks: usedBanks,
      used: used !== undefined,
    }
  }

  const placed = new Set<string>()
  const topics = content.topics.map(({ id, title, summary, facts }) => ({
    id,
    title,
    summary,
    facts: facts.flatMap((name) => {
      const fact = factById.get(name)
      if (!fact || placed.has(name)) return []
      placed.add(name)
      return [view(fact)]
    }),
  }))
  const rest = content.facts.filter(({ id }) => !placed.has(id))
  if (rest.length > 0)
    topics.push({ id: 'other', title: words.facts.otherTopic, summary: '', facts: rest.map(view) })

  const months = content.facts
    .flatMap(({ period }) => [
      period?.from ? firstMonth(period.from) : '',
      period?.to ? lastMonth(period.to) : '',
    ])
    .filter((month) => month !== '')
    .toSorted()
  const statusesHere = new Set(content.facts.map(({ status }) => status))
  const sourcesHere = new Set(content.facts.flatMap(({ evidence }) => evidence.map(({ source }) => source)))
  const placesMap = placesMapOf(content.placesMap, content.facts)
  return {
    title: words.facts.title,
    /** From the page to where all others are. */
    up: '',
    places: placesMap
      ? {
          ...placesMap,
          credit: placesMap.map.disputed === '' ? slideWords.outlines : slideWords.disputedBorders,
        }
      : false,
    topics: topics
      .filter(({ facts }) => facts.length > 0)
      .map((topic) => ({ ...topic, n: figures.format(topic.facts.length) })),
    count: content.facts.length,
    total,
    shown: fill(count(words.facts.shown, content.facts.length), { total }),
    shownForms: mapValues(words.facts.shown, (form) => fill(form, { total })),
    choices: {
      articles: content.sources
        .filter(({ id }) => sourcesHere.has(id))
        .map(({ id, title, citation }) => ({ id, label: `${title} (${citation})` })),
      actors: actorChoices(content.facts, language),
      statuses: statuses
        .filter((id) => statusesHere.has(id))
        .map((id) => ({ id, label: statusWords[id].label, means: statusWords[id].means })),
      firstMonth: months[0] ?? '',
      lastMonth: months.at(-1) ?? '',
    },
  }
}

export type FactsView = ReturnType<typeof factsView>
export type TopicShown = FactsView['topics'][number]
export type FactShown = TopicShown['facts'][number]

function otherReading(other: FactView | undefined, fact: string, reading: string): string {
  const theirs = other?.disagreements.find((each) => each.fact === fact)?.reading ?? ''
  return theirs === reading ? '' : theirs
}

/** Everybody a fact is about or said by, each once. */
function people(fact: FactView): { id: string; name: string }[] {
  return [...new Map([...fact.speakers, ...fact.actors].map(({ id, name }) => [id, { id, name }])).values()]
}

function actorChoices(facts: readonly FactView[], language: string): { id: string; label: string }[] {
  const found = new Map<string, { id: string; label: string; n: number }>()
  for (const { id, name } of facts.flatMap(people)) {
    const actor = found.get(id) ?? { id, label: name, n: 0 }
    actor.n += 1
    found.set(id, actor)
  }
  const { compare } = new Intl.Collator(language)
  return [...found.values()]
    .toSorted((a, b) => compare(a.label, b.label) || (a.id < b.id ? -1 : 1))
    .map(({ id, label, n }) => ({ id, label: `${label} (${n})` }))
}

function firstMonth(date: string): string {
  return date.length === 4 ? `${date}-01` : date.slice(0, 7)
}

function lastMonth(date: string): string {
  return date.length === 4 ? `${date}-12` : date.slice(0, 7)
}

function mapValues<T extends object>(record: T, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value as string)]))
}
