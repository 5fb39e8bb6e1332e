import { z } from 'zod'
import { FactId, Line } from '../../scripts/facts/ids.ts'
import { questionFields } from '../question-fields.ts'

export const MatchQuestion = z.strictObject({
  ...questionFields,
  kind: z.literal('match').describe('To each thing on the left belongs one on the right.'),
  pairs: z
    .array(
      z.strictObject({
        left: Line.describe('What stands there: a statement, a term.'),
        right: Line.describe('What belongs to it: who said it, what it means. Two may share one.'),
        because: Line.describe('Why they belong together.'),
        fact: FactId.optional().describe(
          'The fact that joins the two; then figures, dates and names of both stand in this one.',
        ),
      }),
    )
    .min(2)
    .max(8),
  spare: z
    .array(
      z.strictObject({
        text: Line.describe('More to choose from, which belongs to none of the left.'),
        because: Line.describe('Why it belongs to none.'),
      }),
    )
    .max(3)
    .default([])
    .describe('Keeps the last pair from being found by leaving out.'),
})
export type MatchQuestion = z.output<typeof MatchQuestion>
