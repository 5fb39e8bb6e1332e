// A fact from a passage: all that the passage itself shows is filled in, and the sentence is left to write.

import { readWhen, type ReadWhen } from '../articles/read-when.ts'
import { codePoints } from '../articles/candidates.ts'
import { blocksOf } from '../articles/blocks.ts'
import type { FactBase } from '../facts/fact-base.ts'
import type { Fact } from '../facts/fact-schema.ts'
import type { Source } from '../facts/source-schema.ts'
import type { Reader } from '../languages/reading.ts'
import { sha256 } from '../source/digest.ts'
import type { ArticleText } from '../source/normalise.ts'
import { slugOf, unusedName } from '../facts/names.ts'
import { readPeople, type NewActor } from './read-people.ts'
import { readQuantities } from './read-quantities.ts'
import { readStatus } from './read-status.ts'
import {
  possibleDisagreements,
  possibleSums,
  type PossibleDisagreement,
  type PossibleSum,
} from './relate-facts.ts'

/** Part of an article in code points of its normalised text. */
export interface Passage {
  start: number
  end: number
}

/** A fact without its sentence: what a topic file would hold, in the order of its keys. */
type FactDraft = Pick<Fact, 'status' | 'quantities' | 'places' | 'tags'> & {
  id: string
  /** Empty: the author's to write, in words of their own. */
  statement: string
  short: string
  saidBy: string[]
  via: string[]
  when?: Fact['when']
  actors: string[]
  evidence: { source: string; start: number; end: number; sha256: string }[]
}

/** Why a value of the draft is what it is. */
interface Reason {
  /** The key: "status", "when", "quantities.0". */
  of: string
  because: string
}

export interface FactProposal {
  fact: FactDraft
  reasons: readonly Reason[]
  /** Named in the passage and not in facts/actors.json; their ids stand nowhere in the fact yet. */
  newActors: readonly (NewActor & { as: readonly ('actors' | 'saidBy' | 'via')[] })[]
  /** Other times that the passage tells. */
  otherDates: readonly ReadWhen[]
  disagreements: readonly PossibleDisagreement[]
  sums: readonly PossibleSum[]
}

/** What a proposal is made from. */
export interface Drafting {
  base: FactBase
  /** The article that the passage is of, and its entry. */
  source: Source
  article: ArticleText
  /** Knows word classes; without it speakers, units and labels are read less well. */
  reader?: Reader
  /** The topic that the fact is to stand in; absent: the one whose words come nearest. */
  topic?: string
  /** Ids that are taken beside those of the base: drafts that are not saved yet. */
  taken?: ReadonlySet<string>
}

/**
 * Proposes a fact from a passage. Pure; every value has its reason or stands in the words themselves.
 * Speakers and dates are read from the whole sentences that the passage is of, all else from the passage.
 */
export function proposeFact({ start, end }: Passage, drafting: Drafting): FactProposal {
  const { base, source, article, reader } = drafting
  const { language } = base
  const passage = article.passage(start, end)
  const sentence = sentencesAround({ start, end }, drafting)
  const people = readPeople(passage, base, reader)
  const around = sentence === passage ? people : readPeople(sentence, base, reader)
  const before = base.language.claims?.pronounSpeaks.test(sentence)
    ? speakerBefore(start, drafting)
    : undefined
  const saidBy = [people.saidBy, around.saidBy, before ?? []].find((each) => each.length > 0) ?? []
  const via = people.via.length > 0 ? people.via : around.via.filter((id) => !saidBy.includes(id))
  const spoken = saidBy.length > 0 || people.newActors.some(({ as }) => as.includes('saidBy'))
  const status = readStatus(passage, language, spoken)
  const { dates, open } = readWhen(
    passage,
    language,
    source.published?.date,
    status.status === 'planned' || language.claims?.toCome.test(passage) === true,
  )
  const [date, ...otherDates] = dates
  const quantities = readQuantities(passage, language, reader)
  const { tags, topic } = tagsFor(passage, people.actors, drafting)
  const reasons: Reason[] = [{ of: 'status', because: status.because }]
  if (date) reasons.push({ of: 'when', because: date.resolved ?? `“${date.text}” in the passage` })
  for (const { text, needs } of open)
    reasons.push({
      of: 'when',
      because: `“${text}” counts from the article’s date, which is not known to the ${needs}; give it in facts/sources.json, or write the date yourself`,
    })
  for (const [index, { start: from, end: to }] of quantities.entries())
    reasons.push({ of: `quantities.${index}`, because: `“${passage.slice(from, to)}”` })
  if (saidBy.length > 0 && people.saidBy.length === 0)
    reasons.push({
      of: 'saidBy',
      because: `named ${around.saidBy.length > 0 ? 'in the sentence around' : 'before'} the passage; pin those words too`,
    })
  reasons.push({ of: 'tags', because: topic === undefined ? 'no topic yet' : `of the topic "${topic}"` })

  const when = date && {
    ...(date.from === undefined ? {} : { from: date.from }),
    ...(date.to === undefined ? {} : { to: date.to }),
    precision: date.precision,
    ...(date.resolved === undefined ? {} : { resolved: date.resolved }),
  }
  const id = unusedName(idFor(passage, quantities[0]?.quantity.unit, saidBy[0], drafting), {
    has: (name) => base.facts.has(name as Fact['id']) || drafting.taken?.has(name) === true,
  })
  const fact: FactDraft = {
    id,
    statement: '',
    short: '',
    saidBy,
    via,
    status: status.status,
    ...(when ? { when } : {}),
    quantities: quantities.map(({ quantity }) => knownLabel(quantity, base)),
    actors: people.actors,
    places: people.places,
    tags,
    evidence: [{ source: source.id, start, end, sha256: sha256(article.span(start, end)) }],
  }
  const related = {
    id: id as Fact['id'],
    quantities: fact.quantities,
    actors: fact.actors as Fact['actors'],
    when: fact.when,
  }
  return {
    fact,
    reasons,
    newActors: people.newActors,
    otherDates,
    disagreements: possibleDisagreements(related, passage, base),
    sums: possibleSums(related, base),
  }
}

const read = new WeakMap<ArticleText, Passage[]>()

function sentencesIn({ article, base }: Drafting): readonly Passage[] {
  let sentences = read.get(article)
  if (!sentences) {
    const point = codePoints(article.text)
    sentences = blocksOf(article.text, base.language).flatMap((block) =>
      block.sentences.map((each) => ({ start: point(each.start), end: point(each.end) })),
    )
    read.set(article, sentences)
  }
  return sentences
}

/** Who spoke last before a passage of which "he said" is told: of the five sentences before it. */
function speakerBefore(start: number, drafting: Drafting): string[] | undefined {
  const before = sentencesIn(drafting).filter(({ end }) => end <= start)
  for (const each of before.slice(-5).toReversed()) {
    const { saidBy } = readPeople(
      drafting.article.passage(each.start, each.end),
      drafting.base,
      drafting.reader,
    )
    if (saidBy.length > 0) return saidBy
  }
  return undefined
}

/** The whole sentences that a passage touches. */
function sentencesAround({ start, end }: Passage, drafting: Drafting): string {
  const { article } = drafting
  const touched = sentencesIn(drafting).filter((each) => each.start < end && start < each.end)
  const from = Math.min(start, touched[0]?.start ?? start)
  return article.passage(from, Math.max(end, touched.at(-1)?.end ?? end))
}

/** A label that the base has for the same unit and thing is taken over, so that the two can be compared. */
function knownLabel(quantity: Fact['quantities'][number], base: FactBase): Fact['quantities'][number] {
  const word = quantity.label.toLowerCase()
  for (const { value } of base.facts.values())
    for (const other of value.quantities)
      if (other.unit === quantity.unit && other.label.toLowerCase().split(/\s+/).includes(word))
        return { ...quantity, label: other.label }
  return quantity
}

function tagsFor(
  passage: string,
  actors: readonly string[],
  { base, topic }: Drafting,
): { tags: string[]; topic: string | undefined } {
  const words = new Set((base.language.contentWords?.(passage) ?? []).map(({ stem }) => stem))
  const weights = base.topics.map(({ value, facts }) => {
    const about = (base.language.contentWords?.(`${value.title} ${value.summary}`) ?? []).filter(({ stem }) =>
      words.has(stem),
    ).length
    const near = facts.filter((id) =>
      base.facts.get(id)?.value.actors.some((each) => actors.includes(each)),
    ).length
    return { id: value.id, weight: about * 2 + (facts.length === 0 ? 0 : near / facts.length) }
  })
  const chosen =
    topic ??
    weights.toSorted((a, b) => b.weight - a.weight).find(({ weight }) => weight > 0)?.id ??
    base.topics[0]?.value.id
  const facts = base.topics.find(({ value }) => value.id === chosen)?.facts ?? []
  const counts = new Map<string, number>()
  for (const id of facts)
    for (const tag of base.facts.get(id)?.value.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const common = [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag)
  const named = common.filter((tag) =>
    (base.language.contentWords?.(tag.replaceAll('-', ' ')) ?? []).some(({ stem }) => words.has(stem)),
  )
  const tags = [...new Set([...common.slice(0, 1), ...named])].slice(0, 3)
  return { tags: tags.length > 0 ? tags : [chosen ?? 'untagged'], topic: chosen }
}

/** A name from who speaks and what is counted or told: "mayor-crowns". */
function idFor(
  passage: string,
  unit: string | undefined,
  speaker: string | undefined,
  { base, source }: Drafting,
): string {
  const words = (base.language.contentWords?.(passage) ?? [])
    .map(({ word }) => slugOf(word))
    .filter((word) => word.length > 2)
  const parts = [
    speaker,
    unit === undefined ? undefined : slugOf(unit),
    ...words.slice(0, speaker === undefined ? 3 : 2),
  ]
  return (
    slugOf([...new Set(parts.filter(Boolean).join('-').split('-'))].slice(0, 4).join('-')) ||
    `${source.id}-fact`
  )
}
