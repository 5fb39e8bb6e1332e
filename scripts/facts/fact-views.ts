import type { Entry, FactBase } from './fact-base.ts'
import type { Actor } from './actor-schema.ts'
import type { Fact, When } from './fact-schema.ts'
import type { ActorId, FactId, SourceId } from './ids.ts'
import type { Source } from './source-schema.ts'
import type { SourceView } from '../../contract/source-view.ts'
import type { EvidenceView, FactView } from '../../contract/fact-view.ts'
import { reviewStandings, type ReviewStanding } from './reviews/review-standing.ts'
import { quantityView, wordDate, wordWhen } from './wording.ts'
import { messagesFor, type Messages } from '../../contract/messages/registry.ts'
import { fill } from '../../contract/messages/wording.ts'

/**
 * Every fact of the base as templates show it, in the order of the base. What points nowhere is left out: the
 * checks speak of it.
 */
export function factViews(base: FactBase): Map<FactId, FactView> {
  const topicOf = new Map(
    base.topics.flatMap((topic) => topic.facts.map((id) => [id, topic.value.id] as const)),
  )
  const standings = base.reviews.length > 0 ? reviewStandings(base) : undefined
  return new Map(
    Array.from(base.facts.values(), ({ value }) => [
      value.id,
      { ...factView(value, topicOf.get(value.id) ?? '', base), ...agreedOn(standings?.get(value.id)) },
    ]),
  )
}

/** The day of the latest review of a fact that stands agreed. */
function agreedOn(standing: ReviewStanding | undefined): Pick<FactView, 'reviewed'> {
  if (standing?.state !== 'agreed') return {}
  const last = standing.reviews
    .map(({ value }) => value.on)
    .toSorted()
    .at(-1)
  return last === undefined ? {} : { reviewed: last }
}

function factView(fact: Fact, topic: string, base: FactBase): FactView {
  const messages = wordsOf(base)
  const { facts: words, statuses } = messages
  const evidence = fact.evidence.flatMap(({ source, start, end }): EvidenceView[] => {
    const entry = base.sources.get(source)
    return entry
      ? [
          {
            source,
            title: entry.value.title,
            citation: cite(entry.value, messages),
            place: fill(words.characters, { start, end }),
            start,
            end,
          },
        ]
      : []
  })
  const citation = [...new Set(evidence.map((each) => each.citation))].join('; ')
  const firstSource = fact.evidence[0]?.source
  const speakers = fact.saidBy.map((id) => {
    const role = roleOf(base.actors.get(id), firstSource, base)
    return { id, name: nameOf(id, base), ...(role ? { role } : {}) }
  })
  const { quote } = fact
  return {
    id: fact.id,
    topic,
    statement: fact.statement,
    short: fact.short,
    status: fact.status,
    statusLabel: statuses[fact.status].label,
    attribution: attribution(fact, speakers, base),
    ...saidShort(fact, speakers, base),
    speakers,
    ...(fact.via.length > 0 ? { via: throughWhom(fact, base) } : {}),
    ...(fact.when ? { when: wordWhen(fact.when, messages), period: periodOf(fact.when) } : {}),
    ...(fact.when?.resolved ? { whenResolved: fact.when.resolved } : {}),
    quantities: fact.quantities.map((quantity) => quantityView(quantity, messages)),
    actors: fact.actors.map((id) => ({ id, name: nameOf(id, base) })),
    places: fact.places,
    tags: fact.tags,
    evidence,
    citation,
    disagreements: fact.disagreesWith.flatMap((disagreement) => {
      const other = base.facts.get(disagreement.fact)?.value
      if (!other) return []
      const citations = other.evidence.flatMap(({ source }) => {
        const entry = base.sources.get(source)
        return entry ? [cite(entry.value, messages)] : []
      })
      return [
        {
          fact: other.id,
          short: other.short,
          statement: other.statement,
          citation: [...new Set(citations)].join('; '),
          about: disagreement.about,
          reading: disagreement.reading,
        },
      ]
    }),
    ...(quote ? { quote: { text: quote.text, by: nameOf(quote.by, base) } } : {}),
    ...(fact.telling === undefined ? {} : tellingOf(fact.telling, messages)),
    ...(fact.note ? { note: fact.note } : {}),
  }
}

function tellingOf(text: string, { facts: words }: Messages): Pick<FactView, 'telling'> {
  const quoted = fill(words.quoted, { text })
  return { telling: { quoted, text: fill(words.telling, { words: quoted }) } }
}

function periodOf({ from, to }: When): { from?: string; to?: string } {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

/** Who says so and through whom; the article's own voice where nobody else is named. */
function attribution(fact: Fact, speakers: FactView['speakers'], base: FactBase): string {
  const { facts: words } = wordsOf(base)
  const tail = throughWhom(fact, base)
  if (speakers.length > 0) {
    return `${speakers.map(({ name, role }) => (role ? fill(words.cited, { name, date: role }) : name)).join('; ')}${tail}`
  }
  const sources = [...new Set(fact.evidence.map(({ source }) => source))]
  const names = sources.map((id) => {
    const source = base.sources.get(id)?.value
    return source?.label ?? source?.publisher ?? words.unnamed
  })
  return fill(words.itself, { name: [...new Set(names)].join('; ') }) + tail
}

/** Who says so and in which texts, in as few words as name them. */
function saidShort(
  { via, evidence }: Fact,
  speakers: FactView['speakers'],
  base: FactBase,
): Pick<FactView, 'said' | 'text'> {
  const { facts: words } = wordsOf(base)
  const texts = new Set(
    evidence.flatMap(({ source }) => {
      const text = base.sources.get(source)?.value
      return text ? [articleName(text)] : []
    }),
  )
  const text = [...texts].join('; ')
  const through = via.map((id) => nameOf(id, base)).filter((name) => !texts.has(name))
  // A publisher who speaks in the text that goes by his name is named with it.
  const itself = speakers.length === 1 && through.length === 0 && text.startsWith(`${speakers[0]!.name} `)
  const who = [
    itself ? '' : speakers.map(({ name }) => name).join(', '),
    ...(through.length > 0 ? [fill(words.via, { names: through.join(words.and) }).replace(/^, /, '')] : []),
  ]
    .filter((part) => part !== '')
    .join(', ')
  return { said: [who, text].filter((part) => part !== '').join(' · '), text }
}

/** ", via the Tide Institute"; nothing where nobody stands between. */
function throughWhom({ via }: Fact, base: FactBase): string {
  const { facts: words } = wordsOf(base)
  return via.length > 0 ? fill(words.via, { names: via.map((id) => nameOf(id, base)).join(words.and) }) : ''
}

function wordsOf({ unit }: FactBase): Messages {
  return messagesFor(unit.language)
}

/**
 * The role that the article at hand gives, else the first one known; with a date only where the article dates
 * the role itself.
 */
function roleOf(
  actor: Entry<Actor> | undefined,
  source: SourceId | undefined,
  base: FactBase,
): string | undefined {
  const roles = actor?.value.roles ?? []
  const role = roles.find((each) => each.source === source) ?? roles[0]
  if (!role) return undefined
  return role.asOf ? `${role.role} (${wordDate(role.asOf, wordsOf(base))})` : role.role
}

function nameOf(id: ActorId, base: FactBase): string {
  return base.actors.get(id)?.value.name ?? id
}

/** What an article is called for short: its label, its publisher or its title, whichever there is first. */
export function articleName({ label, publisher, title }: Source): string {
  return label ?? publisher ?? title
}

/**
 * "Coast News, 23 May 2024"; an article goes by its label, its publisher or its title, whichever there is
 * first; an inferred date says so, and so does a lacking one.
 */
export function cite(
  { title, label, publisher, published }: Source,
  messages: Messages = messagesFor(),
): string {
  const { facts: words } = messages
  return fill(words.cited, {
    name:
      label ??
      publisher ??
      fill(words.cited, { name: fill(words.quoted, { text: title }), date: words.unnamed }),
    date: published ? dateOf(published, messages) : words.undated,
  })
}

function dateOf({ date, basis }: NonNullable<Source['published']>, messages: Messages): string {
  const worded = wordDate(date, messages)
  return basis === 'inferred' ? fill(messages.facts.inferred, { date: worded }) : worded
}

/** The articles in the order of sources.json. */
export function sourceViews(base: FactBase): SourceView[] {
  return Array.from(base.sources.values(), ({ value }) => ({
    id: value.id,
    title: value.title,
    ...(value.label ? { label: value.label } : {}),
    ...(value.publisher ? { publisher: value.publisher } : {}),
    ...(value.author ? { author: value.author } : {}),
    date: value.published ? wordDate(value.published.date, wordsOf(base)) : wordsOf(base).facts.undated,
    basis: value.published?.basis ?? 'undated',
    ...(value.published?.why ? { why: value.published.why } : {}),
    relays: value.relays.map(({ actor, what }) => `${nameOf(actor, base)}: ${what}`),
    ...(value.url ? { url: value.url } : {}),
    ...(value.note ? { note: value.note } : {}),
    citation: cite(value, wordsOf(base)),
  }))
}
