import { z } from 'zod'
import { Line } from './ids.ts'

export const Unit = z.strictObject({
  $schema: z.string().optional(),
  title: Line.describe('Name of the whole unit, shown on the index and on covers.'),
  summary: Line.describe('One or two sentences for the index page.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as "en"')
    .default('en')
    .describe('Language of the content (BCP 47); interface texts follow it.'),
})
export type Unit = z.output<typeof Unit>
