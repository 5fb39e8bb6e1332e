// What a question asks and what stands to its choice, read once for all rules about keys.

import type { Fact } from '../../facts/fact-schema.ts'
import type { Choice } from '../../../question-types/question-type.ts'
import type { AnyQuestion } from '../../../question-types/question-fields.ts'

export interface AskedOption {
  choice: Choice
  index: number
  /** As it is shown. */
  text: string
  stems: ReadonlySet<string>
  /** Stems that neither the question nor all of its options have: what this option alone says. */
  own: readonly string[]
}

export interface Asked {
  question: AnyQuestion
  /** Those of its facts that exist. */
  facts: readonly Fact[]
  stem: ReadonlySet<string>
  options: readonly AskedOption[]
}

/** A question with what each of its options gives of what facts record. */
export interface Fitted extends Asked {
  quantities: readonly (Fit | undefined)[]
  dates: readonly (DateFit | undefined)[]
  speakers: readonly (Fit | undefined)[]
}

/**
 * How well an option gives what a question asks for, by one thing that facts record; absent where it gives no
 * such thing.
 */
export interface Fit {
  /** From -1, the facts record another one, to 1, they record this one. */
  fit: number
  /** What the fact says, for a message: `fact "tides" gives 12 boats`. */
  says: string
}

export interface DateFit extends Fit {
  /**
   * How many words of the stem stand in the part of a statement that has the date; half a word more where it
   * is the fact's own date.
   */
  near: number
}

/** How many words of one set the other has. */
export function shared(words: ReadonlySet<string>, there: ReadonlySet<string>): number {
  let count = 0
  for (const word of words) if (there.has(word)) count++
  return count
}
