import { rememberBeside } from '../../languages/remember.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../../facts/fact-base.ts'
import type { Reader } from '../../languages/reading.ts'
import type { Banks, LoadedBank } from '../banks.ts'
import type { QuestionParts } from '../../../question-types/question-type.ts'
import { typeOf } from '../../../question-types/types.ts'
import type { AnyQuestion } from '../../../question-types/question-fields.ts'

/**
 * One rule over all question banks: names every violation, not only the first. Pure. With a reader, which there is
 * where the articles are, some look at single words.
 */
export type QuestionCheck = (banks: Banks, base: FactBase, reader?: Reader) => Diagnostic[]

/** A question, where it stands, and what its type says that it consists of. */
export interface ReadQuestion extends Entry<AnyQuestion> {
  parts: QuestionParts
}

/** Every question of every bank in the authors' order, those with a doubled id included. */
export function everyQuestion({ banks }: Banks, base: FactBase): ReadQuestion[] {
  return banks.flatMap((bank) => questionsOf(bank, base))
}

/** Quizzes, those of one deck together: no rule looks at more of them at once. */
export function banksByDeck(banks: readonly LoadedBank[]): LoadedBank[][] {
  const groups = new Map<string, LoadedBank[]>()
  for (const bank of banks) {
    const name = bank.value.deck === undefined ? `quiz ${bank.id}` : `deck ${bank.value.deck}`
    const group = groups.get(name)
    if (group) group.push(bank)
    else groups.set(name, [bank])
  }
  return [...groups.values()]
}

/** Every rule walks through all questions of a deck. */
const banksKept = 200

/** The questions of one bank in the author's order. */
export const questionsOf = rememberBeside(
  ({ value, place }: LoadedBank, base: FactBase): readonly ReadQuestion[] =>
    value.questions.map((question, index) => ({
      value: question,
      place: place.in('questions', index),
      parts: typeOf(question).parts(question, base),
    })),
  banksKept,
)
