// Right or wrong, and what certainty earns.

import type { PlayerQuestion } from '../../../contract/player-view.ts'
import type { PlayerWords } from '../../../contract/messages/registry.ts'
import { playerOf } from '../../../question-types/players.ts'

/** How sure a learner is: 1 not, 2 fairly, 3 very. */
export type Certainty = 1 | 2 | 3
export const certainties: readonly Certainty[] = [1, 2, 3]

/** An answer, and what a learner thinks of it. */
export interface Answer {
  /** As the type of the question has it; absent where it is left open. */
  given?: unknown
  certainty?: Certainty
  unsure?: boolean
  /** Whether the hint was shown. */
  hinted?: boolean
}

/** Whether it was answered, and no part of the answer is missing. */
export function isAnswered(question: PlayerQuestion, answer: Answer | undefined): boolean {
  return answer?.given !== undefined && (playerOf(question).complete?.(question, answer.given) ?? true)
}

/** How much of an answer is right, from 0 to 1; of an open one nothing. */
function shareRight(question: PlayerQuestion, answer: Answer | undefined): number {
  return answer?.given === undefined ? 0 : playerOf(question).grade(question, answer.given)
}

/** Right means all of it. */
export function isRight(question: PlayerQuestion, answer: Answer | undefined): boolean {
  return shareRight(question, answer) === 1
}

/** The verdict in words. */
export function wordVerdict(
  question: PlayerQuestion,
  answer: Answer | undefined,
  words: Pick<PlayerWords, 'right' | 'partlyRight' | 'notRight' | 'open'>,
): string {
  if (!isAnswered(question, answer)) return words.open
  const share = shareRight(question, answer)
  return share === 1 ? words.right : share > 0 ? words.partlyRight : words.notRight
}

/**
 * Certainty-based marking after Gardner-Medwin: 1, 2 or 3 for a right answer, 0, -2 or -6 for a wrong one, so
 * that it pays to say how sure one is. An open answer earns nothing.
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
