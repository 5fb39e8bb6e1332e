import { z } from 'zod'
import { answerOf, question, Said, type ChatMessage, type Model } from './model.ts'

const Rewordings = z.object({ statements: z.array(Said).max(10) })

/** Asks for other wordings of what a passage says. */
export function askForWordings(
  { passages, statement }: { passages: readonly string[]; statement: string },
  language: string,
): ChatMessage[] {
  return question(
    `Say what the passage says in one sentence of at most 30 words, in three ways, in the language "${language}". Use other words and another order than the passage, keep figures, names, who says so, and every "reportedly", "about" and "up to".${statement === '' ? '' : ' The draft shows what the sentence is to be about.'} Shape: {"statements": ["...", "...", "..."]}`,
    [
      ...passages.map((each) => `Passage: ${each}`),
      ...(statement === '' ? [] : [`Draft: ${statement}`]),
    ].join('\n'),
  )
}

/** Those that can be statements, each once. */
export function wordingsFrom(answer: string, model: Pick<Model, 'name'>): string[] {
  const { statements } = answerOf(answer, Rewordings, model)
  return [...new Set(statements)].filter((each) => each !== '' && each.length <= 240).slice(0, 3)
}

const opinions = ['supported', 'partly', 'unsupported'] as const

const Opinion = z.object({ opinion: z.enum(opinions), why: Said })

/** What a model thinks of a statement and its passages. It proves nothing. */
export type Opinion = z.output<typeof Opinion>

export function askForOpinion(statement: string, passages: readonly string[]): ChatMessage[] {
  return question(
    'Does the passage support the whole statement? "supported": every part of it; "partly": some part is not there, or is said with less or more certainty; "unsupported": the passage does not say so. Say why in one sentence. Shape: {"opinion": "supported", "why": "..."}',
    [...passages.map((each) => `Passage: ${each}`), `Statement: ${statement}`].join('\n'),
  )
}

export function opinionFrom(answer: string, model: Pick<Model, 'name'>): Opinion {
  return answerOf(answer, Opinion, model)
}
