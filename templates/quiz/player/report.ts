// A result as people take it away: text for a message, a table for a spreadsheet.

import type { PlayerBank } from '../../../contract/player-view.ts'
import type { Say } from '../../../contract/messages/wording.ts'
import type { PlayerWords } from '../../../contract/messages/registry.ts'
import { clock, secondsOf, tally, type Attempt, type Item } from './attempt.ts'
import { playerOf } from '../../../question-types/players.ts'
import { toCsv } from './csv.ts'
import { dayOf, timeOf } from './day.ts'
import { certaintyPoints, isRight } from './grading.ts'

export interface ObjectiveResult {
  id: string
  text: string
  right: number
  of: number
}

/** Objectives that the attempt asked for, in the order of the bank. */
export function perObjective(
  bank: Pick<PlayerBank, 'objectives'>,
  items: readonly Item[],
): ObjectiveResult[] {
  return bank.objectives
    .map(({ id, text }) => {
      const { right, of } = tally(items.filter(({ question }) => question.objective === id))
      return { id, text, right, of }
    })
    .filter(({ of }) => of > 0)
}

export function resultText(bank: PlayerBank, attempt: Attempt, words: PlayerWords, say: Say): string {
  const { right, of, points } = tally(attempt.items)
  const end = attempt.ended ?? attempt.started
  return [
    `${bank.title} (${words[attempt.mode]})`,
    `${say(words.scoreOf, { n: right, of })}, ${clock(secondsOf(attempt, end))}, ${dayOf(new Date(end))} ${timeOf(new Date(end))}`,
    ...(attempt.certainty ? [say(words.pointsOf, { points, most: 3 * of })] : []),
    ...perObjective(bank, attempt.items).map(({ text, right: hits, of: all }) => `${text}: ${hits}/${all}`),
    say(words.seedIs, { seed: attempt.seed }),
  ].join('\n')
}

/**
 * A line a question, in the order in which they were asked; ids and letters, so that answers can be compared.
 */
export function resultCsv(bank: PlayerBank, attempt: Attempt, words: PlayerWords): string {
  const { csv } = words
  return toCsv([
    [
      csv.number,
      csv.question,
      csv.stem,
      csv.objective,
      csv.answer,
      csv.key,
      csv.right,
      csv.certainty,
      csv.points,
      csv.seed,
    ],
    ...attempt.items.map((item, place) => {
      const { question, answer } = item
      const type = playerOf(question)
      const right = isRight(question, answer)
      return [
        place + 1,
        question.id,
        question.stem,
        bank.objectives.find(({ id }) => id === question.objective)?.text ?? question.objective,
        answer?.given === undefined ? '' : type.wordAnswer(question, answer.given),
        type.wordKey(question),
        right ? 1 : 0,
        answer?.certainty ?? '',
        attempt.certainty ? certaintyPoints(right, answer?.certainty) : '',
        attempt.seed,
      ]
    }),
  ])
}
