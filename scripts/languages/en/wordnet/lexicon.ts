import type { Nearness, PartOfSpeech } from '../../reading.ts'
import { remember, rememberPairs } from '../../remember.ts'
import { listOf, namesPerson, writtenSmall, type Lists, type WordNetIndex } from './format.ts'

/**
 * What WordNet knows of English words. Words are given in any form and any case; all answers are about their
 * lemmas. A lexicon remembers what it was asked, so keep one for all texts.
 */
export interface Lexicon {
  /** Whether WordNet has the word, in this form or as a lemma of it. */
  has(form: string): boolean
  /** Whether a form is that of a word that is no name: WordNet writes it small. */
  isCommon(form: string): boolean
  /** Whether a form, as its commonest meaning has it, is that of a word for a person: "passengers". */
  isPerson(form: string): boolean
  /**
   * The lemmas that a form may belong to, with their parts of speech: "left" is "left" and "leave". Empty for
   * a word unknown.
   */
  lemmas(form: string): readonly string[]
  /** The parts of speech in which a form is known. */
  parts(form: string): ReadonlySet<PartOfSpeech>
  /**
   * How two forms are near; undefined where they are not. One step only: synonym, derivation, broader,
   * narrower, similar, entailed, caused. (Two steps make nearly every word near to every other.)
   */
  nearness(one: string, other: string): Step | undefined
  /**
   * Whether two forms are near at more than one step, in their commonest meanings alone: a broader word of a near one
   * ("cover", "pay"), words near to what each is derived from ("illness", "fever"), a word by which the other is
   * explained ("shopkeeper", "shop"). Never of opposites.
   */
  akin(one: string, other: string): boolean
  /** The terms of several words in a text, lower-case, that are no nouns: "rule out" of "was ruled out". */
  phrases(words: readonly { lower: string }[]): readonly Phrase[]
  /**
   * Whether two forms say the opposite, directly ("rise", "fall") or through an adjective that is similar to
   * one of them ("damp", "dry").
   */
  opposite(one: string, other: string): boolean
}

/** What WordNet itself leads to at one step or less. */
type Step = Exclude<Nearness, 'akin' | 'converse'>

/** A term of several words. */
interface Phrase {
  /** As the lexicon calls it. */
  lower: string
  /** Indexes of its first and of its last word. */
  from: number
  to: number
}

/** Words that may stand between the parts of a phrase with a particle: "put the ban off". */
const between = 2

const particles = new Set([
  'up',
  'down',
  'out',
  'off',
  'on',
  'away',
  'back',
  'over',
  'in',
  'aside',
  'apart',
  'together',
])

const partNames: readonly PartOfSpeech[] = ['noun', 'verb', 'adjective', 'adverb']

// Rules of detachment of WordNet's morphy(7WN).
const endings: readonly (readonly (readonly [ending: string, instead: string])[])[] = [
  [
    ['s', ''],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
  ],
  [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
  ],
  [],
]

/** Looks words up in a compiled index. */
export function openLexicon(index: WordNetIndex): Lexicon {
  const decoder = new TextDecoder('latin1')
  const textOf = (starts: Uint32Array, number: number): string =>
    decoder.decode(index.text.subarray(starts[number]!, starts[number + 1]! - 1))
  const find = (starts: Uint32Array, word: string): number => {
    let low = 0
    let high = starts.length - 2
    while (low <= high) {
      const middle = (low + high) >> 1
      const order = compareAt(index.text, starts[middle]!, starts[middle + 1]! - 1, word)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** Numbers of the lemmas of a form, each with the parts of speech in which the form is one of theirs. */
  const lemmaNumbers = remember((form: string): ReadonlyMap<number, number> => {
    const found = new Map<number, number>()
    const add = (number: number, parts: number): void => {
      const known = index.parts[number]! & parts
      if (known !== 0) found.set(number, (found.get(number) ?? 0) | known)
    }
    const itself = find(index.words, form)
    if (itself >= 0) add(itself, 15)
    const irregular = find(index.forms, form)
    if (irregular >= 0)
      for (const lemma of listOf(index.formLemmas, irregular)) add(lemma >> 2, 1 << (lemma & 3))
    for (const [part, rules] of endings.entries()) {
      for (const [ending, instead] of rules) {
        if (!form.endsWith(ending) || form.length - ending.length + instead.length < 2) continue
        const lemma = find(index.words, form.slice(0, form.length - ending.length) + instead)
        if (lemma >= 0) add(lemma, 1 << part)
      }
    }
    return found
  })

  /** What a list has for the lemmas of a form. */
  const collected = (lists: Lists, form: string): ReadonlySet<number> => {
    const all = new Set<number>()
    for (const number of lemmaNumbers(form).keys()) for (const each of listOf(lists, number)) all.add(each)
    return all
  }
  const synsetsOf = remember((form: string) => collected(index.synsets, form))
  const aroundOf = remember((form: string): ReadonlySet<number> => {
    const all = new Set<number>()
    for (const synset of synsetsOf(form)) for (const near of listOf(index.near, synset)) all.add(near)
    return all
  })
  const linked = (lists: Lists, one: string, other: string): boolean => {
    const wanted = lemmaNumbers(other)
    for (const number of lemmaNumbers(one).keys())
      for (const to of listOf(lists, number)) if (wanted.has(to)) return true
    return false
  }
  const oppositesOf = remember((form: string) => collected(index.opposite, form))
  /** Opposites of the adjectives in the middle of which a word stands: of "dry" for "damp". */
  const oppositeSynsets = remember((form: string): ReadonlySet<number> => {
    const all = new Set<number>()
    for (const opposite of oppositesOf(form))
      for (const synset of listOf(index.synsets, opposite)) all.add(synset)
    return all
  })

  const relation = rememberPairs((one: string, other: string): Step | 'none' => {
    const [ours, theirs] = [lemmaNumbers(one), lemmaNumbers(other)]
    for (const number of ours.keys()) if (theirs.has(number)) return 'same'
    if (linked(index.derived, one, other)) return 'derived'
    const [mine, yours] = [synsetsOf(one), synsetsOf(other)]
    if (intersect(mine, yours)) return 'synonym'
    return intersect(aroundOf(one), yours) || intersect(aroundOf(other), mine) ? 'near' : 'none'
  })
  const against = rememberPairs((one: string, other: string): boolean => {
    if (intersectKeys(oppositesOf(one), lemmaNumbers(other))) return true
    if (intersectKeys(oppositesOf(other), lemmaNumbers(one))) return true
    return (
      isAdjective(one) &&
      isAdjective(other) &&
      (intersect(oppositeSynsets(one), aroundOf(other)) || intersect(oppositeSynsets(other), aroundOf(one)))
    )
  })
  /** The commonest meanings of a form, and of what is derived from it. */
  const firstOf = remember((form: string) => collected(index.first, form))
  const derivedFirst = remember((form: string): ReadonlySet<number> => {
    const all = new Set<number>()
    for (const number of lemmaNumbers(form).keys())
      for (const derived of listOf(index.derived, number))
        for (const synset of listOf(index.first, derived)) all.add(synset)
    return all
  })
  const derivedAround = remember((form: string) => oneStep(index.near, derivedFirst(form)))
  const twoSteps = remember((form: string) => oneStep(index.broader, oneStep(index.near, firstOf(form))))
  const explainedBy = remember((form: string): ReadonlySet<number> => {
    const all = new Set<number>()
    for (const number of lemmaNumbers(form).keys())
      for (const word of listOf(index.explained, number))
        for (const lemma of lemmaNumbers(textOf(index.words, word)).keys()) all.add(lemma)
    return all
  })
  const areAkin = rememberPairs((one: string, other: string): boolean => {
    if (against(one, other)) return false
    const [first, second] = [derivedFirst(one), derivedFirst(other)]
    return (
      intersect(first, firstOf(other)) ||
      intersect(firstOf(one), second) ||
      intersect(first, derivedAround(other)) ||
      intersect(derivedAround(one), second) ||
      intersect(twoSteps(one), firstOf(other)) ||
      intersect(firstOf(one), twoSteps(other)) ||
      intersectKeys(explainedBy(one), lemmaNumbers(other)) ||
      intersectKeys(explainedBy(other), lemmaNumbers(one))
    )
  })
  const isAdjective = (form: string): boolean => {
    let parts = 0
    for (const each of lemmaNumbers(form).values()) parts |= each
    return parts === 4
  }

  const phraseOf = (form: string, end: string): string | undefined =>
    [form, ...Array.from(lemmaNumbers(form).keys(), (number) => textOf(index.words, number))]
      .map((lemma) => `${lemma}_${end}`)
      .find((phrase) => find(index.words, phrase) >= 0)

  return {
    has: (form) => lemmaNumbers(form.toLowerCase()).size > 0,
    isCommon: (form) =>
      [...lemmaNumbers(form.toLowerCase()).keys()].some(
        (number) => (index.parts[number]! & writtenSmall) !== 0,
      ),
    isPerson: (form) =>
      [...lemmaNumbers(form.toLowerCase())].some(
        ([number, parts]) => (parts & 1) !== 0 && (index.parts[number]! & namesPerson) !== 0,
      ),
    lemmas: (form) =>
      Array.from(lemmaNumbers(form.toLowerCase()).keys(), (number) => textOf(index.words, number)),
    parts: (form) => {
      let parts = 0
      for (const each of lemmaNumbers(form.toLowerCase()).values()) parts |= each
      return new Set(partNames.filter((_, part) => parts & (1 << part)))
    },
    nearness(one, other) {
      const [first, second] = [one.toLowerCase(), other.toLowerCase()]
      if (first === second) return 'same'
      // A name that WordNet does not have is asked about beside every word, and remembered for nothing.
      if (lemmaNumbers(first).size === 0 || lemmaNumbers(second).size === 0) return undefined
      const found = relation(first, second)
      return found === 'none' ? undefined : found
    },
    akin(one, other) {
      const [first, second] = [one.toLowerCase(), other.toLowerCase()]
      return lemmaNumbers(first).size > 0 && lemmaNumbers(second).size > 0 && areAkin(first, second)
    },
    phrases: (words) =>
      words.flatMap(({ lower }, from) => {
        const rest = words.slice(from + 1, from + 2 + between).map((word) => word.lower)
        const ends = [
          [rest[0], 1] as const,
          [rest[1] === undefined ? undefined : `${rest[0]}_${rest[1]}`, 2] as const,
          ...rest.slice(1).map((word, n) => [particles.has(word) ? word : undefined, n + 2] as const),
        ]
        return ends.flatMap(([end, after]) => {
          const found = end === undefined ? undefined : phraseOf(lower, end)
          return found === undefined ? [] : { lower: found, from, to: from + after }
        })
      }),
    opposite: (one, other) => against(one.toLowerCase(), other.toLowerCase()),
  }
}

function compareAt(text: Uint8Array, start: number, end: number, word: string): number {
  const length = Math.min(end - start, word.length)
  for (let place = 0; place < length; place++) {
    const order = text[start + place]! - word.charCodeAt(place)
    if (order !== 0) return order
  }
  return end - start - word.length
}

function intersect(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  for (const each of few) if (many.has(each)) return true
  return false
}

function intersectKeys(one: ReadonlySet<number>, other: ReadonlyMap<number, number>): boolean {
  for (const each of one) if (other.has(each)) return true
  return false
}

/** Synsets with those that a list leads to from them. */
function oneStep(lists: Lists, synsets: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(synsets)
  for (const synset of synsets) for (const near of listOf(lists, synset)) all.add(near)
  return all
}
