// What the studio's page asks, and what it is told.

import { z } from 'zod'
import type {
  ArticleView,
  FactProposalView,
  FactVerdict,
  QuestionProposalView,
} from '../../../contract/studio.ts'
import { choiceFrom } from '../../../question-types/choice/draft-choice.ts'
import { markArticle } from '../../articles/candidates.ts'
import { proposeFact } from '../../drafts/propose-fact.ts'
import { proposeQuestions } from '../../drafts/propose-questions.ts'
import { Actor } from '../../facts/actor-schema.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { DraftDocument } from '../../source/draft-document.ts'
import { Place } from '../../source/json-document.ts'
import { judgeDraft } from '../../facts/reviews/judge-draft.ts'
import type { Source } from '../../facts/source-schema.ts'
import type { FactId, SourceId } from '../../facts/ids.ts'
import type { Reader } from '../../languages/reading.ts'
import { sha256 } from '../../source/digest.ts'
import type { ArticleText } from '../../source/normalise.ts'
import { paragraphAround, speaksToMachines } from '../../drafts/model/speaks-to-machines.ts'
import { judgeQuestion, textsWithin } from './judge-question.ts'
import { Unanswerable } from './served.ts'
import type { ReadUnit } from './studio-unit.ts'

const Span = z.strictObject({ start: z.int().min(0), end: z.int().min(1) })

export const Asked = {
  fact: z.strictObject({
    draft: z.looseObject({ evidence: z.array(z.looseObject({ source: z.string() })).optional() }),
    actors: z.array(z.looseObject({ id: z.string() })).max(50),
    pin: z.strictObject({ source: z.string(), passages: z.array(Span).max(50) }),
  }),
  span: z.strictObject({ source: z.string(), ...Span.shape }),
  passage: z.strictObject({
    source: z.string(),
    passages: z.array(Span).min(1),
    topic: z.string().optional(),
  }),
  question: z.strictObject({ file: z.string(), question: z.unknown() }),
  questions: z.strictObject({ fact: z.string(), objective: z.string() }),
  bank: z.strictObject({ file: z.string(), fact: z.string(), objective: z.string() }),
}

/** An article with what it claims. */
export function articleView(id: string, { base, texts, drafts }: ReadUnit): ArticleView {
  const text = articleOf(id, texts)
  const { blocks, candidates } = markArticle(text, base.language)
  const [, file] = drafts.find(([name]) => name === `drafts/${id}.json`) ?? []
  const { leftOut = [] } = (file ?? {}) as { leftOut?: ArticleView['leftOut'] }
  return {
    id,
    text: text.text,
    blocks,
    candidates,
    leftOut,
    knowsClaims: base.language.claims !== undefined,
  }
}

/**
 * Holds a fact that somebody is writing against its passages, and its words against those of the articles.
 */
export function judgeFact(
  { draft: given, actors, pin }: z.output<typeof Asked.fact>,
  unit: ReadUnit,
  reader: Reader | undefined,
): FactVerdict {
  const article = articleOf(pin.source, unit.texts)
  const evidence = [
    ...(given.evidence ?? []).filter(({ source }) => source !== pin.source),
    ...pin.passages.map((span) => pinned(pin.source, span, article)),
  ] as FactVerdict['evidence'][number][]
  const draft = { ...given, evidence }
  const { problems, words, passages } = judgeDraft(draft, {
    base: withActors(unit.base, actors),
    texts: unit.texts,
    reader,
  })
  const copies = textsWithin(draft).flatMap(({ text, path }) => {
    const problem = unit.copied(text)
    return problem === undefined
      ? []
      : [
          {
            severity: 'error' as const,
            rule: 'fact/own-words',
            message: `Unexpected ${problem}, expected words of your own`,
            notes: [
              'only figures, names and a short quotation in quotation marks are taken over as they stand',
            ],
            path,
          },
        ]
  })
  const toMachines = evidence.flatMap((span, index) => {
    const from = unit.texts.get(span.source)
    const found = from && speaksToMachines(paragraphAround(from, span))
    return found === undefined
      ? []
      : [
          {
            severity: 'warning' as const,
            rule: 'draft/speaks-to-machines',
            message: `Unexpected words to a machine around the passage ("${found}"), expected the article’s own`,
            notes: ['somebody may have put them there to be repeated; read the article around them'],
            path: ['evidence', index],
          },
        ]
  })
  return {
    evidence,
    problems: [...copies, ...toMachines, ...problems],
    words: words.map(({ text, start, end, reason, places }) => ({
      text,
      start,
      end,
      reason,
      places: places.map(({ passage, start: from, end: to }) => ({ passage, start: from, end: to })),
    })),
    passages,
  }
}

/** The fact base with people who are only to be added to it. */
function withActors(base: FactBase, added: readonly unknown[]): FactBase {
  const known = new Map(base.actors)
  for (const each of added) {
    const actor = Actor.safeParse(each)
    if (actor.success && !known.has(actor.data.id))
      known.set(actor.data.id, {
        value: actor.data,
        place: new Place(new DraftDocument(each, 'facts/actors.json')),
      })
  }
  return { ...base, actors: known }
}

/** Words of an article as evidence; blanks at their ends are left out. */
export function pinned(source: string, span: { start: number; end: number }, article: ArticleText) {
  const { start, end } = trimmed({ start: span.start, end: Math.min(span.end, article.length) }, article)
  if (start >= end) throw new Unanswerable(422, 'Select some words of the article first.')
  return { source, start, end, sha256: sha256(article.span(start, end)) }
}

/** All that a passage shows of itself, and what stands in its way: a second passage only adds evidence. */
export function factProposal(
  { source: id, passages, topic }: z.output<typeof Asked.passage>,
  { base, texts }: ReadUnit,
  reader: Reader | undefined,
): FactProposalView {
  const article = articleOf(id, texts)
  const source = base.sources.get(id as SourceId)!.value as Source
  const [first, ...others] = passages.map((span) => pinned(id, span, article))
  const proposal = proposeFact(first!, {
    base,
    source,
    article,
    ...(reader ? { reader } : {}),
    ...(topic === undefined ? {} : { topic }),
  })
  const { evidence } = proposal.fact
  return {
    ...proposal,
    fact: {
      ...proposal.fact,
      evidence: [...evidence, ...others],
    },
    sums: proposal.sums.map(({ arithmetic, because }) => ({ arithmetic: { ...arithmetic }, because })),
  }
}

/** The span without the blanks that a selection catches at its ends. */
function trimmed(span: { start: number; end: number }, article: ArticleText): { start: number; end: number } {
  const words = article.span(span.start, span.end)
  const before = Array.from(/^\s*/.exec(words)![0]).length
  const after = Array.from(/\s*$/.exec(words)![0]).length
  return { start: span.start + before, end: span.end - after }
}

export function questionProposals(
  { fact, objective }: z.output<typeof Asked.questions>,
  unit: ReadUnit,
): QuestionProposalView[] {
  const taken = takenQuestions(unit)
  return proposeQuestions(fact as FactId, unit.base, objective, taken).map((proposal) => ({
    shape: proposal.shape,
    question: { ...choiceFrom(proposal) },
    lacks: proposal.lacks,
  }))
}

/** Ids that questions of the unit have. */
export function takenQuestions({ documents }: Pick<ReadUnit, 'documents'>): Set<string> {
  return new Set(
    documents.questions.flatMap(({ value }) => {
      const { questions } = (value ?? {}) as { questions?: { id?: string }[] }
      return Array.isArray(questions) ? questions.flatMap((each) => each?.id ?? []) : []
    }),
  )
}

export { judgeQuestion }

export function articleOf(id: string, texts: ReadUnit['texts']): ArticleText {
  const text = texts.get(id)
  if (!text)
    throw new Unanswerable(
      404,
      'The text of this article is not there, or it is another one than the one that was recorded.',
    )
  return text
}
