// What the studio proposes.

import type { FactBase } from '../../facts/fact-base.ts'
import type { Language } from '../../languages/language.ts'
import type { Reader } from '../../languages/reading.ts'
import type { Source } from '../../facts/source-schema.ts'
import type { ArticleView, FactProposalView, QuestionProposalView } from '../../../contract/studio.ts'
import { sha256 } from '../../source/digest.ts'
import type { ArticleText } from '../../source/normalise.ts'

export function markArticle(
  article: ArticleText,
  language: Language,
): Pick<ArticleView, 'blocks' | 'candidates'> {
  const blocks: ArticleView['blocks'][number][] = []
  const candidates: ArticleView['candidates'][number][] = []
  const segmenter = new Intl.Segmenter(language.tag, { granularity: 'sentence' })
  for (const { 0: line, index } of article.text.matchAll(/[^\n]+/g)) {
    const start = article.offsetOf(index)
    blocks.push({ start, end: article.offsetOf(index + line.length), role: 'text' })
    for (const { segment, index: at } of segmenter.segment(line)) {
      const { figures, dates } = language.readTokens(segment)
      if (figures.length + dates.length === 0) continue
      const from = article.offsetOf(index + at)
      candidates.push({ start: from, end: from + Array.from(segment.trimEnd()).length, kinds: ['figure'] })
    }
  }
  return { blocks, candidates }
}

export function proposeFact(
  { start, end }: { start: number; end: number },
  {
    source,
    article,
  }: { base: FactBase; source: Source; article: ArticleText; reader?: Reader; topic?: string },
): FactProposalView & { fact: { evidence: object[] } } {
  return {
    fact: {
      id: 'new-fact',
      statement: '',
      short: '',
      saidBy: [],
      via: [],
      status: 'reported',
      quantities: [],
      actors: [],
      places: [],
      tags: [],
      evidence: [{ source: source.id, start, end, sha256: sha256(article.span(start, end)) }],
    },
    reasons: [],
    newActors: [],
    disagreements: [],
    sums: [],
  }
}

export function proposeQuestions(
  _fact: string,
  _base: FactBase,
  _objective: string,
  _taken: ReadonlySet<string>,
): QuestionProposalView[] {
  return []
}
