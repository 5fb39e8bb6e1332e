// An article's sentences are its author's. What a unit shows in its own name is said in its own words,
// figures and names aside.

import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { JsonDocument } from '../../source/json-document.ts'
import { foldTypography } from '../../languages/fold-text.ts'
import { remember } from '../../languages/remember.ts'
import { sha256 } from '../../source/digest.ts'
import { lookAtAll, type LookAt } from '../found-sound.ts'

/** So many words in a row are nobody’s by chance. */
const longestRun = 10
/**
 * Of a text at least so long, no more than this share of its pairs of words may stand in one sentence of an
 * article. Chosen on the sample unit: no text of its facts, questions and slides is above; of the sentences
 * of its articles 98 in 100 are with one word exchanged, 77 with two.
 */
const fewestWords = 10
/** Characters of so many words, with what parts them. */
const shortest = 2 * fewestWords - 1
const largestShare = 0.75

/**
 * What of an article's wording stands in the texts of a unit, whatever they are for: statements, notes,
 * questions, what slides say.
 * @param articles whole texts of articles.
 * @param lookAt knows which documents need not be looked at again
 */
export function copiedWording(
  documents: readonly JsonDocument[],
  articles: readonly string[],
  lookAt: LookAt = lookAtAll,
): Diagnostic[] {
  const digest = sha256(...articles)
  let find: ReturnType<typeof copyFinder> | undefined
  return documents.flatMap((document) =>
    lookAt(`wording ${digest} ${document.file}\n${JSON.stringify(document.value)}`, () =>
      copiedIn(document, (find ??= copyFinder(articles))),
    ),
  )
}

function copiedIn(document: JsonDocument, findIn: (text: string) => string | undefined): Diagnostic[] {
  return Array.from(textsOf(document.value)).flatMap(({ text, path, of }) => {
    const problem = findIn(text)
    if (problem === undefined) return []
    const key = path.findLast((part) => typeof part === 'string') ?? ''
    return [
      warning(
        document.location(path),
        'fact/own-words',
        `Unexpected ${problem} in "${key}"${of === undefined ? '' : ` of "${of}"`}, expected words of your own`,
        'only figures, names and a short quotation in quotation marks are taken over as they stand',
      ),
    ]
  })
}

interface Text {
  text: string
  path: (string | number)[]
  /** The id of the nearest thing that has one. */
  of: string | undefined
}

/** Every string of a document but the title of an article, which is the article's by right. */
function* textsOf(value: unknown, path: (string | number)[] = [], of?: string): Generator<Text> {
  if (typeof value === 'string') yield { text: value, path, of }
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* textsOf(item, [...path, index], of)
  else if (typeof value === 'object' && value !== null) {
    const { id, sha256: digest } = value as { id?: unknown; sha256?: unknown }
    for (const [key, item] of Object.entries(value))
      if (key !== 'title' || digest === undefined)
        yield* textsOf(item, [...path, key], typeof id === 'string' ? id : of)
  }
}

/**
 * Finds the wording of articles in a text and words it. Reads every article once, however many texts there
 * are.
 */
export function copyFinder(articles: Iterable<string>): (text: string) => string | undefined {
  const texts: string[][] = []
  const followed = new Set<string>()
  const sentencesOf = new Map<string, number[]>()
  let sentences = 0
  for (const article of articles) {
    const words = wordsOf(article)
    texts.push(words)
    for (const pair of pairsOf(words)) followed.add(pair)
    for (const sentence of article.split(/(?<=[.!?…]["'”’»)]*)\s+|\n/)) {
      for (const pair of new Set(pairsOf(wordsOf(sentence)))) {
        const known = sentencesOf.get(pair)
        if (known) known.push(sentences)
        else sentencesOf.set(pair, [sentences])
      }
      sentences++
    }
  }
  let runs: ReadonlySet<string> | undefined
  const find = remember((text) => {
    if (text.length < shortest) return ''
    const words = wordsOf(withoutQuotes(text))
    if (words.length < fewestWords) return ''
    const all = pairsOf(words)
    // Few texts have so many pairs of an article one after another, and whether they stand there so is dear to ask.
    let inRow = 0
    for (const [at, pair] of all.entries()) {
      inRow = followed.has(pair) ? inRow + 1 : 0
      if (inRow < longestRun - 1) continue
      runs ??= new Set(texts.flatMap(runsOf))
      const run = words.slice(at + 2 - longestRun, at + 2)
      if (runs.has(run.join(' ')))
        return `${longestRun} words in a row of an article ("${run.slice(0, 4).join(' ')} …")`
    }
    const pairs = [...new Set(all)]
    const places = pairs.map((pair) => sentencesOf.get(pair) ?? []).toSorted((x, y) => x.length - y.length)
    // A sentence with so many of the pairs has at least one of the rarest: in a large unit common pairs stand in
    // thousands of sentences, and counting them all takes a minute.
    const wanted = Math.floor(largestShare * pairs.length) + 1
    const rarest = pairs.length - wanted + 1
    const shared = new Map<number, number>()
    for (const sentence of places.slice(0, rarest).flat())
      shared.set(sentence, (shared.get(sentence) ?? 0) + 1)
    for (const [sentence, count] of shared) {
      let found = count
      for (let at = rarest; at < places.length && found + places.length - at >= wanted; at++)
        if (has(places[at]!, sentence)) found++
      if (found >= wanted) return 'wording that is nearly a sentence of an article'
    }
    return ''
  })
  return (text) => find(text) || undefined
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(longestRun - 1).map((_, at) => words.slice(at, at + longestRun).join(' '))
}

/** Whether a number is one of others that rise. */
function has(rising: readonly number[], wanted: number): boolean {
  let [low, high] = [0, rising.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = rising[middle]!
    if (found === wanted) return true
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** Quotations of at most ten words, in quotation marks, are attributed where they stand. */
function withoutQuotes(text: string): string {
  return text.replaceAll(/“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]/g, (quote) =>
    wordsOf(quote).length <= 10 ? ' | ' : quote,
  )
}

/** Words in small letters; a bar stands for a quotation, which joins nothing. */
function wordsOf(text: string): string[] {
  return Array.from(
    foldTypography(text)
      .toLowerCase()
      .matchAll(/\p{Nd}[\p{Nd}.,]*\p{Nd}|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*|\|/gu),
    ([word]) => word,
  )
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`)
}
