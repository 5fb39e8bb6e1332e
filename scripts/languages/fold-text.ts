// What makes no difference between two texts in any language.

/** A text for comparison: straight quotes, single blanks, no case, no punctuation at either end. */
export function comparable(text: string): string {
  return foldQuotes(foldTypography(text).normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.,;:!?"']+|[\s.,;:!?"']+$/g, '')
}

/** Typographic quotes as straight ones and dashes as hyphens, each by one character, so that offsets stay. */
export function foldQuotes(text: string): string {
  if (!folds.test(text)) return text
  return text
    .replaceAll(/[‘’‚‛′]/g, "'")
    .replaceAll(/[“”„‟″«»]/g, '"')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
}

/** Most texts have nothing to fold. */
const folds = /[\u0080-\uFFFF]/

/**
 * Typography that makes no difference: quotes and dashes as `foldQuotes` has them, and letters and digits of
 * compatibility (Unicode NFKC) as plain ones, so that H₂O is H2O. Each character stays one, so that offsets
 * stay; those that would become several are left alone, and so is what NFKC would turn into another number:
 * 10² is not 102.
 */
export function foldTypography(text: string): string {
  if (!folds.test(text)) return text
  return foldQuotes(text).replaceAll(compatible, (letter, at: number, whole: string) => {
    if (/\p{Nd}/u.test(whole.charAt(at - 1)) && /\p{No}/u.test(letter) && !isSubscript(letter)) return letter
    const plain = letter.normalize('NFKC')
    return plain.length === 1 ? plain : letter
  })
}

/**
 * Blocks with forms of letters and digits: superscripts and subscripts, letterlike symbols, full width. No
 * blanks.
 */
const compatible = /[ªºµ²³¹\u2070-\u209F\u2100-\u214F\uFF01-\uFF5E]/g

function isSubscript(letter: string): boolean {
  return letter >= '\u2080' && letter <= '\u209C'
}
