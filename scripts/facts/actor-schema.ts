import { z } from 'zod'
import { Coordinates } from './coordinates.ts'
import { ActorId, Line, PartialDate, SourceId } from './ids.ts'

export const Actor = z.strictObject({
  id: ActorId.describe('Name by which facts refer to this actor.'),
  name: Line.describe('The name as decks and quizzes show it.'),
  kind: z.enum([
    'state',
    'alliance',
    'international-body',
    'government-body',
    'organisation',
    'company',
    'media',
    'person',
    'group',
  ]),
  aliases: z
    .array(
      z.strictObject({
        text: Line,
        source: SourceId.optional(),
        note: Line.optional().describe('For example: misspelt in this article.'),
      }),
    )
    .default([])
    .describe('Other spellings that the articles use; evidence may contain these instead of the name.'),
  roles: z
    .array(
      z.strictObject({
        role: Line.describe('The office or part as the article gives it.'),
        source: SourceId.describe('The article that says so.'),
        asOf: PartialDate.optional().describe(
          'The date that the article gives for the role; it is shown beside it. Left out where the article gives none.',
        ),
      }),
    )
    .default([])
    .describe('Offices change hands: a role stands with the article, and so the date, that gives it.'),
  at: Coordinates.optional().describe('Where a map draws it: the capital of a state, the seat of a body.'),
  note: Line.optional(),
})
export type Actor = z.output<typeof Actor>

export const ActorFile = z.strictObject({
  $schema: z.string().optional(),
  actors: z.array(Actor).min(1),
})
