import { z } from 'zod'
import { exportNames } from '../../contract/export-names.ts'
import { looks } from '../../contract/looks.ts'
import { Excuse } from './fact-schema.ts'
import { Line, Slug } from './ids.ts'

/**
 * Whether a tag is well-formed (BCP 47), written as usual, and its language is one that `Intl` has a name
 * for: not "xx", "english" or "EN".
 */
function isLanguage(tag: string): boolean {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    return canonical === tag && names.of(new Intl.Locale(tag).language) !== undefined
  } catch {
    return false
  }
}

export const Unit = z.strictObject({
  $schema: z.string().optional(),
  title: Line.describe('Name of the whole unit, shown on the index and on covers.'),
  summary: Line.describe('One or two sentences for the index page.'),
  author: Line.optional().describe('Who answers for this unit; stands in the properties of PDFs and decks.'),
  notInFacts: z
    .array(Excuse)
    .optional()
    .describe(
      'Figures, dates, names and quotations of title and summary that no fact has, each with the reason.',
    ),
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
  strict: z.boolean().optional().describe('true: what is only a warning stops the build as an error does.'),
  language: z
    .string()
    .refine(isLanguage, { message: 'expected the tag of a language, such as "en", "de" or "pt-BR"' })
    .default('en')
    .describe('Language of the content (BCP 47); interface texts follow it.'),
  look: z
    .enum(looks)
    .optional()
    .describe('How decks look: "paper", warm with serifs, where left out; "slate", cool without.'),
  review: z
    .enum(['optional', 'required'])
    .optional()
    .describe(
      'required: a fact that no second reader agreed to as it is now is an error. Reviews are made with `factdeck review`.',
    ),
  exports: z
    .array(z.enum(exportNames))
    .optional()
    .describe(
      'Other systems to make packages for with every build: "moodle", "anki". `build --exports` makes all.',
    ),
})
export type Unit = z.output<typeof Unit>
