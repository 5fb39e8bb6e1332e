import { closest, distance } from 'fastest-levenshtein'

/**
 * The known word that a misspelt one most likely means, as `; did you mean "harbour-board"?`, or nothing.
 * A third of the word may be wrong: more would suggest strangers.
 */
export function suggest(word: string, known: Iterable<string>): string {
  const words = [...known].toSorted()
  if (words.length === 0) return ''
  const best = closest(word, words)
  return distance(word, best) <= Math.ceil(Math.max(word.length, best.length) / 3)
    ? `; did you mean "${best}"?`
    : ''
}
