import { z } from 'zod'
import { FactId, Line, Sha256 } from '../ids.ts'

export const Review = z
  .strictObject({
    fact: FactId,
    by: Line.max(80, 'expected at most 80 characters').describe(
      'Who read the statement beside its passages.',
    ),
    on: z.iso.date('expected a day such as "2024-05-23"').describe('The day on which it was read.'),
    verdict: z
      .enum(['agreed', 'objected'])
      .describe(
        'agreed: the passages say all that the statement says. objected: they do not; the remark says why.',
      ),
    remark: Line.max(500, 'expected at most 500 characters').optional(),
    digest: Sha256.describe(
      'Of what was read: statement, short form, status, speakers, dates, quantities and passages. `factdeck review` writes it; it fits nothing once any of them is changed.',
    ),
  })
  .refine(({ verdict, remark }) => verdict === 'agreed' || remark !== undefined, {
    message: 'expected a "remark" that says what the passages do not support',
  })
export type Review = z.output<typeof Review>

export const ReviewFile = z.strictObject({
  $schema: z.string().optional(),
  reviews: z.array(Review),
})
