import type { FactBase } from '../fact-base.ts'
import type { ActorId } from '../ids.ts'
import { foldTypography } from '../../languages/fold-text.ts'
import type { DateToken, Figure, Language, Name } from '../../languages/language.ts'
import type { Reader } from '../../languages/reading.ts'
import { remember } from '../../languages/remember.ts'
import { actorMentions, nameIndexOf, type Mention, type NameIndex } from './name-index.ts'

/** What of a text its support does not contain. */
export interface Unsupported {
  figures: Figure[]
  dates: DateToken[]
  names: Name[]
}

/** Beside the words of the support: dates and names that hold for other stated reasons. */
export interface AlsoKnown {
  /** ISO dates of reduced precision. */
  dates?: readonly string[]
  names?: readonly string[]
}

/**
 * The figures, dates and proper names of `text` that `support` does not contain. Number words equal numerals,
 * a part of a date is found in a fuller one, an actor may stand there by any name or alias (a person by the
 * last name), an adjective for its noun.
 */
export function unsupported(
  text: string,
  support: string,
  base: FactBase,
  also: AlsoKnown = {},
  reader?: Reader,
): Unsupported {
  return missingFrom(readSupport(support, base, also), text, base, reader)
}

/** What a text supports, read once for all that rests on it. */
export interface Support {
  dates: readonly Partial<DateToken>[]
  /** Of figures and years. */
  values: Holding<number>
  /** Ids of those it names. */
  actors: Holding<string>
  /** Lower-case, as names are compared. */
  words: Holding<string>
}

/** What can be asked for one thing, and for all of them. */
interface Holding<T> extends Iterable<T> {
  has(each: T): boolean
}

/** What several texts support together. */
export function joinSupport(parts: readonly Support[]): Support {
  return {
    dates: parts.flatMap(({ dates }) => dates),
    values: union(parts.map(({ values }) => values)),
    actors: union(parts.map(({ actors }) => actors)),
    words: union(parts.map(({ words }) => words)),
  }
}

/** Of so few, each is asked in turn: this is done for every text that is shown, most of which ask for little. */
const fewParts = 12

function union<T>(sets: readonly Holding<T>[]): Holding<T> {
  if (sets.length <= fewParts)
    return {
      has: (each) => sets.some((set) => set.has(each)),
      *[Symbol.iterator]() {
        for (const set of sets) yield* set
      },
    }
  const all = new Set<T>()
  for (const set of sets) for (const each of set) all.add(each)
  return all
}

/**
 * What a text supports. It is read line by line, since no word, date or name goes over the end of one: most texts share
 * lines with others, as the facts of one article share its title. Lines are remembered, for the next reading of the
 * unit too, as `dev` and `build --watch` have it.
 */
export function readSupport(support: string, base: FactBase, also: AlsoKnown = {}): Support {
  const supports = linesOf(base)
  const dates: Partial<DateToken>[] = []
  const values = new Set<number>()
  const actors = new Set<string>()
  const words = new Set<string>()
  for (const line of support.split('\n')) {
    if (line === '') continue
    const there = supports(line)
    dates.push(...there.dates)
    for (const each of there.values) values.add(each)
    for (const each of there.actors) actors.add(each)
    for (const each of there.words) words.add(each)
  }
  for (const date of also.dates ?? []) {
    const [year, month, day] = date.split('-').map(Number)
    dates.push({ ...(year ? { year } : {}), ...(month ? { month } : {}), ...(day ? { day } : {}) })
  }
  for (const name of also.names ?? [])
    for (const line of name.split('\n')) for (const word of nameWords(line)) words.add(word)
  return { dates, values, actors, words }
}

/** What a line supports, each thing maybe twice. */
interface Line {
  dates: readonly Partial<DateToken>[]
  values: readonly number[]
  actors: readonly string[]
  words: readonly string[]
}

/** Names are looked for in the same texts one after another. */
const textsKept = 4096

/** Lines that are remembered, at about half a kilobyte each: those of a unit of some thousand facts. */
const linesKept = 65_536

// What a line supports depends on the names that are known, and lasts as long.
const lines = new WeakMap<NameIndex, (line: string) => Line>()

function linesOf(base: FactBase): (line: string) => Line {
  const index = nameIndexOf(base)
  const known =
    lines.get(index) ??
    remember((line: string) => readLine(line, base.language, index.mentions(line)), linesKept)
  lines.set(index, known)
  return known
}

/** Most lines have no date, and many no figure or actor: they share this. */
const none: readonly never[] = []

/** The same word is the same string, wherever it stands: thousands of lines are made of few words. */
const oneString = remember((word) => word)

function readLine(line: string, language: Language, named: readonly Mention[]): Line {
  const { dates, figures, names: read } = language.readTokens(line)
  const values = figures.flatMap((figure) => figure.values)
  for (const { year } of dates) if (year !== undefined) values.push(year)
  return {
    dates: dates.length > 0 ? dates : none,
    values: values.length > 0 ? values : none,
    actors: named.length > 0 ? named.flatMap(({ actors }) => actors) : none,
    // The names that the reader sees there as well: whatever it takes for one word on one side is one on the other.
    words: [...nameWords(line), ...read.map(({ text }) => foldTypography(text).toLowerCase())].map(oneString),
  }
}

/**
 * The figures, dates and proper names of a text that its support does not contain; see `unsupported`.
 * @param reader tells whether the first word of a sentence is a name; without it, only names that the base
 *   records are looked at there.
 */
export function missingFrom(
  { dates, values, actors, words }: Support,
  text: string,
  base: FactBase,
  reader?: Reader,
): Unsupported {
  const said = base.language.readTokens(text)
  const mentions = actorMentions(text, base)
  const names =
    base.language.names === 'recorded' ? withRecorded(said.names, text, mentions, base) : said.names
  const missingNames = names.filter((name) => {
    const mention = mentions.find(({ start, end }) => start <= name.start && name.end <= end)
    if (mention) {
      if (mention.actors.some((id) => actors.has(id))) return false
    } else if (
      name.first &&
      !nameIndexOf(base).places.has(name.text) &&
      !isForename(name, mentions, base) &&
      !opensAsName(name, text, reader)
    )
      return false
    return !(
      hasName(words, name.text, base.language) ||
      (!/\d/.test(name.text) && name.text.split(/[-\s]/).every((part) => hasName(words, part, base.language)))
    )
  })
  return {
    figures: said.figures.filter(
      ({ values: wanted, weak }) => !weak && !wanted.some((value) => values.has(value)),
    ),
    dates: said.dates.filter((date) => !hasDate(dates, date, values)),
    names: oncePerActor(missingNames, mentions),
  }
}

/**
 * Where capitals tell no names: those that the language is sure of, with the actors and places that the base
 * records.
 */
function withRecorded(
  sure: readonly Name[],
  text: string,
  mentions: readonly Mention[],
  base: FactBase,
): Name[] {
  const { places } = nameIndexOf(base)
  const recorded = [
    ...mentions.map(({ start, end }) => ({ start, end })),
    ...Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    })).filter(({ start, end }) => {
      const word = text.slice(start, end)
      return places.has(word) && /\p{Lu}|\p{Lo}/u.test(word)
    }),
  ]
  const names = [...sure]
  for (const { start, end } of recorded) {
    if (names.some((name) => name.start < end && start < name.end)) continue
    names.push({ kind: 'name', text: text.slice(start, end), start, end, first: false })
  }
  return names
}

/** Whether a support names a place: all words of it, in any of their forms. */
export function namesPlace({ words }: Support, place: string, base: FactBase): boolean {
  return Array.from(place.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => word).every((word) =>
    hasName(words, word, base.language),
  )
}

/** Whether the first word of a sentence is a name and could be nothing else. */
export function opensAsName(
  { text: name, start, end }: Name,
  text: string,
  reader: Reader | undefined,
): boolean {
  if (!reader) return false
  // Reading is slow, and of most first words ("The", "What") no text makes a name.
  const stands = onlyLetters.test(name) && text.startsWith(name, start) && !goesOn.test(text.charAt(end))
  if (stands && !reader.mayBeName(name.toLowerCase())) return false
  const word = reader.read(text).find((each) => each.start === start)
  return word !== undefined && reader.isName(word)
}

const onlyLetters = /^\p{L}+$/u
/** What may belong to the word before it. */
const goesOn = /[\p{L}\p{M}\p{N}.'’]/u

/**
 * A capital letter that opens a sentence says nothing, unless a person's last name follows: "Bruno Quill
 * said".
 */
function isForename({ text, end }: Name, mentions: readonly Mention[], base: FactBase): boolean {
  const next = mentions.find(({ start }) => start === end + 1)
  const person = next?.actors.some((id) => base.actors.get(id as ActorId)?.value.kind === 'person')
  return person === true && base.language.mayBeForename?.(text) === true
}

function hasDate(dates: readonly Partial<DateToken>[], wanted: DateToken, values: Holding<number>): boolean {
  const agrees = (date: Partial<DateToken>, keys: readonly ('day' | 'month' | 'year' | 'name')[]): boolean =>
    keys.every((key) => wanted[key] === undefined || date[key] === wanted[key])
  if (wanted.month === undefined && wanted.name === undefined)
    return values.has(wanted.year ?? Number.NaN) || dates.some((date) => agrees(date, ['year']))
  // "June 18 ... in 2024": the year may stand apart, but not where that month bears another one.
  return dates.some(
    (date) =>
      agrees(date, ['day', 'month', 'name']) &&
      (date.year === undefined
        ? wanted.year === undefined || dates.some(({ year }) => year === wanted.year)
        : wanted.year === undefined || date.year === wanted.year),
  )
}

/** A name of several words that is missing altogether is reported as one. */
function oncePerActor(names: readonly Name[], mentions: readonly Mention[]): Name[] {
  const seen = new Set<Mention>()
  return names.filter((name) => {
    const mention = mentions.find(({ start, end }) => start <= name.start && name.end <= end)
    if (!mention) return true
    if (seen.has(mention)) return false
    seen.add(mention)
    return true
  })
}

/**
 * Words as names are compared, lower-case. One with an apostrophe in it is itself and its parts: "L'Aquila",
 * but also "Quill's".
 */
const nameWords = remember(
  (line): ReadonlySet<string> =>
    new Set(
      Array.from(
        foldTypography(line).matchAll(
          /(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}\p{M}\p{Nd}]*[-‑](?!(?:19|20)\d\d\b)\p{Nd}[\p{L}\p{Nd}]*|[\p{L}\p{M}\p{Nd}]+(?:'[\p{L}\p{M}]+)*/gu,
        ),
        ([word]) => word.replaceAll('.', '').toLowerCase(),
      ).flatMap((word) => (word.includes("'") ? [word, word.replace(/'s?$/, ''), ...word.split("'")] : word)),
    ),
  textsKept,
)

function hasName(words: Holding<string>, name: string, { sameName }: Language): boolean {
  const wanted = foldTypography(name).toLowerCase()
  if (words.has(wanted)) return true
  for (const word of words) if (sameName(word, wanted)) return true
  return false
}

/** "Two texts", "the third report": a small number in letters counts what the text speaks of. */
export function countsTexts({ text, values }: Figure): boolean {
  return !/\d/.test(text) && values.some((value) => Number.isInteger(value) && value >= 0 && value <= 12)
}
