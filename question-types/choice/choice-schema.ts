import { z } from 'zod'
import { QuantityRef } from '../../scripts/facts/fact-schema.ts'
import { FactId, Line } from '../../scripts/facts/ids.ts'
import { questionFields } from '../question-fields.ts'

const Option = z
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

const fields = { ...questionFields, options: z.array(Option).min(2).max(6) }

/** The type of a question that names none. */
export const SingleChoice = z.strictObject({
  ...fields,
  kind: z.literal('single').default('single').optional().describe('Exactly one option is right.'),
})

export const MultipleChoice = z.strictObject({
  ...fields,
  kind: z.literal('multiple').describe('Two options or more are right; all of them must be chosen.'),
})

export type ChoiceQuestion = Omit<z.output<typeof SingleChoice>, 'kind'> & { kind: 'single' | 'multiple' }
