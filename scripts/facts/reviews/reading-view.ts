// What a second reader sees of a fact: the statement with the words that nothing supports, and its passages
// within their paragraphs.

import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { ArticleText } from '../../source/normalise.ts'
import type { Reader } from '../../languages/reading.ts'
import { passagesOf } from '../evidence/passages.ts'
import type { FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import type { FactView } from '../../../contract/fact-view.ts'
import { statementSupport } from '../evidence/statement-support.ts'
import type { WordSupport } from '../evidence/word-support.ts'
import { factDigest } from './fact-digest.ts'
import type { ReviewStanding } from './review-standing.ts'

/** A stretch of a text; the stretches of a text, one after the other, are the text. */
interface Stretch {
  text: string
  /** In a statement: nothing supports this word. In a paragraph: this is evidence. */
  marked: boolean
}

export interface ReadingView {
  id: string
  digest: string
  statement: readonly Stretch[]
  short: string
  status: string
  attribution: string
  when: string
  quantities: readonly string[]
  note: string
  paragraphs: readonly { citation: string; place: string; stretches: readonly Stretch[] }[]
  state: ReviewStanding['state']
  reviews: readonly { by: string; on: string; verdict: string; remark: string }[]
  /** What the checks say of the fact. */
  findings: readonly string[]
}

/**
 * Everything that a page shows of a fact; plain JSON. Articles that are not there leave their paragraphs out.
 */
export function readingView(
  fact: Fact,
  {
    base,
    view,
    texts,
    standing,
    found,
    reader,
  }: {
    base: FactBase
    view: FactView
    texts: ReadonlyMap<string, ArticleText>
    standing: ReviewStanding
    found: readonly Diagnostic[]
    reader: Reader | undefined
  },
): ReadingView {
  const words = reader ? factSupport(fact, base, texts, reader) : []
  return {
    id: fact.id,
    digest: factDigest(fact),
    statement: stretches(
      fact.statement,
      words.filter(({ reason }) => reason === 'unsupported'),
    ),
    short: fact.short,
    status: view.statusLabel,
    attribution: view.attribution,
    when: view.when ?? '',
    quantities: view.quantities.map(({ label, text }) => `${label}: ${text}`),
    note: view.note ?? '',
    paragraphs: paragraphs(fact, view, texts),
    state: standing.state,
    reviews: standing.reviews.map(({ value: { by, on, verdict, remark = '' } }) => ({
      by,
      on,
      verdict,
      remark,
    })),
    findings: found.map(({ severity, message }) => `${severity}: ${message}`),
  }
}

/** Each word of the statement with its reason. */
export function factSupport(
  fact: Fact,
  base: FactBase,
  texts: ReadonlyMap<string, ArticleText>,
  reader: Reader,
): WordSupport[] {
  return statementSupport(fact, passagesOf(fact, texts), base, reader)
}

function stretches(text: string, marks: readonly { start: number; end: number }[]): Stretch[] {
  const parts: Stretch[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start < at) continue
    parts.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true })
    at = end
  }
  parts.push({ text: text.slice(at), marked: false })
  return parts.filter((part) => part.text !== '')
}

/** The lines of the articles in which evidence lies, each once, in the order of the articles. */
function paragraphs(
  fact: Fact,
  view: FactView,
  texts: ReadonlyMap<string, ArticleText>,
): ReadingView['paragraphs'] {
  return [...new Set(fact.evidence.map(({ source }) => source))].flatMap((source) => {
    const article = texts.get(source)
    if (!article) return []
    const { text } = article
    const spans = fact.evidence
      .filter((each) => each.source === source)
      .map(({ start, end }) => ({ start: article.span(0, start).length, end: article.span(0, end).length }))
      .toSorted((a, b) => a.start - b.start)
    const lines: { start: number; end: number; spans: { start: number; end: number }[] }[] = []
    for (const span of spans) {
      const last = lines.at(-1)
      if (last && span.start < last.end) {
        last.spans.push(span)
        last.end = Math.max(last.end, lineEnd(text, span.end))
      } else
        lines.push({
          start: text.lastIndexOf('\n', span.start - 1) + 1,
          end: lineEnd(text, span.end),
          spans: [span],
        })
    }
    const citation = view.evidence.find((each) => each.source === source)?.citation ?? source
    return lines.map((line) => ({
      citation,
      place: `characters ${line.spans.map(({ start, end }) => `${article.offsetOf(start)}–${article.offsetOf(end)}`).join(', ')}`,
      stretches: stretches(
        text.slice(line.start, line.end),
        line.spans.map(({ start, end }) => ({ start: start - line.start, end: end - line.start })),
      ),
    }))
  })
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
