// How classes did with the questions, as the page class.html saved it beside them. Only shown, and held against
// the questions that there are: what they say is a matter for people.

import { z } from 'zod'
import { warning, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { JsonDocument } from '../source/json-document.ts'
import { validate } from '../source/validate.ts'
import type { Banks } from './banks.ts'

const count = z.int().min(0)

const QuestionStatistics = z.strictObject({
  asked: count.describe('How many results have the question.'),
  right: count.describe('How many of them right.'),
  separates: z.number().min(-1).max(1).optional().describe('Correlation with all other questions.'),
  answers: z
    .record(z.string(), count)
    .describe('How often each answer was given; the empty one was left open.'),
  certainty: z
    .array(z.tuple([count, count]))
    .length(3)
    .describe('For each certainty: seen and right.'),
  doubts: z.array(z.string()).optional().describe('What makes the question worth a look.'),
})

const StatisticsFile = z.strictObject({
  format: z.literal('factdeck-question-statistics'),
  version: z.literal(1),
  results: count.describe('How many results they were made from.'),
  questions: z.record(z.string(), QuestionStatistics),
})

/** The statistics of a quiz. */
export interface Statistics extends z.output<typeof StatisticsFile> {
  quiz: string
}

/** Reads `questions/*.stats.json`. What they say of questions that are not there is named and left out. */
export function loadStatistics(documents: readonly JsonDocument[], { banks }: Banks): Checked<Statistics[]> {
  const diagnostics: Diagnostic[] = []
  const value: Statistics[] = []
  for (const document of documents) {
    const checked = validate(StatisticsFile, document)
    diagnostics.push(...checked.diagnostics)
    if (!checked.value) continue
    const quiz = document.file.replace(/^.*\//, '').replace(/\.stats\.json$/, '')
    const own = banks.find(({ id }) => id === quiz)
    const ids = own?.value.questions.map(({ id }) => id as string) ?? []
    for (const [id, { doubts = [] }] of Object.entries(checked.value.questions)) {
      const question = own?.value.questions.findIndex((each) => each.id === id) ?? -1
      if (question < 0)
        diagnostics.push(
          warning(
            document.location(['questions', id], 'key'),
            'question/statistics',
            `Unexpected statistics of "${id}", expected a question of questions/${quiz}.json${suggest(id, ids)}`,
            'the question was renamed or is gone; save the statistics anew, or take its entry out',
          ),
        )
      for (const doubt of question < 0 ? [] : doubts)
        diagnostics.push(
          warning(
            own!.place.in('questions', question).location,
            'question/doubtful',
            `Unexpected results for "${id}", expected those who know more to be right more often: ${doubt}`,
          ),
        )
    }
    value.push({ ...checked.value, quiz })
  }
  return { value, diagnostics }
}

/** A line a quiz for a terminal, then its hardest and its least telling question; none without statistics. */
export function formatStatistics(all: readonly Statistics[]): string[] {
  return all.flatMap(({ quiz, results, questions }) => {
    const list = Object.entries(questions).map(([id, each]) => ({ id, ...each }))
    const asked = list.reduce((sum, each) => sum + each.asked, 0)
    const right = list.reduce((sum, each) => sum + each.right, 0)
    const [hardest] = list.toSorted((a, b) => a.right / (a.asked || 1) - b.right / (b.asked || 1))
    const [least] = list
      .filter(({ separates }) => separates !== undefined)
      .toSorted((a, b) => a.separates! - b.separates!)
    return [
      `results of ${quiz}: ${results}, ${percent(right, asked)} right${hardest ? `; hardest "${hardest.id}" (${percent(hardest.right, hardest.asked)})` : ''}${least ? `; tells least who knows "${least.id}" (${least.separates!.toFixed(2)})` : ''}`,
    ]
  })
}

function percent(n: number, of: number): string {
  return `${of > 0 ? Math.round((100 * n) / of) : 0}%`
}
