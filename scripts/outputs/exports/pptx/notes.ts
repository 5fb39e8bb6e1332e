// What stands below a slide of a PowerPoint file.

import type { Notes } from '../../../../contract/deck.ts'
import type { Messages } from '../../../../contract/messages/registry.ts'
import { fill } from '../../../../contract/messages/wording.ts'

/** The script of a slide in paragraphs, its sources last. */
export function notesOf(
  { say, ask, answers = [], next, sources }: Notes,
  { notes: words }: Messages,
): string[] {
  return [
    ...say,
    ...(ask ? [ask] : []),
    ...answers.map(({ answer, reply }) => `${fill(words.likely, { answer })} ${reply}`),
    ...(next ? [next] : []),
    ...sources,
  ]
}
