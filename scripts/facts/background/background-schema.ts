import { z } from 'zod'
import { backgroundKinds } from '../../../contract/background-view.ts'
import { When } from '../fact-schema.ts'
import { Coordinates } from '../coordinates.ts'
import { ActorId, BackgroundId, Line, PartialDate } from '../ids.ts'

export const Background = z
  .strictObject({
    id: BackgroundId.describe('Name by which outlines and questions refer to this entry.'),
    kind: z
      .enum(backgroundKinds)
      .describe(
        'term: a word explained. person, organisation: who that is. measure: how a unit converts. event: what happened when. place: where it lies.',
      ),
    name: Line.max(60, 'expected at most 60 characters').describe('The word as texts of the unit have it.'),
    aliases: z
      .array(Line.max(60))
      .default([])
      .describe('Other forms that texts use: a plural, a short name, another spelling.'),
    text: Line.max(300, 'expected at most 300 characters').describe(
      'What is general knowledge beyond dispute, in our own words, neutrally.',
    ),
    short: Line.max(110, 'expected at most 110 characters')
      .optional()
      .describe('The same for a slide, at most 110 characters; `text` where left out.'),
    actor: ActorId.optional().describe('The actor of facts/actors.json that this is.'),
    when: When.optional().describe('When it happened, or since when it holds.'),
    at: Coordinates.optional().describe('Where a place lies, or where an event happened.'),
    later: z
      .literal(true)
      .optional()
      .describe('It is later than an article that it helps to read; shown with a mark.'),
    checked: z
      .strictObject({
        by: Line.describe('Who checked it.'),
        on: PartialDate.describe('When.'),
        reference: Line.describe('On what general reference.'),
      })
      .describe('No article stands behind background: whoever checked it answers for it.'),
  })
  .refine(({ kind, at }) => kind !== 'place' || at !== undefined, {
    message: 'expected "at" with "lat" and "lon" for a place',
  })
  .refine(({ kind, when }) => kind !== 'event' || when !== undefined, {
    message: 'expected "when" for an event',
  })
export type Background = z.output<typeof Background>

export const BackgroundFile = z.strictObject({
  $schema: z.string().optional(),
  entries: z.array(Background).min(1),
})
