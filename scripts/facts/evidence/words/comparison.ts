// A statement beside its passages, both read word by word: what the rules of this folder compare. One rule a
// file; each finds every place where the statement says what its passages do not.

import type { Span, Tokens } from '../../../languages/language.ts'
import type { Mention, Reader, ReadWord, Relations } from '../../../languages/reading.ts'
import type { FactBase } from '../../fact-base.ts'
import type { Fact } from '../../fact-schema.ts'
import { actorMentions } from '../name-index.ts'
import type { Finding } from '../excuses.ts'
import { recordedOf, supportWords, type SupportingPlace, type WordSupport } from '../word-support.ts'

/** What one rule finds in a statement. */
export interface StatementFinding extends Omit<Finding, 'key' | 'notes'> {
  /** What to do, beside pinning more of the article. */
  advice?: string
}

/** A passage, read. */
export interface ReadPassage {
  text: string
  words: readonly ReadWord[]
  relations: Relations
  /** Its figures, dates and names. */
  tokens: Tokens
}

export interface Comparison {
  fact: Fact
  base: FactBase
  reader: Reader
  text: string
  words: readonly ReadWord[]
  /** The reason of each word, in the order of `words`. */
  support: readonly WordSupport[]
  relations: Relations
  tokens: Tokens
  mentions: readonly Mention[]
  passages: readonly ReadPassage[]
}

export type WordRule = (comparison: Comparison) => StatementFinding[]

/** Reads the statement of a fact and its passages. */
export function compare(fact: Fact, passages: readonly string[], base: FactBase, reader: Reader): Comparison {
  const text = fact.statement
  const mentions = mentionsIn(text, base)
  return {
    fact,
    base,
    reader,
    text,
    words: reader.read(text),
    support: supportWords(text, { passages, recorded: recordedOf(fact, base) }, reader),
    relations: reader.relations(text, mentions),
    tokens: base.language.readTokens(text),
    mentions,
    passages: passages.map((passage) => readPassage(passage, base, reader)),
  }
}

function mentionsIn(text: string, base: FactBase): Mention[] {
  return actorMentions(text, base).map(({ actors, start, end }) => ({ ids: actors, start, end }))
}

// A passage proves many facts, most of them one after another.
const kept = 1000
const read = new WeakMap<FactBase, Map<string, ReadPassage>>()

function readPassage(text: string, base: FactBase, reader: Reader): ReadPassage {
  const known = read.get(base) ?? new Map<string, ReadPassage>()
  read.set(base, known)
  const found = known.get(text)
  if (found) return found
  const made = {
    text,
    words: reader.read(text),
    relations: reader.relations(text, mentionsIn(text, base)),
    tokens: base.language.readTokens(text),
  }
  if (known.size >= kept) known.clear()
  known.set(text, made)
  return made
}

/** Those of them that are forms of it or of one root: what only is near in meaning may be told the other way. */
export function alike(comparison: Comparison, index: number): readonly ReadWord[] {
  const { support, passages } = comparison
  const places = support[index]?.places ?? []
  return wordsAt(
    places.filter(({ nearness }) => nearness === 'same' || nearness === 'derived'),
    passages,
  )
}

const supporting = new WeakMap<Comparison, Map<number, readonly ReadWord[]>>()

/** The words of the passages that support a word of the statement. */
export function supporters(comparison: Comparison, index: number): readonly ReadWord[] {
  const known = supporting.get(comparison) ?? new Map<number, readonly ReadWord[]>()
  supporting.set(comparison, known)
  const found = known.get(index)
  if (found) return found
  const { support, passages } = comparison
  const made = wordsAt(support[index]?.places ?? [], passages)
  known.set(index, made)
  return made
}

function wordsAt(places: readonly SupportingPlace[], passages: readonly ReadPassage[]): ReadWord[] {
  const found: ReadWord[] = []
  for (const { passage, start } of places) {
    const word = wordAt(passages[passage]?.words ?? [], start)
    if (word) found.push(word)
  }
  return found
}

/**
 * Whether a statement is worded as its passages are: two in three of the words that it must have a reason for stand in
 * them, in any form. Of one that is told freely a rule that holds word against word finds as much where it is true as
 * where it is false (`npm run bench -- blind`), so that what it finds there is no more than a doubt.
 */
export function isClose(comparison: Pick<Comparison, 'words' | 'support'>): boolean {
  const { asked, there } = wording(comparison)
  return there * 3 >= asked * 2
}

/** How many words of a statement must have a reason that the record does not give, and how many stand in its passages. */
export function wording({ words, support }: Pick<Comparison, 'words' | 'support'>): {
  asked: number
  there: number
} {
  let asked = 0
  let there = 0
  for (const [index, { kind }] of words.entries()) {
    const { reason, places } = support[index]!
    if (kind !== 'content' || reason === 'recorded') continue
    asked++
    if (reason === 'passage' || places[0]?.nearness === 'derived') there++
  }
  return { asked, there }
}

/** A finding that is sure of a statement that is worded as its passages are, and a doubt of any other. */
export function aboutWording(
  comparison: Comparison,
  at: Pick<Span, 'start' | 'end'>,
  rule: string,
  message: string,
  advice?: string,
): StatementFinding {
  return isClose(comparison)
    ? about(at, 'error', rule, message, advice)
    : about(at, 'warning', rule, message, [advice ?? [], toldFreely].flat().join('; '))
}

const toldFreely =
  'few of its words stand in its passages, so that this may be wrong: say it in words nearer to them, or have a second reader agree to it'

/** The word that begins there, of words in the order of their text: every rule asks for those of every word. */
function wordAt(words: readonly ReadWord[], start: number): ReadWord | undefined {
  let [low, high] = [0, words.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return words[low]?.start === start ? words[low] : undefined
}

/** A finding about a stretch of the statement. */
export function about(
  { start, end }: Pick<Span, 'start' | 'end'>,
  severity: Finding['severity'],
  rule: string,
  message: string,
  advice?: string,
): StatementFinding {
  return { severity, rule, start, end, message, ...(advice === undefined ? {} : { advice }) }
}

/** Whether two mentions may be of one and the same. */
export function sameOne(one: Mention, other: Mention): boolean {
  return one.ids.some((id) => other.ids.includes(id))
}
