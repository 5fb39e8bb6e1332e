import { z } from 'zod'
import { Line } from '../../scripts/facts/ids.ts'
import { questionFields } from '../question-fields.ts'

export const TrueFalseQuestion = z.strictObject({
  ...questionFields,
  stem: Line.describe('A claim that stands alone and is either true or false, in one sentence.'),
  kind: z.literal('true-false').describe('The claim of the stem is true or false, and a reason says why.'),
  true: z.boolean().describe('Whether the claim is true.'),
  because: Line.describe('Why the claim is true, or what is true instead.'),
  reasons: z
    .array(
      z.strictObject({
        text: Line.describe('A reason to choose after the verdict; it must not say the verdict itself.'),
        correct: z
          .literal(true)
          .optional()
          .describe('Marks the one that is a reason. Others have no such line.'),
        because: Line.describe(
          'Why this is the reason; or which true thing makes it tempting, and why it is none.',
        ),
      }),
    )
    .min(2)
    .max(4)
    .describe('What to choose from in the second step; one of them is right.'),
})
export type TrueFalseQuestion = z.output<typeof TrueFalseQuestion>
