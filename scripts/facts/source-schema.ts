import { z } from 'zod'
import { Excuse } from './fact-schema.ts'
import { ActorId, Line, PartialDate, Sha256, SourceId } from './ids.ts'

const Published = z.strictObject({
  date: PartialDate.describe(
    'When the article appeared, as exactly as it can be known: 2024-05-23, 2024-05 or 2024.',
  ),
  basis: z
    .enum(['printed', 'inferred'])
    .describe('printed: the article bears this date. inferred: worked out from what the article says.'),
  why: Line.optional().describe('For an inferred date: from what it was worked out.'),
})

export const Source = z.strictObject({
  id: SourceId.describe('Name by which evidence refers to this article.'),
  file: Line.describe(
    'Name of the text file in the articles folder (the folder itself is not part of the repository).',
  ),
  sha256: Sha256.describe(
    'Digest of the normalised text. `factdeck add` writes it; for an entry made by hand put 64 zeros here and run factdeck check --articles DIR --fix.',
  ),
  title: Line,
  label: Line.max(45, 'expected at most 45 characters')
    .optional()
    .describe(
      'The short name by which slides and citations call the article: "Bridge report"; its publisher where left out.',
    ),
  publisher: Line.optional().describe('Left out where the text does not name one.'),
  author: Line.optional().describe('Left out where the text does not name one.'),
  published: Published.optional().describe(
    'Left out where the text bears no date and none can be worked out: it is shown as undated.',
  ),
  relays: z
    .array(z.strictObject({ actor: ActorId, what: Line.describe('What the article takes over from it.') }))
    .default([])
    .describe('Whose findings or reporting the article passes on instead of its own.'),
  url: z.url().optional(),
  note: Line.optional().describe('What a careful reader should know about this text.'),
  notInArticle: z
    .array(Excuse)
    .optional()
    .describe(
      'Figures, dates, names and quotations of title, note, relays and the reason of the date that the article does not have, each with the reason.',
    ),
})
export type Source = z.output<typeof Source>

export const SourceFile = z.strictObject({
  $schema: z.string().optional(),
  sources: z.array(Source).min(1),
})
