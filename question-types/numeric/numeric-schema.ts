import { z } from 'zod'
import { QuantityRef } from '../../scripts/facts/fact-schema.ts'
import { Line } from '../../scripts/facts/ids.ts'
import { questionFields } from '../question-fields.ts'

export const NumericQuestion = z
  .strictObject({
    ...questionFields,
    kind: z.literal('numeric').describe('A figure has to be written.'),
    quantity: QuantityRef.optional().describe(
      'The figure: a quantity of a fact, so that correcting the fact corrects the question. Of a range every figure within it is right.',
    ),
    value: z
      .number()
      .optional()
      .describe('Instead of `quantity`: the figure itself. The facts have to contain it.'),
    unit: Line.optional().describe(
      'With `value`: its unit, as it stands beside the field. A quantity has its own.',
    ),
    tolerance: z
      .number()
      .min(0)
      .default(0)
      .describe('How far off an answer may be and still count as right, in the unit of the figure.'),
    because: Line.describe('Why this is the figure: where it comes from, how it is worked out.'),
    mistakes: z
      .array(
        z.strictObject({
          value: z.number().describe('A wrong figure that is likely to be written, in the same unit.'),
          because: Line.describe('Which true thing leads to it, and why it is still wrong.'),
        }),
      )
      .max(3)
      .default([])
      .describe('Figures that deserve an explanation of their own.'),
  })
  .refine((question) => (question.value === undefined) !== (question.quantity === undefined), {
    message: 'expected either "quantity" or "value"',
  })
  .refine((question) => (question.value === undefined) === (question.unit === undefined), {
    message: 'expected "unit" beside "value", and only there',
  })
export type NumericQuestion = z.output<typeof NumericQuestion>
