// The table of question types as the compiler knows them. A kind that is entered here can be written in
// questions/*.json.

import { z } from 'zod'
import type { QuestionView } from '../contract/question-view.ts'
import { multiple, single } from './choice/type.ts'
import { match } from './match/type.ts'
import { numeric } from './numeric/type.ts'
import { order } from './order/type.ts'
import { trueFalse } from './true-false/type.ts'
import { cloze, shortAnswer } from './written/type.ts'
import type { AnyQuestion } from './question-fields.ts'
import type { QuestionType } from './question-type.ts'

const types = {
  single,
  multiple,
  numeric,
  'true-false': trueFalse,
  order,
  match,
  'short-answer': shortAnswer,
  cloze,
} satisfies Record<string, QuestionType>

/** The kinds of question that there are, in the order of the table. */
export const kinds = Object.keys(types) as readonly (keyof typeof types)[]

/** A question of any type, as authors write it. One that names no kind is a single choice. */
export const Question = z.discriminatedUnion(
  'kind',
  Object.values(types).map(({ schema }) => schema) as never,
) as unknown as z.ZodType<AnyQuestion>

/** The type of a question or of its view. */
export function typeOf({ kind }: Pick<QuestionView, 'kind'>): QuestionType {
  const type = (types as Record<string, QuestionType>)[kind]
  if (!type) throw new TypeError(`expected a kind of question-types/types.ts, got "${kind}"`)
  return type
}

/**
 * The fixed words that the type of a question brings, in this language or in English; absent where it brings
 * none.
 */
export function ownWords(question: Pick<QuestionView, 'kind'>, language: string): object | undefined {
  const { words } = typeOf(question)
  return words?.[language] ?? words?.['en']
}
