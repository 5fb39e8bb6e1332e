// What a learner's device keeps of a quiz. Whatever stands in the storage or in a file was written by another
// version, another quiz or nobody we know: every field is looked at, and what does not fit is left out.

import type { PlayerBank } from '../../../contract/player-view.ts'
import type { Item, Mode } from './attempt.ts'
import { dayOf, isDay } from './day.ts'
import { certainties, isAnswered, isRight, type Certainty } from './grading.ts'
import { gradeOf, remember, type Grade, type Memory } from './schedule.ts'

/** All about one question; `hash` is that of its wording when it was answered. */
export interface QuestionRecord extends Memory {
  hash: string
  seen: number
  right: number
  lastRight: boolean
}

export interface AttemptRecord {
  /** Moment of the end, ISO 8601 in UTC. */
  at: string
  mode: Mode
  seed: string
  right: number
  of: number
  seconds: number
  points?: number
}

export interface Progress {
  questions: Map<string, QuestionRecord>
  /** Answers given with each certainty, and how many of them were right. */
  calibration: Record<Certainty, { seen: number; right: number }>
  attempts: AttemptRecord[]
  /** Day of the exam. */
  exam?: string
  certainty: boolean
  /** Whether letters and digits on the keyboard choose answers. */
  letterKeys: boolean
  /**
   * When the three settings were changed last, and when all was reset last; milliseconds since 1970, 0 for
   * never.
   */
  settingsAt: number
  resetAt: number
}

const format = 'factdeck-quiz-progress'
const version = 1
const keptAttempts = 30

export function emptyProgress(): Progress {
  return {
    questions: new Map(),
    calibration: { 1: { seen: 0, right: 0 }, 2: { seen: 0, right: 0 }, 3: { seen: 0, right: 0 } },
    attempts: [],
    certainty: false,
    letterKeys: true,
    settingsAt: 0,
    resetAt: 0,
  }
}

export type Problem = 'damaged' | 'foreign' | 'newer'

export interface ReadProgress {
  progress: Progress
  /** Answers to questions that are worded differently today, or gone. */
  retired: number
  /** Why nothing could be taken over. */
  problem?: Problem
}

/** Reads what `writeProgress` wrote. Never throws; anything else gives an empty progress and says why. */
export function readProgress(text: string, bank: Pick<PlayerBank, 'id' | 'questions'>): ReadProgress {
  const nothing = (problem: Problem): ReadProgress => ({ progress: emptyProgress(), retired: 0, problem })
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return nothing('damaged')
  }
  if (!isObject(data) || data['format'] !== format || data['bank'] !== bank.id) return nothing('foreign')
  if (typeof data['version'] !== 'number') return nothing('damaged')
  if (data['version'] > version) return nothing('newer')

  const progress = emptyProgress()
  const hashes = new Map(bank.questions.map(({ id, hash }) => [id, hash]))
  let retired = 0
  for (const [id, value] of Object.entries(isObject(data['questions']) ? data['questions'] : {})) {
    const record = questionRecord(value)
    if (record === undefined) continue
    if (hashes.get(id) === record.hash) progress.questions.set(id, record)
    else retired++
  }
  const calibration = isObject(data['calibration']) ? data['calibration'] : {}
  for (const level of certainties) {
    const counts = calibration[level]
    if (
      isObject(counts) &&
      isCount(counts['seen']) &&
      isCount(counts['right']) &&
      counts['right'] <= counts['seen']
    )
      progress.calibration[level] = { seen: counts['seen'], right: counts['right'] }
  }
  progress.attempts = (Array.isArray(data['attempts']) ? data['attempts'] : [])
    .filter(isAttempt)
    .slice(-keptAttempts)
  if (isDay(data['exam'])) progress.exam = data['exam']
  progress.certainty = data['certainty'] === true
  progress.letterKeys = data['letterKeys'] !== false
  if (isCount(data['settingsAt'])) progress.settingsAt = data['settingsAt']
  if (isCount(data['resetAt'])) progress.resetAt = data['resetAt']
  return { progress, retired }
}

export function writeProgress(progress: Progress, bank: Pick<PlayerBank, 'id'>): string {
  return JSON.stringify({
    format,
    version,
    bank: bank.id,
    questions: Object.fromEntries(progress.questions),
    calibration: progress.calibration,
    attempts: progress.attempts,
    exam: progress.exam,
    certainty: progress.certainty,
    letterKeys: progress.letterKeys,
    settingsAt: progress.settingsAt,
    resetAt: progress.resetAt,
  })
}

/** Takes an answer into `progress`. */
export function recordAnswer(
  progress: Progress,
  question: { id: string; hash: string },
  answer: { right: boolean; grade: Grade; certainty?: Certainty },
  today: string,
): void {
  const { right, grade, certainty } = answer
  const before = progress.questions.get(question.id)
  progress.questions.set(question.id, {
    ...remember(before, grade, today),
    hash: question.hash,
    seen: (before?.seen ?? 0) + 1,
    right: (before?.right ?? 0) + (right ? 1 : 0),
    lastRight: right,
  })
  if (certainty !== undefined) {
    progress.calibration[certainty].seen++
    if (right) progress.calibration[certainty].right++
  }
}

/** Takes what was answered in an attempt, today, into `progress`; open questions leave no trace. */
export function recordItem(progress: Progress, { question, answer }: Item): void {
  if (!isAnswered(question, answer)) return
  const right = isRight(question, answer)
  const grade = gradeOf(right, answer?.unsure === true || answer?.hinted === true || answer?.certainty === 1)
  recordAnswer(
    progress,
    question,
    { right, grade, ...(answer?.certainty ? { certainty: answer.certainty } : {}) },
    dayOf(new Date()),
  )
}

export function recordAttempt(progress: Progress, attempt: AttemptRecord): void {
  progress.attempts = [...progress.attempts, attempt].slice(-keptAttempts)
}

/**
 * Two devices' or tabs' progress as one: of each question the later record (the longer of two of one day),
 * every attempt once, the larger counts, the settings that were changed last. What was there before a reset
 * does not come back. Merging the same twice changes nothing.
 */
export function mergeProgress(mine: Progress, theirs: Progress): Progress {
  if (mine.resetAt !== theirs.resetAt) return mine.resetAt > theirs.resetAt ? mine : theirs
  const { exam, certainty, letterKeys, settingsAt } = theirs.settingsAt > mine.settingsAt ? theirs : mine
  const merged: Progress = {
    ...mine,
    certainty,
    letterKeys,
    settingsAt,
    questions: new Map(mine.questions),
    calibration: { ...mine.calibration },
  }
  for (const [id, record] of theirs.questions) {
    const own = merged.questions.get(id)
    if (!own || record.last > own.last || (record.last === own.last && record.seen > own.seen))
      merged.questions.set(id, record)
  }
  for (const level of certainties)
    if (theirs.calibration[level].seen > mine.calibration[level].seen)
      merged.calibration[level] = theirs.calibration[level]
  const attempts = new Map(
    [...theirs.attempts, ...mine.attempts].map((attempt) => [`${attempt.at} ${attempt.seed}`, attempt]),
  )
  merged.attempts = [...attempts.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(-keptAttempts)
  delete merged.exam
  if (exam !== undefined) merged.exam = exam
  return merged
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high
}

/** The ranges are those within which FSRS keeps its own values. */
function questionRecord(value: unknown): QuestionRecord | undefined {
  if (!isObject(value)) return undefined
  const { hash, stability, difficulty, first, last, due, seen, right, lastRight } = value
  return typeof hash === 'string' &&
    isWithin(stability, 0.001, 36_500) &&
    isWithin(difficulty, 1, 10) &&
    isDay(first) &&
    isDay(last) &&
    isDay(due) &&
    isCount(seen) &&
    isCount(right) &&
    right <= seen
    ? { hash, stability, difficulty, first, last, due, seen, right, lastRight: lastRight === true }
    : undefined
}

function isAttempt(value: unknown): value is AttemptRecord {
  return (
    isObject(value) &&
    typeof value['at'] === 'string' &&
    !Number.isNaN(Date.parse(value['at'])) &&
    (value['mode'] === 'practice' || value['mode'] === 'test' || value['mode'] === 'review') &&
    typeof value['seed'] === 'string' &&
    isCount(value['right']) &&
    isCount(value['of']) &&
    isCount(value['seconds']) &&
    (value['points'] === undefined || Number.isSafeInteger(value['points']))
  )
}
