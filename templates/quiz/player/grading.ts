// Right or wrong, and what certainty earns.

import type { PlayerQuestion } from '../../../contract/player-view.ts'

/** How sure a learner is: 1 not, 2 fairly, 3 very. */
export type Certainty = 1 | 2 | 3
export const certainties: readonly Certainty[] = [1, 2, 3]

/** An answer: `index`es of the chosen options; none chosen means left open. */
export interface Answer {
  chosen: number[]
  certainty?: Certainty
  unsure?: boolean
}

/** Right means: all keys and nothing else. */
export function isRight(question: PlayerQuestion, answer: Answer | undefined): boolean {
  return (
    answer !== undefined &&
    question.options.every((option) => option.correct === answer.chosen.includes(option.index))
  )
}

/**
 * Certainty-based marking after Gardner-Medwin: 1, 2 or 3 for a right answer, 0, -2 or -6 for a wrong one, so that
 * it pays to say how sure one is. An open answer earns nothing.
 */
export function certaintyPoints(right: boolean, certainty: Certainty | undefined): number {
  if (certainty === undefined) return 0
  return right ? certainty : ([0, -2, -6] as const)[certainty - 1]!
}

/** The share of right answers from which on a level pays best: below 67 % level 1, from 80 % level 3. */
export const fitting: Record<Certainty, readonly [from: number, to: number]> = {
  1: [0, 0.67],
  2: [0.67, 0.8],
  3: [0.8, 1],
}
