// Facts of an article as a model drafts them: it gives a sentence and the words that bear it. The words are
// looked for in the article by us, all else is read from them as for any passage; the sentence is checked.

import { z } from 'zod'
import { markArticle } from '../../articles/candidates.ts'
import { pinQuote } from '../../facts/evidence/pin-quote.ts'
import { draftOf } from '../distil.ts'
import { proposeFact, type Drafting, type Passage } from '../propose-fact.ts'
import { answerOf, question, Said, type ChatMessage, type Model } from './model.ts'

const Answer = z.object({
  facts: z.array(z.object({ passage: Said, statement: Said })).max(40),
})

/** What came back and is no draft, and why. */
export interface Refusal {
  statement: string
  why: string
}

export interface ModelDrafts {
  /** As a file of drafts holds them. */
  drafts: object[]
  refused: Refusal[]
}

/** So many words of an article are sent at a time. */
const mostWords = 1500

/**
 * The part of an article that is sent: from the first claim that no fact, draft or decision touches to the
 * end of a sentence, at most `mostWords`. Undefined where nothing is open.
 */
export function partToAsk(drafting: Drafting, used: readonly Passage[]): Passage | undefined {
  const { article, base } = drafting
  const open = markArticle(article, base.language).candidates.filter(
    ({ start, end }) => !used.some((each) => each.start < end && start < each.end),
  )
  const [first] = open
  if (!first) return undefined
  let end = first.end
  for (const each of open) {
    if (article.span(first.start, each.end).split(/\s+/).length > mostWords) break
    end = each.end
  }
  return { start: first.start, end }
}

export function askForFacts(part: string, language: string): ChatMessage[] {
  return question(
    `List up to 8 facts that the material states: figures, dates, who says what, plans. For each give "passage", the words of the material that bear it, copied exactly, one or two sentences; and "statement", one sentence of at most 30 words that says it in other words, in the language "${language}", names who says so where the passage does, and keeps every "reportedly", "about" and "up to". Say nothing that the passage does not say. Shape: {"facts": [{"passage": "...", "statement": "..."}]}`,
    part,
  )
}

/**
 * Drafts from what a model answered. A passage that the article does not have makes none; a sentence that is
 * too long for a statement, or the article's own, is left for the author to write. Pure.
 * @param copied what of the articles' wording stands in a text
 */
export function factsFrom(
  answer: string,
  model: Pick<Model, 'name'>,
  drafting: Drafting,
  copied: (text: string) => string | undefined,
): ModelDrafts {
  const { facts } = answerOf(answer, Answer, model)
  const taken = new Set<string>(drafting.taken)
  const drafts: object[] = []
  const refused: Refusal[] = []
  for (const { passage, statement } of facts) {
    const found = pinQuote(drafting.article, passage)
    const place =
      found.kind === 'pinned' ? found : found.kind === 'ambiguous' ? found.candidates[0] : undefined
    if (!place) {
      refused.push({ statement, why: 'the passage that it names does not stand in the article' })
      continue
    }
    if (place.end - place.start > mostLetters) {
      refused.push({ statement, why: 'the passage that it names is a large part of the article' })
      continue
    }
    const proposal = proposeFact({ start: place.start, end: place.end }, { ...drafting, taken })
    taken.add(proposal.fact.id)
    const fault =
      statement.length > 240
        ? 'its sentence was too long for a statement'
        : copied(statement) === undefined
          ? undefined
          : 'its sentence was the article’s own'
    const reasons = [
      {
        of: 'statement',
        because:
          fault === undefined
            ? `${model.name} wrote it; nothing of it is proven`
            : `${fault}: write one in words of your own`,
      },
      ...(found.kind === 'ambiguous'
        ? [
            {
              of: 'evidence',
              because: `these words stand in ${found.candidates.length} places; the first was taken`,
            },
          ]
        : []),
      ...proposal.reasons,
    ]
    drafts.push({
      ...draftOf({
        ...proposal,
        reasons,
        fact: { ...proposal.fact, statement: fault === undefined ? statement : '' },
      }),
      by: 'model',
    })
  }
  return { drafts, refused }
}

/** Some sentences; what is longer bears everything. */
const mostLetters = 900
