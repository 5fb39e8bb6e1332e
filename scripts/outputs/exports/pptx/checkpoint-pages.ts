// A question on two slides of a PowerPoint file: asked, then answered.

import type { Messages } from '../../../../contract/messages/registry.ts'
import type { QuestionView } from '../../../../contract/question-view.ts'
import { optionLetter } from '../../../../contract/seeded-shuffle.ts'
import { typeOf } from '../../../../question-types/types.ts'
import { onPaper } from '../on-paper.ts'
import { reasonLines } from '../reasons.ts'
import { lead, plain, point, small, type Line, type Page } from './page.ts'

/** The slide that asks, and the one with the key, every reason and who says so. */
export function checkpointPages(
  title: string,
  question: QuestionView,
  notes: string[],
  { exports: words }: Messages,
): Page[] {
  const described = typeOf(question).describe(question)
  const { choices, line } = onPaper(described, question.id)
  const asked: Line[] = [
    lead(described.prompt),
    ...choices.map((choice, n) => plain(`${optionLetter(n)}. ${choice}`)),
    ...(line === '' ? [] : [plain(line)]),
  ]
  return [
    { title, master: 'content', lines: asked, notes },
    {
      title: `${title}: ${words.answer}`,
      master: 'content',
      lines: [
        lead(described.key),
        ...(described.feedback === '' ? [] : [plain(described.feedback)]),
        ...reasonLines(described, words).map(point),
        ...[...new Set(question.facts.map(({ statusLabel, said }) => `${statusLabel}: ${said}`))].map(small),
      ],
      notes: question.facts.map(({ statement }) => statement),
    },
  ]
}
