import { distance } from 'fastest-levenshtein'
import { foldTypography } from '../../languages/fold-text.ts'
import { sha256 } from '../../source/digest.ts'
import { normaliseText, type ArticleText } from '../../source/normalise.ts'
import { fewWords } from './check-evidence.ts'

/** A span of the normalised article text in code points: what `Evidence` holds beside the source. */
export interface Pin {
  start: number
  end: number
  /** Of the span itself, not of the quote as it was typed. */
  sha256: string
}

/** A place that may be meant; line and column count from 1, columns in code points. */
interface Candidate extends Pin {
  line: number
  column: number
  /** The first words that stand there, at most eight. */
  context: string
}

export type Pinned =
  | ({ kind: 'pinned' } & Pin)
  /** Several places, all of them; or no place and up to three that come near, the nearest first. */
  | { kind: 'ambiguous' | 'absent'; candidates: Candidate[] }

/**
 * Finds the one place of a quote in an article. Typographic quotes, dashes and white space are folded; where
 * that finds nothing, letter case is, too. Pure; a quote of blanks alone is absent without candidates.
 */
export function pinQuote(article: ArticleText, quote: string): Pinned {
  const there = fold(article.text)
  const wanted = fold(normaliseText(quote)).text
  const trimmed = wanted.trim()
  if (trimmed === '') return { kind: 'absent', candidates: [] }
  let places = allPlaces(there, trimmed)
  if (places.length === 0) {
    const lower = { ...there, text: lowerCase(there.text) }
    places = allPlaces(lower, lowerCase(trimmed))
  }
  if (places.length === 0) return { kind: 'absent', candidates: nearest(article, there.text, trimmed, there) }
  if (places.length > 1)
    return { kind: 'ambiguous', candidates: places.map((place) => candidate(article, place)) }
  return { kind: 'pinned', ...pin(article, places[0]!) }
}

/**
 * A folded text and, for each of its UTF-16 units, the span of the original in UTF-16 units that it stands
 * for.
 */
interface Folded {
  text: string
  starts: number[]
  ends: number[]
}

function fold(text: string): Folded {
  const straight = foldTypography(text)
  const folded: Folded = { text: '', starts: [], ends: [] }
  for (const match of straight.matchAll(/\s+|\S/gu)) {
    const shown = /^\s/.test(match[0]) ? ' ' : match[0]
    folded.text += shown
    for (let unit = 0; unit < shown.length; unit++) {
      folded.starts.push(match.index)
      folded.ends.push(match.index + match[0].length)
    }
  }
  return folded
}

/**
 * Letter by letter, so that a letter whose small form is longer (such as the dotted capital I) moves nothing.
 */
function lowerCase(text: string): string {
  return Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('')
}

function allPlaces({ text, starts, ends }: Folded, wanted: string): [start: number, end: number][] {
  const places: [number, number][] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    // Half a surrogate pair is no character.
    if (isTrail(text, at) || isTrail(text, at + wanted.length)) continue
    places.push([starts[at]!, ends[at + wanted.length - 1]!])
  }
  return places
}

function isTrail(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1))
}

function pin(article: ArticleText, [start, end]: readonly [number, number]): Pin {
  const from = article.offsetOf(start)
  const to = from + Array.from(article.text.slice(start, end)).length
  return { start: from, end: to, sha256: sha256(article.span(from, to)) }
}

function candidate(article: ArticleText, place: readonly [number, number]): Candidate {
  const before = article.text.slice(0, place[0]).split('\n')
  return {
    ...pin(article, place),
    line: before.length,
    column: Array.from(before.at(-1) ?? '').length + 1,
    context: fewWords(article.text.slice(place[0])),
  }
}

/**
 * Stretches of as many words as the quote has: those that share most words with it, then by edit distance.
 */
function nearest(article: ArticleText, text: string, quote: string, folded: Folded): Candidate[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const wanted = Array.from(quote.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => word.toLowerCase())
  if (wanted.length === 0) return []
  const counts = new Map<string, number>()
  for (const word of wanted) counts.set(word, (counts.get(word) ?? 0) + 1)
  const length = Math.min(wanted.length, words.length)
  const windows: { shared: number; start: number; end: number }[] = []
  // The count of a window follows from the one before it: an article of a hundred pages takes no longer than
  // reading it.
  const left = new Map(counts)
  let shared = 0
  const enter = (word: string): void => {
    const count = left.get(word)
    if (count === undefined) return
    if (count > 0) shared++
    left.set(word, count - 1)
  }
  const leave = (word: string): void => {
    const count = left.get(word)
    if (count === undefined) return
    if (count >= 0) shared--
    left.set(word, count + 1)
  }
  for (const [index, { word, end }] of words.entries()) {
    enter(word)
    if (index >= length) leave(words[index - length]!.word)
    if (index >= length - 1 && shared > 0)
      windows.push({ shared, start: words[index - length + 1]!.start, end })
  }
  const folds = quote.toLowerCase()
  return windows
    .toSorted((a, b) => b.shared - a.shared || a.start - b.start)
    .slice(0, 40)
    .map((window) => ({
      ...window,
      far: distance(text.slice(window.start, window.end).toLowerCase(), folds),
    }))
    .toSorted((a, b) => a.far - b.far || a.start - b.start)
    .reduce<{ start: number; end: number }[]>(
      (chosen, { start, end }) =>
        chosen.length >= 3 || chosen.some((each) => each.start < end && start < each.end)
          ? chosen
          : [...chosen, { start, end }],
      [],
    )
    .map(({ start, end }) => candidate(article, [folded.starts[start]!, folded.ends[end - 1]!]))
}
