// When a question comes back: FSRS, in whole days.

import { FSRSAlgorithm } from 'ts-fsrs'
import { addDays, daysBetween } from './day.ts'

/** What FSRS knows of one question on this device; days are ISO dates. */
export interface Memory {
  stability: number
  difficulty: number
  /** Day of the first and of the last answer. */
  first: string
  last: string
  due: string
}

const algorithm = new FSRSAlgorithm({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 })

const grades = { again: 1, hard: 2, good: 3 } as const
export type Grade = keyof typeof grades

/** A right answer without confidence is Hard: guesses would inflate Good. */
export function gradeOf(right: boolean, unsure: boolean): Grade {
  return right ? (unsure ? 'hard' : 'good') : 'again'
}

/**
 * The memory after an answer of today. A second answer on one day says little about memory and leaves the
 * schedule alone, except that a wrong one brings the question back tomorrow.
 */
export function remember(known: Memory | undefined, grade: Grade, today: string): Memory {
  const memory = known && notFromTomorrow(known, today)
  const elapsed = memory ? daysBetween(memory.last, today) : 0
  if (memory && elapsed <= 0) return grade === 'again' ? { ...memory, due: addDays(memory.last, 1) } : memory
  const next = algorithm.next_state(memory ?? null, elapsed, grades[grade])
  const interval = grade === 'again' ? 1 : algorithm.next_interval(next.stability, elapsed)
  return {
    stability: next.stability,
    difficulty: next.difficulty,
    first: memory?.first ?? today,
    last: today,
    due: addDays(today, Math.max(1, interval)),
  }
}

/** A record of a day that is still to come was made by a wrong clock: it counts as yesterday's. */
function notFromTomorrow(memory: Memory, today: string): Memory {
  if (memory.last <= today) return memory
  const last = addDays(today, -1)
  return { ...memory, last, first: memory.first > last ? last : memory.first, due: today }
}

/**
 * The day on which a question is due: as FSRS says, but before an exam that lies ahead at the latest on its
 * eve.
 */
export function dueOn(memory: Memory, exam: string | undefined, today: string): string {
  if (memory.last > today) return today
  if (exam === undefined || exam <= today) return memory.due
  const eve = addDays(exam, -1)
  const latest = eve > memory.last ? eve : addDays(memory.last, 1)
  return memory.due < latest ? memory.due : latest
}

/** FSRS's chance from 0 to 1 that a question is recalled on a day. */
export function recallOn({ stability, last }: Memory, today: string): number {
  return algorithm.forgetting_curve(Math.max(0, daysBetween(last, today)), stability)
}

/** How many questions not met yet belong to today, so that all are met before the exam; none without one. */
export function newToday(unmet: number, metToday: number, exam: string | undefined, today: string): number {
  if (exam === undefined || exam <= today) return 0
  return Math.max(0, Math.ceil((unmet + metToday) / daysBetween(today, exam)) - metToday)
}
