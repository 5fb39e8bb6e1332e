import { foldTypography } from './fold-text.ts'
import type { ContentWord } from './language.ts'

/**
 * Reads the words of a text that carry content; figures as they stand, words by their stem.
 * @param empty words without content of their own, parted by blanks.
 */
export function contentWordsBy(
  stem: (word: string) => string,
  empty: string,
): (text: string) => ContentWord[] {
  const without = new Set(empty.split(' '))
  return (text) =>
    Array.from(foldTypography(text).matchAll(/\p{Nd}[\p{Nd}.,]*\p{Nd}|[\p{L}\p{M}\p{Nd}]+/gu), ([word]) =>
      word.toLowerCase(),
    ).flatMap((word) => (without.has(word) ? [] : [{ word, stem: stem(word) }]))
}
