import { contentWords } from './content-words.ts'

const demonym = /^(?:[aeiouy]+)?(?:n|an|ian|ean|ese|ish|ic|i|er|s|ns|ans|ians|eans|is|ers)?$/

/**
 * "Norway" and "Norwegian" are too far apart for a rule; "Iceland" and "Icelandic", "Kenya" and "Kenyan" are
 * not.
 */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true
  // Nearly all words part here.
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const root = short.replace(/[aeiouy]+$/, '')
  if (root.length < 3 || !long.startsWith(root)) return false
  const [shortEnd, longEnd] = [short.slice(root.length), long.slice(root.length)]
  return demonym.test(longEnd) && demonym.test(shortEnd)
}

/** A participle ("Opening", "Asked") or a function word that opens a sentence is no forename. */
export function mayBeForename(word: string): boolean {
  return !/(?:ing|ed|en)$/.test(word) && contentWords(word).length > 0
}
