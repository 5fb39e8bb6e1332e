// A claim that is called true or false, beside the fact that speaks of it: read once for all rules about
// verdicts.

import type { FactBase } from '../../facts/fact-base.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import { recordText } from '../../facts/fact-text.ts'
import { contentStems, type KeyWords, type Tokens } from '../../languages/language.ts'
import type { Reader } from '../../languages/reading.ts'
import type { AnyQuestion } from '../../../question-types/question-fields.ts'

export interface Claim {
  question: AnyQuestion
  text: string
  called: boolean
  /** It is told as what follows: `text` is that alone. */
  inferred?: boolean
  /** What stands beside it and may say whose words it is. */
  beside: string
  /** What it is, for a message. */
  named: string
  path: readonly (string | number)[]
  /** Those of its facts that exist. */
  facts: readonly Fact[]
  /** The fact that has most of its words. */
  near: Fact
  /** The part of its words of content that this fact has, from 0 to 1. */
  told: number
  /** The part of the words of content of this fact's statement that it has. */
  covers: number
  tokens: Tokens
  base: FactBase
  words: KeyWords
  /** Reads it word by word; only there with the articles. */
  reader: Reader | undefined
}

/**
 * From how large a part of its words on a claim speaks of what its fact says: then a difference is one of the two;
 * and from which on it says nothing else.
 */
export const tells = { partly: 0.6, wholly: 0.8 } as const

/** Undefined where the claim shares no word with any of its facts, or its language has no words to share. */
export function readClaim(
  question: AnyQuestion,
  stated: Pick<Claim, 'text' | 'inferred' | 'beside' | 'called' | 'named' | 'path'>,
  base: FactBase,
  words: KeyWords,
  reader?: Reader,
): Claim | undefined {
  const { text } = stated
  const facts = question.facts.flatMap((id) => base.facts.get(id)?.value ?? [])
  const own = contentStems(text, base.language)
  const best = facts
    .map((fact) => {
      const says = contentStems(fact.statement, base.language)
      const there = new Set([...says, ...contentStems(recordText(fact, base), base.language)])
      return { fact, told: part(own, there), covers: part(says, own) }
    })
    .toSorted((a, b) => b.told - a.told || b.covers - a.covers)[0]
  if (!best || best.told === 0) return undefined
  return {
    question,
    ...stated,
    facts,
    near: best.fact,
    told: best.told,
    covers: best.covers,
    tokens: base.language.readTokens(text),
    base,
    words,
    reader,
  }
}

function part(some: ReadonlySet<string>, there: ReadonlySet<string>): number {
  return some.size === 0 ? 0 : [...some].filter((word) => there.has(word)).length / some.size
}
