// How words that somebody wrote are compared with those that count as right.

/**
 * How near an answer comes to what counts: `same` but for capitals and blanks; `variant` where accents, marks
 * or the form of letters differ; `misspelt` where a letter or two do; else `other`.
 */
export type Likeness = 'same' | 'variant' | 'misspelt' | 'other'

/** The best likeness, and the accepted wording that it is one of. */
export function likenessOf(
  written: string,
  accepted: readonly string[],
): { likeness: Likeness; wording: string } {
  const is = (test: (wording: string) => boolean) => accepted.find(test)
  const same = is((wording) => plain(wording) === plain(written))
  if (same !== undefined) return { likeness: 'same', wording: same }
  const folded = foldAnswer(written)
  const variant = folded === '' ? undefined : is((wording) => foldAnswer(wording) === folded)
  if (variant !== undefined) return { likeness: 'variant', wording: variant }
  const near = is((wording) => isMisspelling(folded, foldAnswer(wording)))
  return near === undefined
    ? { likeness: 'other', wording: accepted[0] ?? '' }
    : { likeness: 'misspelt', wording: near }
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/**
 * A text as answers are compared: without case, without accents on Latin letters, without the vowel signs of
 * Arabic, with one form of each quotation mark, apostrophe and dash, without marks at its ends. "й" and "ї"
 * are letters of their own and stay.
 */
export function foldAnswer(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .replaceAll(/[\u064b-\u065f\u0640]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll(/[’‘‚‛`´ʼ′']/g, "'")
    .replaceAll(/[“”„‟«»‹›″"]/g, '')
    .replaceAll(/[‐‑‒–—−-]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s.,;:!?…'-]+|[\s.,;:!?…'-]+$/g, '')
}

const digits = (text: string) => text.replaceAll(/[^\p{Nd}]/gu, '')
const joined = (text: string) => text.replaceAll(/[\s'-]/g, '')

/**
 * A letter more, less, another or two exchanged: one from four letters on, two from nine on; or other blanks
 * and hyphens. Figures are no spelling: they have to agree.
 */
function isMisspelling(one: string, other: string): boolean {
  if (one === '' || digits(one) !== digits(other)) return false
  if (joined(one) === joined(other)) return true
  const letters = Math.min(one.length, other.length)
  return letters >= 4 && distance(one, other) <= (letters >= 9 ? 2 : 1)
}

/** Optimal string alignment: letters put in, left out, replaced, or exchanged with their neighbour. */
function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = b.map((_, j) => j).concat(b.length)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
