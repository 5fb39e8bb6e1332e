// What a kind of falsification is. The kinds know nothing of the rules that are to catch them: they were
// written from what careless readers and language models do to a statement, and read the fact, its passages
// and the fact base alone.

import type { FactBase } from '../../scripts/facts/fact-base.ts'
import type { Fact } from '../../scripts/facts/fact-schema.ts'

/** A genuine fact with all that a kind may look at. */
export interface Subject {
  fact: Fact
  base: FactBase
  /** The words of its evidence, one passage a line. */
  passage: string
  /** The whole text of each article that the evidence lies in, one after the other. */
  article: string
}

/** One way of making a statement false. */
export interface Kind {
  id: string
  /** What is done, for the table. */
  what: string
  /**
   * Every false fact that this kind can make of the subject; none where it has no hold or where the result
   * might still be true. Pure: the same subject gives the same list.
   */
  make: (subject: Subject) => Fact[]
}

/**
 * The fact with another statement; `swaps` are made in its short form too, as somebody would who had it wrong
 * everywhere.
 */
export function retold(
  fact: Fact,
  statement: string,
  swaps: readonly (readonly [string, string])[] = [],
  changes: Partial<Fact> = {},
): Fact {
  const short = swaps.reduce((text, [from, to]) => text.replace(from, () => to), fact.short)
  return { ...fact, statement: capitalised(statement), short, ...changes }
}

/**
 * Every statement that comes of replacing one match of `pattern`; `turn` answers undefined where it has no
 * hold.
 */
export function replaceEach(
  text: string,
  pattern: RegExp,
  turn: (match: RegExpExecArray) => string | undefined,
): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const other = turn(match)
    if (other === undefined || other === match[0]) return []
    const end = match.index + match[0].length
    return [tidy(text.slice(0, match.index) + other + text.slice(end))]
  })
}

/** One blank between words, none before a stop. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;])/g, '$1')
    .replace(/,+(?=[,.])/g, '')
    .trim()
}

/** A capital at the start. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** "have" in the letter case of "Has". */
export function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? capitalised(word) : word
}

/** Whether the text has the word, whatever its ending. */
export function hasStem(text: string, word: string): boolean {
  const stem = word.toLowerCase().slice(0, Math.max(4, word.length - 3))
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(stem)}`, 'u').test(text.toLowerCase())
}

/** The text as a pattern that finds it to the letter. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
