// An article that changed: its passages are known by their digests alone, and a digest says where the same
// words stand now.

import { sha256 } from '../../source/digest.ts'
import type { ArticleText } from '../../source/normalise.ts'
import type { FactBase } from '../fact-base.ts'
import { contentStems } from '../../languages/language.ts'
import { fewWords } from './check-evidence.ts'
import type { Pin } from './pin-quote.ts'

/** A passage of a fact in an article, by its place in the list of the fact's evidence. */
interface PinnedPassage extends Pin {
  fact: string
  index: number
}

interface Moved extends PinnedPassage {
  /** Where the same words stand now. */
  to: Pin
}

interface Left extends PinnedPassage {
  /** changed: the words stand nowhere. several: they stand in more than one place now. */
  why: 'changed' | 'several'
  /**
   * Places that may be meant: those where the words stand, or the sentence that is nearest to the statement.
   */
  near: { line: number; context: string }[]
}

export interface Repinned {
  /** Passages that stand where they stood. */
  kept: number
  moved: Moved[]
  left: Left[]
}

/**
 * Finds the passages of a source in its new text: one whose words stand there exactly once moves, wherever it
 * is. Pure.
 */
export function repin(base: FactBase, source: string, article: ArticleText): Repinned {
  const passages = [...base.facts.values()].flatMap(({ value }) =>
    value.evidence.flatMap(({ source: of, start, end, sha256: digest }, index): PinnedPassage[] =>
      of === source ? [{ fact: value.id, index, start, end, sha256: digest }] : [],
    ),
  )
  const lost = passages.filter(
    ({ start, end, sha256: digest }) => sha256(article.span(start, end)) !== digest,
  )
  const places = placesOf(lost, article)
  const result: Repinned = { kept: passages.length - lost.length, moved: [], left: [] }
  for (const passage of lost) {
    const starts = places.get(passage.sha256) ?? []
    const length = passage.end - passage.start
    const [start] = starts
    if (starts.length === 1 && start !== undefined)
      result.moved.push({ ...passage, to: { start, end: start + length, sha256: passage.sha256 } })
    else
      result.left.push({
        ...passage,
        why: starts.length > 1 ? 'several' : 'changed',
        near:
          starts.length > 1
            ? starts.slice(0, 3).map((at) => ({
                line: lineAt(article, at),
                context: fewWords(article.span(at, at + length)),
              }))
            : nearest(base, passage, article),
      })
  }
  return result
}

/** Beyond it only the beginnings of words are tried: every passage that a person marks begins with one. */
const everyPlace = 60_000

/** The places of passages by their digests: every window of the text of a length that is asked for. */
function placesOf(passages: readonly Pin[], article: ArticleText): Map<string, number[]> {
  const wanted = new Set(passages.map(({ sha256: digest }) => digest))
  const points = Array.from(article.text)
  const found = new Map<string, number[]>()
  for (const length of new Set(passages.map(({ start, end }) => end - start)))
    for (let start = 0; start + length <= points.length; start++) {
      if (points.length > everyPlace && /[\p{L}\p{N}]/u.test(points[start - 1] ?? '')) continue
      const digest = sha256(points.slice(start, start + length).join(''))
      if (wanted.has(digest)) found.set(digest, [...(found.get(digest) ?? []), start])
    }
  return found
}

function lineAt(article: ArticleText, start: number): number {
  return article.span(0, start).split('\n').length
}

/** The line of the article that shares most words with the statement of the fact. */
function nearest(base: FactBase, { fact }: PinnedPassage, article: ArticleText): Left['near'] {
  const statement = [...base.facts.values()].find(({ value }) => value.id === fact)?.value.statement ?? ''
  const stems = contentStems(statement, base.language)
  const sentences = article.text
    .split('\n')
    .flatMap((line, index) =>
      line.split(/(?<=[.!?…]["'”’»)]*)\s+/).map((text) => ({ line: index + 1, text })),
    )
  const weighed = sentences
    .map(({ line, text }) => ({
      line,
      context: fewWords(text),
      shared: [...contentStems(text, base.language)].filter((stem) => stems.has(stem)).length,
    }))
    .toSorted((a, b) => b.shared - a.shared)
  return weighed.slice(0, 1).flatMap(({ line, context, shared }) => (shared >= 2 ? [{ line, context }] : []))
}
