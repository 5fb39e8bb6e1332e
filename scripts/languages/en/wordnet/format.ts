// The form of the index on disk: one block of 32-bit numbers and one of text, made to be used as it was read,
// without parsing. A JSON object of the same content took 0.6 s and 100 MB to load.
//
//   magic · lengths of the sections · sections of numbers · the words, sorted, joined by line feeds (ASCII)
//
// A list of lists is two sections: where each list begins in the second, and all their members one after
// another.

/** Changes whenever the form or what is compiled into it does. */
export const formatVersion = 3

const magic = 0x4e_57_46_00 + formatVersion

/** Sections of numbers. */
const sectionCount = 19

/** In the parts of a word: WordNet writes it small somewhere. */
export const writtenSmall = 16

/** In the parts of a word: its commonest meaning as a noun is that of a person. */
export const namesPerson = 32

/** A word while the index is compiled. */
export interface WordEntry {
  /** Bit 0 noun, 1 verb, 2 adjective, 3 adverb; bit 4: written small somewhere, so not a name alone; bit 5: a person. */
  parts: number
  synsets: number[]
  /** The synsets of its commonest meanings, of each part of speech. */
  first: number[]
  /** The words by which WordNet explains its commonest meanings, but for those that explain too much. */
  explained: Set<string>
  derived: Set<string>
  opposite: Set<string>
}

/** Lists of numbers, one for each index. */
export interface Lists {
  starts: Uint32Array
  members: Uint32Array
}

/** The index as it lies in memory: views into one buffer. Words, synsets and irregular forms are numbers. */
export interface WordNetIndex {
  /** The words, then the irregular forms, sorted each, as ASCII bytes. */
  text: Uint8Array
  /** Where each word begins in `text`; one more at the end. */
  words: Uint32Array
  parts: Uint32Array
  synsets: Lists
  derived: Lists
  opposite: Lists
  /** Of a word: the synsets of its commonest meanings, and the words by which these are explained. */
  first: Lists
  explained: Lists
  /** Synsets one step from a synset: broader, narrower, similar, entailed or caused. */
  near: Lists
  /** Those of them that say no more than the synset: broader, similar, entailed. */
  broader: Lists
  /** Where each irregular form begins in `text`; one more at the end. */
  forms: Uint32Array
  /** For each irregular form its lemmas: word number times four plus part of speech. */
  formLemmas: Lists
}

/** Not an index, cut short, or of an older form. */
export class IndexDamaged extends Error {}

/** Sorts and writes what was compiled. Pure. */
export function encodeIndex(
  entries: ReadonlyMap<string, WordEntry>,
  near: readonly ReadonlySet<number>[],
  broader: readonly ReadonlySet<number>[],
  exceptions: readonly (readonly [part: number, form: string, lemma: string])[],
): Uint8Array {
  const sorted = Array.from(entries.keys()).toSorted(byBytes)
  const numbers = new Map(sorted.map((word, number) => [word, number] as const))
  const numbersOf = (words: ReadonlySet<string>): number[] =>
    Array.from(words, (word) => numbers.get(word)!).toSorted((a, b) => a - b)
  const lemmasOf = new Map<string, Set<number>>()
  for (const [part, form, lemma] of exceptions) {
    const number = numbers.get(lemma)
    if (number === undefined || form.includes('_')) continue
    lemmasOf.set(form, (lemmasOf.get(form) ?? new Set()).add(number * 4 + part))
  }
  const forms = Array.from(lemmasOf.keys()).toSorted(byBytes)
  const wordStarts = startsOf(sorted, 0)
  const sections = [
    wordStarts,
    Uint32Array.from(sorted, (word) => entries.get(word)!.parts),
    ...lists(sorted.map((word) => entries.get(word)!.synsets)),
    ...lists(sorted.map((word) => numbersOf(entries.get(word)!.derived))),
    ...lists(sorted.map((word) => numbersOf(entries.get(word)!.opposite))),
    ...lists(sorted.map((word) => entries.get(word)!.first)),
    ...lists(sorted.map((word) => numbersOf(entries.get(word)!.explained))),
    ...lists(near.map((set) => Array.from(set))),
    ...lists(broader.map((set) => Array.from(set))),
    startsOf(forms, wordStarts.at(-1)!),
    ...lists(forms.map((form) => Array.from(lemmasOf.get(form)!))),
  ]
  const text = new TextEncoder().encode([...sorted, ...forms].map((word) => `${word}\n`).join(''))
  const header = Uint32Array.from([
    magic,
    sections.length,
    ...sections.map(({ length }) => length),
    text.length,
  ])
  const bytes = new Uint8Array(
    [header, ...sections].reduce((sum, { byteLength }) => sum + byteLength, text.length),
  )
  let at = 0
  for (const part of [header, ...sections, text]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}

/**
 * Reads an index without copying it. Takes a little-endian machine for granted, as every one is that Node
 * runs on.
 * @throws IndexDamaged
 */
export function decodeIndex(bytes: Uint8Array): WordNetIndex {
  // Numbers can be looked at in place only from an address that four divides.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const { buffer, byteOffset, byteLength } = aligned
  const headLength = sectionCount + 3
  const head = new Uint32Array(buffer, byteOffset, Math.min(headLength, Math.floor(byteLength / 4)))
  if (head[0] !== magic || head[1] !== sectionCount || head.length < headLength)
    throw new IndexDamaged('not an index of WordNet')
  const lengths = Array.from(head.slice(2))
  const total =
    headLength * 4 +
    lengths.slice(0, sectionCount).reduce((sum, length) => sum + length * 4, 0) +
    lengths[sectionCount]!
  if (total !== byteLength) throw new IndexDamaged('an index of WordNet that was cut short')
  let at = byteOffset + headLength * 4
  const next = (): Uint32Array => {
    const section = new Uint32Array(buffer, at, lengths.shift()!)
    at += section.byteLength
    return section
  }
  const nextLists = (): Lists => ({ starts: next(), members: next() })
  return {
    words: next(),
    parts: next(),
    synsets: nextLists(),
    derived: nextLists(),
    opposite: nextLists(),
    first: nextLists(),
    explained: nextLists(),
    near: nextLists(),
    broader: nextLists(),
    forms: next(),
    formLemmas: nextLists(),
    text: new Uint8Array(buffer, at, lengths[0]),
  }
}

/** The members of one list. */
export function listOf({ starts, members }: Lists, index: number): Uint32Array {
  return members.subarray(starts[index]!, starts[index + 1]!)
}

function lists(all: readonly (readonly number[])[]): [starts: Uint32Array, members: Uint32Array] {
  const starts = new Uint32Array(all.length + 1)
  for (const [index, { length }] of all.entries()) starts[index + 1] = starts[index]! + length
  return [starts, Uint32Array.from(all.flat())]
}

function startsOf(words: readonly string[], from: number): Uint32Array {
  const starts = new Uint32Array(words.length + 1)
  starts[0] = from
  for (const [index, word] of words.entries()) starts[index + 1] = starts[index]! + word.length + 1
  return starts
}

/** The words are ASCII: their order as strings is that of their bytes. */
function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
