/**
 * Whole words out of alternatives, whatever their case. Not `\b`: to it, only the letters of ASCII are
 * letters.
 * @param alternatives source of a regular expression, such as "may|might".
 * @param flags beside `i` and `u`.
 */
export function wholeWords(alternatives: string, flags = ''): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{M}\\p{N}])`, `iu${flags}`)
}
