// Sheets that Kahoot! and Wayground (formerly Quizizz) import.

import { asOneChoice } from '../../../contract/question-description.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { held, properties } from '../holding.ts'
import { exportOf } from './export-of.ts'
import type { ExportedQuestion } from './exported-question.ts'
import { reasonLines } from './reasons.ts'
import { factsText } from './rich-text.ts'
import { spreadsheet } from './spreadsheet.ts'

const choicesAlone = held({
  own: ['choice', 'choices'],
  no: [...properties.filter((each) => each !== 'formula'), 'number', 'order', 'match', 'text', 'cloze'],
})

/** The choices of a question, and the numbers of those that are right: "1,3". */
function choicesOf({ described }: ExportedQuestion): { texts: string[]; right: string } | undefined {
  const asked = described.form === 'verdict' ? asOneChoice(described) : described
  return asked.form === 'choice'
    ? {
        texts: asked.choices.map(({ text }) => text),
        right: asked.choices.flatMap((choice, n) => (choice.right ? n + 1 : [])).join(','),
      }
    : undefined
}

/**
 * `exports/kahoot/<quiz>.xlsx`, in the layout of Kahoot's own template: the head in row 8, from column B on.
 * Kahoot takes 120 characters of a question and four answers of 75.
 */
export const kahoot = exportOf({
  name: 'kahoot',
  makes: 'Kahoot! sheets',
  holds: choicesAlone,
  refuses(question) {
    const choices = choicesOf(question)?.texts ?? []
    const longest = Math.max(0, ...choices.map(({ length }) => length))
    return question.described.prompt.length > 120
      ? `stem of ${question.described.prompt.length} characters, where 120 are the most,`
      : choices.length > 4
        ? `${choices.length} options, where 4 are the most,`
        : longest > 75
          ? `option of ${longest} characters, where 75 are the most,`
          : undefined
  },
  async emit(banks, _, { render }) {
    return banks.map((bank) => ({
      path: `${bank.id}.xlsx`,
      version: bank.title,
      data: spreadsheet(
        [
          [],
          ['', 'Quiz template'],
          [],
          ['', bank.title],
          [],
          [],
          [],
          [
            '',
            'Question - max 120 characters',
            ...[1, 2, 3, 4].map((n) => `Answer ${n} - max 75 characters`),
            'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
            'Correct answer(s) - choose at least one',
          ],
          ...bank.questions.map((question, n) => {
            const { texts, right } = choicesOf(question)!
            return [
              n + 1,
              question.described.prompt,
              ...Array.from({ length: 4 }, (_each, place) => texts[place] ?? ''),
              60,
              right,
            ]
          }),
        ],
        6,
        render.templates,
      ),
    }))
  },
})

/** `exports/wayground/<quiz>.xlsx`: a row for each question, reasons and sources as its explanation. */
export const wayground = exportOf({
  name: 'wayground',
  makes: 'Wayground sheets',
  holds: { ...choicesAlone, reasons: 'words', facts: 'words', status: 'words', sources: 'words' },
  refuses(question) {
    const { length } = choicesOf(question)?.texts ?? []
    return length > 5 ? `${length} options, where 5 are the most,` : undefined
  },
  async emit(banks, { unit }, { render }) {
    const { exports: words } = messagesFor(unit.language)
    return banks.map((bank) => ({
      path: `${bank.id}.xlsx`,
      version: bank.title,
      data: spreadsheet(
        [
          [
            'Question Text',
            'Question Type',
            ...[1, 2, 3, 4, 5].map((n) => `Option ${n}`),
            'Correct Answer',
            'Time in seconds',
            'Image Link',
            'Answer explanation',
          ],
          ...bank.questions.map((question) => {
            const { texts, right } = choicesOf(question)!
            return [
              question.described.prompt,
              right.includes(',') ? 'Checkbox' : 'Multiple Choice',
              ...Array.from({ length: 5 }, (_each, place) => texts[place] ?? ''),
              right,
              60,
              '',
              [
                question.described.feedback,
                ...reasonLines(question.described, words),
                factsText(question, words.behind),
              ]
                .filter((line) => line !== '')
                .join(' '),
            ]
          }),
        ],
        60,
        render.templates,
      ),
    }))
  },
})
