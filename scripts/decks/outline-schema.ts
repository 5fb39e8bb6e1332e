import { z } from 'zod'
import { Excuse, Status } from '../facts/fact-schema.ts'
import { BackgroundId, FactId, Line, Slug } from '../facts/ids.ts'
import { Image } from '../source/image-schema.ts'
import { QuestionId } from '../../question-types/question-fields.ts'

/** What every listed slide may say beside its content. */
const spoken = {
  title: Line.max(90).optional().describe('Heading of the slide; made from the fact where left out.'),
  say: z
    .array(Line)
    .optional()
    .describe('What the teacher says, a paragraph each; made from the facts where left out.'),
  minutes: z
    .number()
    .min(0)
    .max(60)
    .optional()
    .describe('Time for this slide; the budget is shared out where left out.'),
}

export const factLayouts = [
  'statement',
  'figure',
  'bars',
  'timeline',
  'voices',
  'disagreement',
  'transfers',
  'quotation',
  'arithmetic',
  'map',
  'picture',
  'relay',
  'mentions',
  'buildup',
  'account',
] as const

const FactSlide = z.strictObject({
  facts: z.array(FactId).min(1).describe('The facts to show; the planner picks the layout from their shape.'),
  layout: z
    .enum(factLayouts)
    .optional()
    .describe('Asks for a layout; an error where the facts do not have its shape.'),
  ...spoken,
})

const CheckpointSlide = z.strictObject({
  question: QuestionId.describe('A question of any bank, revealed on click.'),
  ...spoken,
})

const LikelyAnswer = z.strictObject({
  answer: Line.max(110).describe('What somebody in the class is likely to say, in a few words.'),
  reply: Line.max(240).describe('What the teacher can say to it, from the facts.'),
})

const DiscussionSlide = z.strictObject({
  discuss: Line.describe('The prompt, an open question.'),
  points: z.array(Line).default([]).describe('What to consider; shown below the prompt.'),
  answers: z
    .array(LikelyAnswer)
    .min(1)
    .max(4)
    .optional()
    .describe('Likely answers, and what to say to each; in the speaker notes alone.'),
  facts: z.array(FactId).default([]).describe('The facts that the discussion starts from.'),
  ...spoken,
})

const HandwrittenSlides = z.strictObject({
  markdown: Line.describe(
    'A file beside the outline, for example "reading-reports/intro.md": ordinary Slidev slides.',
  ),
  ...spoken,
})

const BackgroundSlide = z.strictObject({
  background: z
    .array(BackgroundId)
    .min(1)
    .describe('Entries of facts/background.json that a class has to know first.'),
  ...spoken,
})

const TakenSlides = z.strictObject({
  take: z
    .strictObject({
      topic: Slug.optional(),
      tag: Slug.optional(),
      status: z.array(Status).optional(),
      most: z.int().min(1).optional().describe('At most this many facts, in the order of the fact base.'),
    })
    .describe(
      'Takes every fact of a topic or tag that no slide of this deck lists (a discussion does not count) or takes before; the planner groups them into slides.',
    ),
})

export const OutlineSlide = z.union([
  FactSlide,
  CheckpointSlide,
  DiscussionSlide,
  HandwrittenSlides,
  BackgroundSlide,
  TakenSlides,
])
export type OutlineSlide = z.output<typeof OutlineSlide>

export const Section = z.strictObject({
  title: Line.max(70),
  question: Line.optional().describe('The question that the section answers; shown on its opening slide.'),
  answer: Line.max(260)
    .optional()
    .describe('The answer to `question`, on a slide at the end of the section.'),
  minutes: z.number().min(1).optional(),
  image: Image.optional(),
  slides: z.array(OutlineSlide).min(1),
})
export type Section = z.output<typeof Section>

const VerdictItems = z
  .array(
    z.strictObject({
      claim: Line.max(90).describe('What is claimed, in a few words.'),
      why: Line.max(130).describe('Why it stands here.'),
      facts: z.array(FactId).min(1).max(2).describe('The facts that it rests on.'),
    }),
  )
  .min(1)
  .max(2)

export const Outline = z.strictObject({
  $schema: z.string().optional(),
  title: Line.max(70),
  subtitle: Line.max(140).optional(),
  summary: Line.describe('What the deck is for, in a sentence for the index page.'),
  audience: Line,
  minutes: z.int().min(1).max(480),
  reveal: z
    .boolean()
    .optional()
    .describe(
      'false: slides show all they have at once. Left out or true: accounts, results, arrows and events come click by click. Answers to checkpoints always wait.',
    ),
  objectives: z.array(Line.max(140)).min(1).max(6),
  hook: z
    .array(OutlineSlide)
    .max(3)
    .optional()
    .describe('Slides before the objectives: what makes a class want to know.'),
  guide: Line.max(160).optional().describe('The guiding question, which the whole deck answers.'),
  sections: z.array(Section).min(1),
  verdict: z
    .strictObject({ supported: VerdictItems, plausible: VerdictItems, weak: VerdictItems })
    .optional()
    .describe('Closes the deck: what is well supported, what is plausible, what is weak, and why.'),
  notInFacts: z
    .array(Excuse)
    .optional()
    .describe(
      'Figures, dates, names and quotations of its texts that its facts do not have, each with the reason.',
    ),
  story: z
    .boolean()
    .optional()
    .describe(
      'true: before the deck closes, a timeline of its dated facts with a lane for every section that has some.',
    ),
  recap: z
    .array(FactId)
    .max(6)
    .optional()
    .describe('The facts to take home; some of each section where left out.'),
})
export type Outline = z.output<typeof Outline>
