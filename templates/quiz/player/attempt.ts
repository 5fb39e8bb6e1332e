// An attempt: questions and options in the order that a seed gives.

import type { PlayerQuestion } from '../../../contract/player-view.ts'
import { seededShuffle } from '../../../contract/seeded-shuffle.ts'
import { playerOf } from '../../../question-types/players.ts'
import { twoDigits } from './day.ts'
import { certaintyPoints, isAnswered, isRight, type Answer } from './grading.ts'

export type Mode = 'practice' | 'test' | 'review'

export interface Item {
  /** Arranged. */
  question: PlayerQuestion
  answer?: Answer
}

export interface Attempt {
  mode: Mode
  seed: string
  items: Item[]
  certainty: boolean
  /** Time limit in seconds. */
  limit?: number
  /** In practice and review: how many of the items are answered and recorded, from the first on. */
  checked?: number
  /** In practice and review: the place of the question that is shown. */
  shown?: number
  /** Milliseconds since 1970. */
  started: number
  ended?: number
}

/** The same questions and seed give the same order, of questions and within them, on every device. */
export function arrangeItems(questions: readonly PlayerQuestion[], seed: string, mixed: boolean): Item[] {
  const ordered = mixed ? seededShuffle(questions, seed) : questions
  return ordered.map((question) => ({
    question: playerOf(question).arrange(question, `${seed}/${question.id}`),
  }))
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Six letters and digits that are hard to mistake for each other when read out. */
export function newSeed(): string {
  return Array.from({ length: 6 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join('')
}

/** The seed of a shared link, `#seed=abc123`; absent where there is none or it is not one of ours. */
export function seedOfHash(hash: string): string | undefined {
  return /^#seed=([a-z0-9]{1,20})$/i.exec(hash)?.[1]?.toLowerCase()
}

export interface Tally {
  of: number
  right: number
  answered: number
  points: number
  /** Answers that do not say how sure the learner was. */
  unmarked: number
}

export function tally(items: readonly Item[]): Tally {
  const right = (item: Item) => isRight(item.question, item.answer)
  const answered = items.filter(({ question, answer }) => isAnswered(question, answer))
  return {
    of: items.length,
    right: items.filter(right).length,
    answered: answered.length,
    unmarked: answered.filter(({ answer }) => !answer?.certainty).length,
    points: answered.reduce((sum, item) => sum + certaintyPoints(right(item), item.answer?.certainty), 0),
  }
}

/** Seconds from start to end. */
export function secondsOf(attempt: Attempt, now: number): number {
  return Math.max(0, Math.round(((attempt.ended ?? now) - attempt.started) / 1000))
}

/** Whether it took all of its time. */
export function isTimeUp(attempt: Attempt): boolean {
  const { limit, ended } = attempt
  return limit !== undefined && ended !== undefined && secondsOf(attempt, ended) >= limit
}

/** `m:ss`, hours where there are any. */
export function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes}:${twoDigits(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`
}
