// What a question has whatever its type. The schema of a type takes these fields and adds its own.

import { z } from 'zod'
import { Excuse } from '../scripts/facts/fact-schema.ts'
import { Image } from '../scripts/source/image-schema.ts'
import { BackgroundId, FactId, Line, Slug } from '../scripts/facts/ids.ts'

export const QuestionId = Slug.brand<'QuestionId'>()
export type QuestionId = z.output<typeof QuestionId>

export const levels = ['recall', 'understand', 'apply', 'evaluate'] as const

/** Spread into the `z.strictObject` of a type; `kind` comes from the type itself. */
export const questionFields = {
  id: QuestionId.describe('Name of the question; its shuffle is seeded by it.'),
  stem: Line.describe(
    'One question that stands alone and names date and source where the answer depends on them.',
  ),
  facts: z.array(FactId).min(1).describe('The facts that the key rests on.'),
  background: z
    .array(BackgroundId)
    .optional()
    .describe('Background that the key rests on beside its facts; not shown as a word beside the question.'),
  asks: z
    .enum(['voice', 'subject', 'reasoning'])
    .optional()
    .describe(
      'voice: who said what. subject: how the matter works. reasoning: what follows from the material. `check` counts them.',
    ),
  hard: z.literal(true).optional().describe('Marked as hard wherever it is asked.'),
  level: z
    .enum(levels)
    .describe(
      'recall: say what was said. understand: explain it. apply: use it on a case. evaluate: weigh it.',
    ),
  objective: Slug.describe('The `id` of one of the objectives of this bank.'),
  keyStands: Line.optional().describe(
    'Why the keys are right, where `check` finds that the facts speak for another option and is mistaken.',
  ),
  notInFacts: z
    .array(Excuse)
    .optional()
    .describe(
      'Figures, dates, names and quotations of its texts that its facts do not have, each with the reason.',
    ),
  image: Image.optional(),
  hint: Line.optional().describe('Shown on request before answering; never gives the key away.'),
}

/** A question of which no more is known than what every question has. */
export type AnyQuestion = z.output<z.ZodObject<typeof questionFields>> & { kind: string }
