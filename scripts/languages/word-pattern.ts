const letter = String.raw`[\p{L}\p{M}\p{N}]`
const endsWithLetter = new RegExp(`${letter}$`, 'u')
const beginsWithLetter = new RegExp(`^${letter}`, 'u')

/**
 * Whether words stand in a text as such and not within others, in this very spelling. To look for many at once:
 * a pattern for each takes far longer to make than to use.
 */
export function hasWholeWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    // Two units, since a letter may take both.
    const before = text.slice(Math.max(0, at - 2), at)
    if (!endsWithLetter.test(before) && !beginsWithLetter.test(text.slice(end, end + 2))) return true
  }
  return false
}

/**
 * Whole words out of alternatives, whatever their case. Not `\b`: to it, only the letters of ASCII are
 * letters.
 * @param alternatives source of a regular expression, such as "may|might".
 * @param flags beside `i` and `u`.
 */
export function wholeWords(alternatives: string, flags = ''): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{M}\\p{N}])`, `iu${flags}`)
}
