import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import type { Question } from '../question-schema.ts'

/** One rule over all question banks: names every violation, not only the first. Pure. */
export type QuestionCheck = (banks: Banks, base: FactBase) => Diagnostic[]

/** Every question of every bank in the authors' order, those with a doubled id included. */
export function everyQuestion({ banks }: Banks): Entry<Question>[] {
  return banks.flatMap(({ value, place }) =>
    value.questions.map((question, index) => ({ value: question, place: place.in('questions', index) })),
  )
}
