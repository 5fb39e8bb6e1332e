import { z } from 'zod'
import { Line, Slug } from '../../scripts/facts/ids.ts'
import { questionFields } from '../question-fields.ts'

const answers = {
  accepted: z
    .array(Line)
    .min(1)
    .max(12)
    .describe(
      'What counts as right, the best wording first. Capital letters, accents and quotation marks do not matter.',
    ),
  because: Line.describe('Why this is the answer.'),
  mistakes: z
    .array(
      z.strictObject({
        texts: z.array(Line).min(1).max(12).describe('Wrong answers that are likely to be written.'),
        because: Line.describe('Which true thing leads to them, and why they are still wrong.'),
      }),
    )
    .max(3)
    .default([])
    .describe('Answers that deserve an explanation of their own; they never pass for a spelling mistake.'),
}

export const ShortAnswerQuestion = z.strictObject({
  ...questionFields,
  kind: z.literal('short-answer').describe('A word or a few have to be written.'),
  ...answers,
})
export type ShortAnswerQuestion = z.output<typeof ShortAnswerQuestion>

export const ClozeQuestion = z.strictObject({
  ...questionFields,
  kind: z.literal('cloze').describe('Gaps in a text have to be filled.'),
  text: Line.describe('The text, with the id of each gap in braces: "It cost {bound} 40 million {unit}."'),
  gaps: z
    .array(z.strictObject({ id: Slug.describe('Stands in braces in `text`.'), ...answers }))
    .min(1)
    .max(6)
    .describe('In the order of the text.'),
})
export type ClozeQuestion = z.output<typeof ClozeQuestion>
