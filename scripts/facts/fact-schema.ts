import { z } from 'zod'
import { Image } from '../source/image-schema.ts'
import { goods } from '../../contract/goods.ts'
import { statuses } from '../../contract/status.ts'
import { ActorId, BackgroundId, FactId, Line, PartialDate, Sha256, Slug, SourceId } from './ids.ts'

export const Status = z
  .enum(statuses)
  .describe(
    'documented: the article shows it or nobody in it doubts it. reported: somebody says so and the article passes it on. ' +
      'alleged: said against someone who denies it or has not admitted it, or marked by the article as unproven. ' +
      'estimated: a figure or inference worked out by somebody. planned: announced or intended, not yet done. ' +
      'opinion: a judgement, fear, expectation or recommendation.',
  )
export type Status = z.output<typeof Status>

export const Quantity = z
  .strictObject({
    id: Slug.describe('Name of this quantity within its fact; questions and charts refer to it.'),
    label: Line.describe(
      'What is counted, for example "oil delivered". Quantities with the same label and unit are comparable.',
    ),
    value: z.number().optional().describe('The figure. For a range leave it out and give `low` and `high`.'),
    low: z.number().optional(),
    high: z.number().optional(),
    unit: Line.describe('Plural noun, for example "tonnes", "visitors a day".'),
    bound: z
      .enum(['exact', 'atLeast', 'moreThan', 'upTo', 'lessThan', 'almost', 'about'])
      .default('exact')
      .describe(
        'Keep the hedge of the article: "over a million" is moreThan, "up to 10,000" is upTo, "fewer than 50" is lessThan, "almost 3,000" is almost.',
      ),
    limit: z
      .literal(true)
      .optional()
      .describe('true: a limit that somebody set, drawn as a line across the amounts that it is for.'),
    display: Line.optional().describe(
      'How to show it where the figure alone reads badly, for example "nearly a quarter of a century".',
    ),
  })
  .refine(
    (q) =>
      q.value === undefined
        ? q.low !== undefined && q.high !== undefined && q.low <= q.high
        : q.low === undefined && q.high === undefined,
    {
      message: 'expected either "value" or both "low" and "high", the lower first',
    },
  )
export type Quantity = z.output<typeof Quantity>

export const When = z
  .strictObject({
    from: PartialDate.optional().describe(
      'First day, month or year. Alone with no `to`: since then, still going on.',
    ),
    to: PartialDate.optional().describe('Last day, month or year. The same as `from` for a single date.'),
    precision: z
      .enum(['day', 'week', 'month', 'season', 'year', 'decade'])
      .describe('How exactly the article lets us know.'),
    inferred: z
      .literal(true)
      .optional()
      .describe('The year or the day was worked out and stands in no article: it is shown as inferred.'),
    resolved: Line.optional().describe(
      'How a relative date ("last year", "Wednesday") was resolved, and from what.',
    ),
  })
  .refine((when) => when.from !== undefined || when.to !== undefined, { message: 'expected "from" or "to"' })
  .refine((when) => !when.from || !when.to || when.from.slice(0, when.to.length) <= when.to, {
    message: 'expected "from" not after "to"',
  })
export type When = z.output<typeof When>

/** Words that may stand although what they should rest on does not have them. */
export const Excuse = z.strictObject({ text: Line, why: Line })
export type Excuse = z.output<typeof Excuse>

/** A passage of an article that is known otherwise. */
export const Span = z.strictObject({
  start: z.int().min(0).describe('First code point of the span in the normalised article text.'),
  end: z.int().min(1).describe('The code point after its last.'),
  sha256: Sha256.describe('Digest of the span. `factdeck pin` writes all three.'),
})

const Evidence = z
  .strictObject({ source: SourceId, ...Span.shape })
  .refine((evidence) => evidence.start < evidence.end, { message: 'expected "start" before "end"' })

export const QuantityRef = z.strictObject({
  fact: FactId,
  quantity: Slug.describe('The `id` of one of the quantities of that fact.'),
})
export type QuantityRef = z.output<typeof QuantityRef>

export const Arithmetic = z.strictObject({
  question: Line.describe('What the sum is to find out, for example "Do the trips and the tonnes fit?"'),
  inputs: z
    .record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'expected a name such as "tonnes"'), QuantityRef)
    .describe('Names for the quantities that the steps compute with.'),
  steps: z
    .array(
      z.strictObject({
        say: Line.describe('What this step works out, in words.'),
        compute: Line.describe(
          'A formula over the names of `inputs` and of earlier steps: numbers, + - * / ( ).',
        ),
        name: z
          .string()
          .regex(/^[a-z][a-zA-Z0-9]*$/)
          .optional()
          .describe('Name of the result for later steps.'),
        equals: z.number().describe('The result, rounded as it is shown; the check computes it again.'),
        unit: Line,
      }),
    )
    .min(1),
  conclusion: Line.describe('What a careful reader makes of it.'),
})
export type Arithmetic = z.output<typeof Arithmetic>

export const Fact = z.strictObject({
  id: FactId.describe('Name by which decks and questions refer to this fact.'),
  statement: Line.max(240, 'expected at most 240 characters').describe(
    'One sentence, in our own words, that is true on its own: with its hedge, its attribution and its date.',
  ),
  short: Line.max(60, 'expected at most 60 characters').describe(
    'The same for a slide, at most 60 characters.',
  ),
  saidBy: z
    .array(ActorId)
    .default([])
    .describe('Who says so, as the article gives it. Empty: the article itself, in its own voice.'),
  via: z
    .array(ActorId)
    .default([])
    .describe('Through whom the article has it, nearest to the speaker first.'),
  status: Status,
  when: When.optional().describe('When the thing happened, happens or is to happen; not when it was said.'),
  quantities: z.array(Quantity).default([]),
  actors: z.array(ActorId).default([]).describe('Everybody the statement is about.'),
  places: z.array(Line).default([]),
  tags: z.array(Slug).min(1).describe('Words by which outlines pick facts.'),
  evidence: z
    .array(Evidence)
    .min(1)
    .describe(
      'Where an article says so; without it a fact is none. Pin the passage: factdeck pin --articles DIR --fact ID "the passage".',
    ),
  notInEvidence: z
    .array(
      z.strictObject({
        text: Line.describe('Words of the statement, as they stand there.'),
        rule: z
          .string()
          .regex(
            /^fact\/[a-z-]+$/,
            'expected the name of a rule as messages end with it, such as "fact/roles-kept"',
          )
          .optional()
          .describe(
            'The rule that is wrong about these words. Without it: figures, dates, names and single words.',
          ),
        why: Line.describe('The reason, for a second reader.'),
      }),
    )
    .default([])
    .describe(
      'Words of the statement that the evidence does not contain, or about which a rule is wrong, each with the reason. One that is not needed is refused.',
    ),
  disagreesWith: z
    .array(
      z.strictObject({
        fact: FactId,
        about: Line.describe('What the two disagree about, in a few words.'),
        reading: Line.describe(
          'What a careful reader should make of it. Neutral: no winner without a reason.',
        ),
      }),
    )
    .default([])
    .describe('Facts that this one contradicts or does not fit; the other fact points back.'),
  needs: z.array(FactId).default([]).describe('Facts that a class must have seen before this one.'),
  mentions: z
    .array(FactId)
    .default([])
    .describe(
      'Other facts of which the note, a reading or a conclusion speaks: their figures, dates and names may stand there.',
    ),
  background: z
    .array(BackgroundId)
    .default([])
    .describe(
      'Entries of facts/background.json of which the note, a reading or a conclusion speaks without naming them.',
    ),
  transfer: z
    .strictObject({ from: ActorId, to: ActorId, what: Line.max(60) })
    .optional()
    .describe('For a fact about one side giving something to another: drawn as an arrow.'),
  goods: z
    .array(z.enum(goods))
    .max(2)
    .default([])
    .describe('What it is about, drawn as icons beside the words on slides with arrows, figures and sums.'),
  quote: z
    .strictObject({ text: Line, by: ActorId })
    .refine((quote) => quote.text.split(/\s+/).length <= 10, { message: 'expected at most ten words' })
    .optional()
    .describe('A speaker’s own words, only where the wording is the fact.'),
  telling: Line.refine((text) => text.split(/\s+/).length <= 10, { message: 'expected at most ten words' })
    .optional()
    .describe(
      'The words of a passage that tell, at most ten and to the letter, for those who do not have the article; shown quoted beside the statement.',
    ),
  arithmetic: Arithmetic.optional().describe(
    'A sum over quantities that shows whether figures fit; the check computes it again.',
  ),
  image: Image.optional(),
  note: Line.optional().describe(
    'What a teacher should know: a doubt, a context that the article gives, an arithmetic.',
  ),
})
export type Fact = z.output<typeof Fact>

export const FactFile = z.strictObject({
  $schema: z.string().optional(),
  topic: z.strictObject({
    id: Slug,
    title: Line,
    summary: Line.describe('What this group of facts is about, in a sentence.'),
    notInFacts: z
      .array(Excuse)
      .optional()
      .describe(
        'Figures, dates, names and quotations of title and summary that the facts do not have, each with the reason.',
      ),
  }),
  facts: z.array(Fact).min(1),
})
export type Topic = z.output<typeof FactFile>['topic']
