import { z } from 'zod'
import { QuantityRef } from '../../scripts/facts/fact-schema.ts'
import { FactId, Line } from '../../scripts/facts/ids.ts'
import { questionFields } from '../question-fields.ts'

export const OrderQuestion = z.strictObject({
  ...questionFields,
  kind: z.literal('order').describe('Things have to be put into order.'),
  items: z
    .array(
      z.strictObject({
        text: Line.describe('What is to be placed, in a few words. It must not say its own place.'),
        because: Line.describe('Why it stands there: its date, its figure, what it needs to have happened.'),
        fact: FactId.optional().describe(
          'The fact whose date gives it its place; `check` compares the dates.',
        ),
        quantity: QuantityRef.optional().describe(
          'The quantity of a fact whose value gives it its place; `check` compares the values.',
        ),
      }),
    )
    .min(3)
    .max(8)
    .describe('In the right order. They are shuffled, and never shown like this before the answer.'),
  descending: z
    .literal(true)
    .optional()
    .describe('For dates and values: the last or the largest comes first.'),
})
export type OrderQuestion = z.output<typeof OrderQuestion>
