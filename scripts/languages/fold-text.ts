// What makes no difference between two texts in any language.

/** A text for comparison: straight quotes, single blanks, no case, no punctuation at either end. */
export function comparable(text: string): string {
  return foldQuotes(text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.,;:!?"']+|[\s.,;:!?"']+$/g, '')
}

/** Typographic quotes as straight ones and dashes as hyphens, each by one character, so that offsets stay. */
export function foldQuotes(text: string): string {
  return text
    .replaceAll(/[‘’‚‛′]/g, "'")
    .replaceAll(/[“”„‟″«»]/g, '"')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
}
