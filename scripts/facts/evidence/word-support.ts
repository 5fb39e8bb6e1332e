import type { FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import type { Nearness, Reader, ReadWord } from '../../languages/reading.ts'
import { remember } from '../../languages/remember.ts'

/**
 * Why a word of a statement may stand there.
 * - `passage`: it stands in a passage, in this or another form.
 * - `near`: a word near it in meaning does; see `Nearness`.
 * - `recorded`: it is part of what the fact records: its speakers, relays, actors, places, sources or dates.
 * - `telling`: one of the words in which any statement speaks of a text.
 * - `grammar`: it says nothing by itself.
 * - `excused`: `notInEvidence` gives a reason for it.
 * - `unsupported`: nothing supports it.
 */
export type WordReason = 'passage' | 'near' | 'recorded' | 'telling' | 'grammar' | 'excused' | 'unsupported'

/** A place in a passage that supports a word, in UTF-16 units of that passage. */
export interface SupportingPlace {
  /** Index of the passage in the list that was given. */
  passage: number
  start: number
  end: number
  nearness: Nearness
}

/** A word of a text and its reason. */
export interface WordSupport {
  /** As it stands in the text, without a possessive ending. */
  text: string
  /** Its place in the text, in UTF-16 units; `end` is the unit after its last. */
  start: number
  end: number
  reason: WordReason
  /**
   * For `passage` and `near` the places that support it, nearest in meaning first, then in the order of the
   * passages; empty otherwise.
   */
  places: readonly SupportingPlace[]
}

/** What a text is held against. */
export interface Support {
  /** The words of the evidence, one string a passage. */
  passages: readonly string[]
  /** The words of what is recorded beside them and needs no passage, lower-case; see `recordedWords`. */
  recorded?: ReadonlySet<string>
  /** Stretches of the text that are excused. */
  excused?: readonly { start: number; end: number }[]
}

/**
 * Gives each word of a text its reason, in the order of the text. Every word of letters is there exactly
 * once; figures and marks are not: they are judged as figures and dates. Pure but for what the reader
 * remembers; the same text and support give the same answer. A text that stands in its own passages has no
 * unsupported word.
 */
export function supportWords(text: string, support: Support, reader: Reader): WordSupport[] {
  const passages = support.passages.map((passage) => indexOf(reader, passage))
  const recorded = support.recorded ?? nothingRecorded
  return reader.read(text).map((word): WordSupport => {
    const { text: shown, start, end } = word
    const near = placesOf(word, passages, reader)
    const places =
      near.length === 0 && word.kind === 'content' && !recorded.has(word.lower)
        ? fartherPlaces(word, text, support.passages, passages, reader)
        : near
    const reason = reasonOf(word, places, recorded, support.excused)
    return {
      text: shown,
      start,
      end,
      reason,
      places: reason === 'passage' || reason === 'near' ? places : noPlaces,
    }
  })
}

const noPlaces: readonly SupportingPlace[] = []

function reasonOf(
  { kind, lower, start, end }: ReadWord,
  places: readonly SupportingPlace[],
  recorded: ReadonlySet<string>,
  excused: Support['excused'],
): WordReason {
  // The nearest comes first.
  if (places[0]?.nearness === 'same') return 'passage'
  if (kind !== 'content') return kind
  if (recorded.has(lower)) return 'recorded'
  if (places.length > 0) return 'near'
  if (excused?.some((excuse) => excuse.start < end && start < excuse.end)) return 'excused'
  return 'unsupported'
}

const nothingRecorded: ReadonlySet<string> = new Set()

/** The words of names, places and dates, written in any form. */
export function recordedWords(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(wordsOfName))
}

/**
 * The words of a name or title, lower-case. Not read as a text: there is no grammar in them, and most facts
 * have names that no other has. One that ends in a mark is there with it and without: "U.S.", but also "Quill,".
 */
const wordsOfName = remember((name): string[] => {
  return Array.from(name.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.,'’]*/gu)).flatMap(
    ([found]) => {
      const word = found.replace(/['’]s?$/u, '')
      const bare = word.replace(/[.,'’]+$/u, '')
      return bare === word ? [word] : [word, bare]
    },
  )
})

const recordedBy = new WeakMap<FactBase, WeakMap<Fact, ReadonlySet<string>>>()

/**
 * The words of what a fact records beside its passages: the names and roles of everybody whom it names, its places,
 * who publishes and writes its sources and what they are called.
 */
export function recordedOf(fact: Fact, base: FactBase): ReadonlySet<string> {
  const known = recordedBy.get(base) ?? new WeakMap<Fact, ReadonlySet<string>>()
  recordedBy.set(base, known)
  const made = known.get(fact) ?? recordedWords(namesOf(fact, base))
  known.set(fact, made)
  return made
}

function namesOf(fact: Fact, base: FactBase): string[] {
  const { saidBy, via, actors, transfer, places, evidence } = fact
  const people = [...saidBy, ...via, ...actors, ...(transfer ? [transfer.from, transfer.to] : [])]
  return [
    ...people.flatMap((id) => {
      const actor = base.actors.get(id)?.value
      return actor
        ? [actor.name, ...actor.aliases.map(({ text }) => text), ...actor.roles.map(({ role }) => role)]
        : []
    }),
    ...places,
    ...evidence.flatMap((each) => {
      const source = base.sources.get(each.source)?.value
      return source
        ? [
            source.publisher ?? '',
            source.author ?? '',
            source.title,
            source.label ?? '',
            ...source.relays.map(({ actor }) => base.actors.get(actor)?.value.name ?? ''),
          ]
        : []
    }),
  ]
}

interface PassageIndex {
  /** Words by their form. */
  byForm: ReadonlyMap<string, readonly ReadWord[]>
  /** The forms that say something, in the same order. */
  saying: readonly (readonly [form: string, places: readonly ReadWord[]])[]
}

// A passage supports many words of many facts.
const indexes = new WeakMap<readonly ReadWord[], PassageIndex>()

function indexOf(reader: Reader, passage: string): PassageIndex {
  const words = reader.read(passage)
  const known = indexes.get(words)
  if (known) return known
  const byForm = new Map<string, ReadWord[]>()
  for (const word of words) {
    const same = byForm.get(word.lower)
    if (same) same.push(word)
    else byForm.set(word.lower, [word])
  }
  const made = { byForm, saying: [...byForm].filter(([, [first]]) => first!.kind !== 'grammar') }
  indexes.set(words, made)
  return made
}

const order: readonly Nearness[] = ['same', 'derived', 'synonym', 'near', 'converse', 'akin']

function placesOf(word: ReadWord, passages: readonly PassageIndex[], reader: Reader): SupportingPlace[] {
  const found: SupportingPlace[] = []
  for (const [passage, index] of passages.entries()) {
    for (const entry of formsFor(word, index)) {
      const form = entry[0]
      const places = entry[1]
      const { kind } = places[0]!
      if (form !== word.lower && kind === 'telling' && word.kind !== 'content') continue
      const nearness = reader.nearness(word.lower, form)
      if (nearness === undefined || (nearness === 'near' && kind === 'telling')) continue
      for (const { start, end } of places) found.push({ passage, start, end, nearness })
    }
  }
  return found.length < 2
    ? found
    : found.toSorted((a, b) => order.indexOf(a.nearness) - order.indexOf(b.nearness))
}

/**
 * Where a word that no other is near has something farther off: a term of several words that says the same ("ruled out" for
 * "excluded"), what is near to a term of which it is a part, or a word that is akin to it.
 */
function fartherPlaces(
  word: ReadWord,
  text: string,
  texts: readonly string[],
  passages: readonly PassageIndex[],
  reader: Reader,
): SupportingPlace[] {
  const own = reader.phrases(text).filter(({ start, end }) => start <= word.start && word.end <= end)
  const names = [word.lower, ...own.map(({ lower }) => lower)]
  const near: SupportingPlace[] = []
  const akin: SupportingPlace[] = []
  for (const [passage, { saying }] of passages.entries()) {
    for (const { lower, start, end } of reader.phrases(texts[passage]!))
      if (names.some((name) => reader.nearness(name, lower) !== undefined))
        near.push({ passage, start, end, nearness: 'near' })
    for (const [form, places] of saying) {
      if (places[0]!.kind === 'telling') continue
      const isNear = own.some(({ lower }) => reader.nearness(lower, form) !== undefined)
      if (!isNear && !names.some((name) => reader.akin(name, form))) continue
      const nearness = isNear ? 'near' : 'akin'
      for (const { start, end } of places) (isNear ? near : akin).push({ passage, start, end, nearness })
    }
  }
  return [...near, ...akin]
}

/** The forms of a passage that may support a word: of what says nothing by itself only the same form. */
function formsFor(
  word: ReadWord,
  { byForm, saying }: PassageIndex,
): Iterable<readonly [string, readonly ReadWord[]]> {
  const same = byForm.get(word.lower)
  if (word.kind === 'grammar') return same ? [[word.lower, same]] : []
  if (same?.[0]!.kind !== 'grammar') return saying
  return Array.from(byForm).filter(([form, [first]]) => form === word.lower || first!.kind !== 'grammar')
}
