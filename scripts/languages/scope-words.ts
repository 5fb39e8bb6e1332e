// Words by which a text says how many, how far, why and in which order, for a language that has no reader of its
// own: what a claim says with one of them, its facts must say too.

import type { Operator, OperatorClass } from './reading.ts'
import { wholeWords } from './word-pattern.ts'

/**
 * `says`: words that do this and nothing else. `allows`: words that may do so as well, which is enough in a fact.
 * Alternatives of a regular expression.
 */
type Sources = Readonly<Partial<Record<OperatorClass, { says: string; allows: string }>>>

/** The reader of such words. */
export function scopeWordsOf(sources: Sources): (text: string) => readonly Operator[] {
  const patterns = Object.entries(sources).flatMap(([kind, { says, allows }]) => [
    { kind: kind as OperatorClass, sure: true, pattern: wholeWords(says, 'g') },
    { kind: kind as OperatorClass, sure: false, pattern: wholeWords(allows, 'g') },
  ])
  return (text) =>
    patterns
      .flatMap(({ kind, sure, pattern }) =>
        Array.from(text.matchAll(pattern), ({ 0: found, index }): Operator => ({
          class: kind,
          sure,
          text: found,
          start: index,
          end: index + found.length,
        })),
      )
      .toSorted((a, b) => a.start - b.start)
}
