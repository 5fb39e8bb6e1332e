import { foldTypography } from './fold-text.ts'
import type { ContentWord } from './language.ts'
import { remember } from './remember.ts'

/**
 * Reads the words of a text that carry content; figures as they stand, words by their stem.
 * @param empty words without content of their own, parted by blanks.
 */
export function contentWordsBy(
  stem: (word: string) => string,
  empty: string,
): (text: string) => readonly ContentWord[] {
  const without = new Set(empty.split(' '))
  const stemOf = remember(stem)
  return remember(
    (text) =>
      Array.from(foldTypography(text).matchAll(/\p{Nd}[\p{Nd}.,]*\p{Nd}|[\p{L}\p{M}\p{Nd}]+/gu), ([word]) =>
        word.toLowerCase(),
      ).flatMap((word) => (without.has(word) ? [] : [{ word, stem: stemOf(word) }])),
    textsKept,
  )
}

/** Every rule on questions asks for the same words of an option, beside those of its neighbours. */
const textsKept = 4096
