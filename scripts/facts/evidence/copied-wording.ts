// An article's sentences are its author's. What a unit shows in its own name is said in its own words, figures and names aside.

import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Place } from '../../source/json-document.ts'
import type { FactBase } from '../fact-base.ts'
import { foldTypography } from '../../languages/fold-text.ts'

/** So many words in a row are nobody’s by chance. */
const longestRun = 10
/**
 * Of a text at least so long, no more than this share of its pairs of words may stand in one sentence of an article. Chosen on the sample unit: none
 * of its 162 statements, short forms and notes is above; of the sentences of its articles 98 in 100 are with one word exchanged, 77 with two.
 */
const fewestWords = 10
const largestShare = 0.75

/** A text that is shown, and where it was written. */
export interface ShownText {
  text: string
  /** "the statement of "cost"", for messages. */
  what: string
  place: Place
}

/** Finds in texts the wording of articles. Reads every article once, however many texts there are. */
export function copyFinder(articles: Iterable<string>): (shown: ShownText) => Diagnostic[] {
  const runs = new Set<string>()
  const sentencesOf = new Map<string, number[]>()
  let sentences = 0
  for (const article of articles) {
    const words = wordsOf(article)
    for (let at = 0; at + longestRun <= words.length; at++)
      runs.add(words.slice(at, at + longestRun).join(' '))
    for (const sentence of article.split(/(?<=[.!?…]["'”’»)]*)\s+|\n/)) {
      for (const pair of new Set(pairsOf(wordsOf(sentence)))) {
        const known = sentencesOf.get(pair)
        if (known) known.push(sentences)
        else sentencesOf.set(pair, [sentences])
      }
      sentences++
    }
  }
  return ({ text, what, place }) => {
    const own = withoutQuotes(text)
    const words = wordsOf(own)
    const run = words.findIndex(
      (_, at) => at + longestRun <= words.length && runs.has(words.slice(at, at + longestRun).join(' ')),
    )
    if (run >= 0)
      return [
        copied(
          place,
          `Unexpected ${longestRun} words in a row of an article in ${what}: "${words.slice(run, run + 4).join(' ')} …"`,
        ),
      ]
    if (words.length < fewestWords) return []
    const pairs = [...new Set(pairsOf(words))]
    const shared = new Map<number, number>()
    for (const pair of pairs)
      for (const sentence of sentencesOf.get(pair) ?? [])
        shared.set(sentence, (shared.get(sentence) ?? 0) + 1)
    const most = Math.max(0, ...shared.values())
    return most / pairs.length > largestShare
      ? [copied(place, `Unexpected wording of ${what} that is nearly a sentence of an article`)]
      : []
  }
}

function copied(place: Place, problem: string): Diagnostic {
  return warning(
    place.location,
    'fact/own-words',
    `${problem}, expected words of your own`,
    'only figures, names and a short quotation in quotation marks are taken over as they stand',
  )
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

/** The texts of facts that are shown: where an article was read, each is held against all articles. */
export function copiedInFacts(base: FactBase, articles: Iterable<string>): Diagnostic[] {
  const find = copyFinder(articles)
  return Array.from(base.facts.values()).flatMap(({ value: fact, place }) => [
    ...(['statement', 'short', 'note'] as const).flatMap((key) =>
      fact[key] === undefined
        ? []
        : find({ text: fact[key], what: `the ${names[key]} of "${fact.id}"`, place: place.in(key) }),
    ),
    ...fact.disagreesWith.flatMap(({ reading }, index) =>
      find({
        text: reading,
        what: `a reading of "${fact.id}"`,
        place: place.in('disagreesWith', index, 'reading'),
      }),
    ),
  ])
}

const names = { statement: 'statement', short: 'short form', note: 'note' }
