import { z } from 'zod'
import { Line, Slug } from './ids.ts'

export const Unit = z.strictObject({
  $schema: z.string().optional(),
  title: Line.describe('Name of the whole unit, shown on the index and on covers.'),
  summary: Line.describe('One or two sentences for the index page.'),
  author: Line.optional().describe('Who answers for this unit; stands in the properties of PDFs and decks.'),
  topics: z
    .array(Slug)
    .optional()
    .describe('Ids of topics in the order in which people should meet them; the others follow by file name.'),
  decks: z
    .array(Slug)
    .optional()
    .describe('File names of slides/ without .json, in the order of the index; the others follow.'),
  quizzes: z
    .array(Slug)
    .optional()
    .describe('File names of questions/ without .json, in the order of the index; the others follow.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as "en"')
    .default('en')
    .describe('Language of the content (BCP 47); interface texts follow it.'),
})
export type Unit = z.output<typeof Unit>
