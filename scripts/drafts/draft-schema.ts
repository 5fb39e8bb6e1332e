import { z } from 'zod'
import { Arithmetic, Fact, Span, When } from '../facts/fact-schema.ts'
import { Actor } from '../facts/actor-schema.ts'
import { Line, Sha256, SourceId } from '../facts/ids.ts'

const Named = z.strictObject({
  id: Actor.shape.id,
  name: Line,
  kind: Actor.shape.kind,
  role: Line.optional(),
  as: z.array(z.enum(['actors', 'saidBy', 'via'])).describe('Where the fact would name them.'),
})

/** A fact that is not one yet: its sentence may be empty. */
const Draft = z.strictObject({
  fact: Fact.extend({
    statement: z.string().max(240).describe('Write it in words of your own; empty until then.'),
    short: z.string().max(60).describe('The same for a slide; empty until then.'),
  }),
  by: z
    .enum(['article', 'model'])
    .default('article')
    .describe(
      'article: read from the words of the passage. model: a language model wrote it; nothing of it is proven.',
    ),
  reasons: z
    .array(z.strictObject({ of: Line, because: Line }))
    .default([])
    .describe('Why the values of the fact are what they are.'),
  newActors: z
    .array(Named)
    .default([])
    .describe('Named in the passage and not in facts/actors.json: add whom you need.'),
  otherDates: z.array(When).default([]).describe('Other times that the passage tells.'),
  disagreements: z
    .array(z.strictObject({ fact: Fact.shape.id, about: Line, because: Line }))
    .default([])
    .describe('Facts that may not fit this one: judge, and keep what is so under "disagreesWith".'),
  sums: z
    .array(z.strictObject({ arithmetic: Arithmetic.omit({ conclusion: true }), because: Line }))
    .default([])
    .describe('Sums over comparable figures, to keep as "arithmetic".'),
})
type Draft = z.output<typeof Draft>

export const DraftFile = z.strictObject({
  $schema: z.string().optional(),
  source: SourceId.describe('The article that the drafts are from.'),
  sha256: Sha256.describe('Digest of its text when they were made.'),
  drafts: z
    .array(Draft)
    .describe(
      'No output shows them. To accept one, move its "fact" into a topic file and write the sentence.',
    ),
  leftOut: z
    .array(Span.extend({ why: Line.optional() }))
    .default([])
    .describe('Passages that claim something and are left out on purpose.'),
})
export type DraftFile = z.output<typeof DraftFile>
