import { z } from 'zod'
import { QuantityRef } from '../facts/fact-schema.ts'
import { FactId, Line, Slug } from '../facts/ids.ts'

export const QuestionId = Slug.brand<'QuestionId'>()
export type QuestionId = z.output<typeof QuestionId>

export const Option = z
  .strictObject({
    text: Line.optional().describe('The answer as shown. No letter: letters appear at render.'),
    quantity: QuantityRef.optional().describe(
      'Instead of `text`: a quantity of a fact, so that correcting the fact corrects the question.',
    ),
    correct: z.literal(true).optional().describe('Marks a key. A distractor has no such line.'),
    because: Line.describe(
      'Why this is right; or which true thing makes it tempting, and why it is still wrong.',
    ),
    trueOf: FactId.optional().describe(
      'For a distractor: the fact of which it is true, shown with the explanation.',
    ),
    pin: z
      .enum(['first', 'last'])
      .optional()
      .describe('Keeps the option in place when the others are shuffled.'),
  })
  .refine((option) => (option.text === undefined) !== (option.quantity === undefined), {
    message: 'expected either "text" or "quantity"',
  })
export type Option = z.output<typeof Option>

export const levels = ['recall', 'understand', 'apply', 'evaluate'] as const

export const Question = z.strictObject({
  id: QuestionId.describe('Name of the question; its shuffle is seeded by it.'),
  stem: Line.describe(
    'One question that stands alone and names date and source where the answer depends on them.',
  ),
  kind: z
    .enum(['single', 'multiple'])
    .default('single')
    .describe('single: exactly one key. multiple: all keys must be chosen.'),
  facts: z.array(FactId).min(1).describe('The facts that the key rests on.'),
  options: z.array(Option).min(2).max(6),
  level: z
    .enum(levels)
    .describe(
      'recall: say what was said. understand: explain it. apply: use it on a case. evaluate: weigh it.',
    ),
  objective: Slug.describe('The `id` of one of the objectives of this bank.'),
  hint: Line.optional().describe('Shown on request before answering; never gives the key away.'),
})
export type Question = z.output<typeof Question>

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
  questions: z.array(Question).min(1),
})
export type BankFile = z.output<typeof BankFile>
