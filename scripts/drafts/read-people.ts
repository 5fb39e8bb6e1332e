// Who a passage names, who speaks in it and through whom: as far as the words show it. What is not sure is
// left to the author, who sees why each was taken.

import type { Actor } from '../facts/actor-schema.ts'
import type { FactBase } from '../facts/fact-base.ts'
import { actorMentions } from '../facts/evidence/name-index.ts'
import type { ClaimWords } from '../languages/claim-words.ts'
import type { Language } from '../languages/language.ts'
import type { Mention, Reader } from '../languages/reading.ts'
import { slugOf, unusedName } from '../facts/names.ts'

/** Somebody whom an article names and facts/actors.json does not record. */
export interface NewActor {
  id: string
  name: string
  /** A guess from the name and the words before it. */
  kind: Actor['kind']
  /** The words before the name that tell an office, for a role. */
  role?: string
}

export interface ReadPeople {
  /** Ids of recorded actors, in the order of the passage. */
  actors: string[]
  saidBy: string[]
  via: string[]
  /** In the order of the passage. */
  newActors: (NewActor & { as: ('actors' | 'saidBy' | 'via')[] })[]
  places: string[]
}

/** Somebody named: `ids` are those of the base, or of the new actor that the name would make. */
interface Named extends Mention {
  name: string
  fresh?: NewActor
  place: boolean
}

/** Reads who is named, who speaks and where. @param sentence the whole sentences that the passage is of. */
export function readPeople(sentence: string, base: FactBase, reader?: Reader): ReadPeople {
  const { language } = base
  const named = namesIn(sentence, base)
  const people = named.filter(({ place }) => !place)
  const { saidBy, via } = speakersIn(sentence, people, language, reader)
  const newActors = [
    ...new Map(people.flatMap(({ fresh }) => (fresh ? [[fresh.id, fresh] as const] : []))).values(),
  ]
  return {
    actors: known(people),
    saidBy: known(saidBy),
    via: known(via),
    newActors: newActors.map((actor) => ({
      ...actor,
      as: [
        'actors',
        ...(isIn(saidBy, actor.id) ? (['saidBy'] as const) : []),
        ...(isIn(via, actor.id) ? (['via'] as const) : []),
      ],
    })),
    places: [...new Set(named.flatMap(({ place, name }) => (place ? [name] : [])))],
  }
}

function known(named: readonly Named[]): string[] {
  return [...new Set(named.filter(({ fresh }) => !fresh).map(({ ids }) => ids[0]!))]
}

function isIn(named: readonly Named[], id: string): boolean {
  return named.some(({ ids }) => ids[0] === id)
}

function namesIn(text: string, base: FactBase): Named[] {
  const { language } = base
  const recorded = actorMentions(text, base).map(({ actors, start, end }): Named => ({
    ids: actors,
    start,
    end,
    name: text.slice(start, end),
    place: false,
  }))
  // "Experts" and "the harbour board" are actors with a small letter too; one word of another kind is not.
  for (const { value: actor } of base.actors.values()) {
    if (actor.kind === 'person') continue
    for (const name of [actor.name, ...actor.aliases.map(({ text: alias }) => alias)]) {
      if (actor.kind !== 'group' && !/\s/.test(name)) continue
      for (const { 0: word, index: start } of text.matchAll(
        new RegExp(`(?<![\\p{L}-])${escaped(name)}(?![\\p{L}-])`, 'giu'),
      ))
        if (!recorded.some((each) => each.start <= start && start < each.end))
          recorded.push({ ids: [actor.id], start, end: start + word.length, name: word, place: false })
    }
  }
  const places = new Set([...base.facts.values()].flatMap(({ value }) => value.places))
  const taken = new Set<string>(base.actors.keys())
  const fresh = new Map<string, NewActor>()
  const others = runsOfNames(text, language)
    .filter(({ start, end }) => !recorded.some((each) => each.start < end && start < each.end))
    .map(({ start, end }): Named => {
      const name = text.slice(start, end).replace(/['’]s?$/u, '')
      const before = text.slice(0, start)
      const spans = { start, end, name }
      const isPlace = places.has(name)
      if (isPlace || (language.claims?.placing.test(before) && !isBody(name, language)))
        return { ...spans, ids: [], place: true }
      const made = fresh.get(name) ?? newActor(name, before, language, taken)
      if (made.id === '') return { ...spans, ids: [], place: true }
      fresh.set(name, made)
      taken.add(made.id)
      return { ...spans, ids: [made.id], fresh: made, place: false }
    })
    .filter(({ place, name }) => !place || places.has(name) || /\p{Lu}/u.test(name))
  return [...recorded, ...others].toSorted((a, b) => a.start - b.start)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Names that stand side by side are one: "Harbour Board", "Institute for the Study of War". */
function runsOfNames(text: string, language: Language): { start: number; end: number }[] {
  if (language.names === 'recorded') return []
  const runs: { start: number; end: number; first: boolean }[] = []
  for (const { start, end, first } of language.readTokens(text).names) {
    const last = runs.at(-1)
    // "The" of "The Harbour Board".
    if (first && language.contentWords?.(text.slice(start, end)).length === 0) continue
    if (last && /^(?:[ -]| (?:of|for)(?: the)? | and the )$/.test(text.slice(last.end, start))) last.end = end
    else runs.push({ start, end, first })
  }
  // One word that opens a sentence is a name only where it cannot be another word: it stands elsewhere too.
  return runs.filter(({ start, end, first }) => {
    const name = text.slice(start, end)
    if (!/\s/.test(name) && language.contentWords?.(name).length === 0) return false
    return !first || /\s/.test(name) || text.indexOf(name) !== text.lastIndexOf(name)
  })
}

function isBody(name: string, { claims }: Language): boolean {
  return (
    claims !== undefined && [claims.bodies, claims.companies, claims.media].some((words) => words.test(name))
  )
}

function newActor(name: string, before: string, { claims }: Language, taken: ReadonlySet<string>): NewActor {
  const office = claims?.offices.exec(before)?.[0].trim().replace(/,$/, '')
  const kind: Actor['kind'] = claims?.media.test(name)
    ? 'media'
    : claims?.companies.test(name)
      ? 'company'
      : /\b(?:ministry|department|agency|office|board|police|army|court|council)\b/i.test(name)
        ? 'government-body'
        : claims?.bodies.test(name)
          ? 'organisation'
          : office !== undefined || /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.-]*){1,2}$/u.test(name)
            ? 'person'
            : 'organisation'
  const slug = slugOf(name)
  return {
    id: slug === '' ? '' : unusedName(slug, taken),
    name,
    kind,
    ...(office === undefined || kind !== 'person' ? {} : { role: office.toLowerCase() }),
  }
}

/** Who says so, and through whom. The one who passes on stands after the one who is passed on. */
function speakersIn(
  text: string,
  named: readonly Named[],
  language: Language,
  reader?: Reader,
): { saidBy: Named[]; via: Named[] } {
  const { claims } = language
  if (!claims) return { saidBy: [], via: [] }
  const at = (mention: Mention): Named | undefined => named.find(({ start }) => start === mention.start)
  const speaking = new Set<Named>()
  if (reader)
    for (const { mention, word } of reader.relations(text, named).doers) {
      const who = at(mention)
      if (who && (word.speaks || (word.attributes && word.tag === 'VERB'))) speaking.add(who)
    }
  for (const who of named) {
    const before = text.slice(Math.max(0, who.start - 90), who.start)
    const after = text.slice(who.end, who.end + 140)
    if (claims.accordingTo.test(before) || endsQuotation(before, claims) || speaksAfter(after, claims))
      speaking.add(ofWhom(who, named, text))
  }
  const relayed = new Set(
    named.filter(({ start }) => {
      const before = text.slice(Math.max(0, start - 40), start)
      return new RegExp(`(?:${claims.relays.source})\\s+(?:the\\s+|an?\\s+|\\p{L}+\\s+)?$`, 'iu').test(before)
    }),
  )
  const order = named.filter((who) => speaking.has(who) || relayed.has(who))
  if (relayed.size === 0) {
    // Who ends the sentence says all of it: "..., Lind said."
    const closing = order.findLast(
      ({ end }) =>
        /^\s+\p{L}+[^,;“"]{0,40}[.”"]*$/u.test(text.slice(end)) && speaksAfter(text.slice(end), claims),
    )
    const one = closing ?? order[0]
    return { saidBy: one ? together(one, named, text) : [], via: [] }
  }
  // "A found ..., B reports citing C": A speaks, C has it from A, B from C.
  const speakers = order.filter((who) => !relayed.has(who))
  const last = speakers.findLast((who) => [...relayed].some((each) => each.start > who.start))
  const first = speakers.filter((who) => who !== last)
  return first.length > 0
    ? { saidBy: first.slice(0, 1), via: [...relayed, ...(last ? [last] : [])] }
    : { saidBy: [...relayed], via: last ? [last] : [] }
}

/** "The president of Iceland": the one who speaks stands before. */
function ofWhom(who: Named, named: readonly Named[], text: string): Named {
  const before = named.findLast(({ end }) => end <= who.start)
  return before && /^ (?:of|von|з) (?:the )?$/.test(text.slice(before.end, who.start)) ? before : who
}

/** A quotation and a verb of saying come right before the name. */
function endsQuotation(before: string, { attributes }: ClaimWords): boolean {
  const verb = /["”“»’],?\s+([\p{L}]+)\s+(?:[\p{L}’'-]+\s+){0,3}$/u.exec(before)?.[1]
  return verb !== undefined && attributes.test(verb)
}

/** "Iceland and Norway said": both do. */
function together(last: Named, named: readonly Named[], text: string): Named[] {
  const before = named.findLast(({ end }) => end < last.start)
  return before && /^,? (?:and|und|та|і|й) (?:the )?$/.test(text.slice(before.end, last.start))
    ? [...together(before, named, text), last]
    : [last]
}

/** The verb comes at once, or after what is put between commas, brackets or dashes. */
function speaksAfter(after: string, { attributes, estimates, helper }: ClaimWords): boolean {
  const plain = after.replace(/^\s*\([^)]*\)/, '')
  const rest = [plain, plain.replace(/^,[^.;]{1,100}?,\s/, ''), plain.replace(/^,\s/, '')]
  return rest.some((each) => {
    const verb = each.trimStart().replace(helper, '').split(/\s+/).slice(0, 2).join(' ')
    return [attributes, estimates].some((words) => words.exec(verb)?.index === 0)
  })
}
