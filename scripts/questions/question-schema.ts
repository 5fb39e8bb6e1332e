import { z } from 'zod'
import { Excuse } from '../facts/fact-schema.ts'
import { Line, Slug } from '../facts/ids.ts'
import { Question } from '../../question-types/types.ts'

export const BankFile = z.strictObject({
  $schema: z.string().optional(),
  title: Line,
  summary: Line.describe('What the quiz is for, in a sentence for the index page.'),
  deck: Slug.optional().describe('The deck this quiz belongs to; its facts should appear there.'),
  minutes: z
    .int()
    .min(1)
    .max(240)
    .optional()
    .describe('How long the quiz takes; counted at one minute a question where left out.'),
  objectives: z
    .array(
      z.strictObject({
        id: Slug,
        text: Line.describe('What a student can do afterwards: "Tell a ceiling from a count".'),
      }),
    )
    .min(1),
  notInFacts: z
    .array(Excuse)
    .optional()
    .describe(
      'Figures, dates, names and quotations of title, summary and objectives that its facts do not have, each with the reason.',
    ),
  questions: z.array(Question).min(1),
})
export type BankFile = z.output<typeof BankFile>
