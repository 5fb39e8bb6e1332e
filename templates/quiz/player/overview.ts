// Where a learner stands, from progress alone.

import type { PlayerBank, PlayerQuestion } from '../../../contract/player-view.ts'
import type { Progress, QuestionRecord } from './progress.ts'
import { dueOn, newToday } from './schedule.ts'

/**
 * new: not met yet. missed: last answer wrong. learning: right, comes back within three weeks. firm: later
 * than that.
 */
type Standing = 'new' | 'missed' | 'learning' | 'firm'

function standingOf(record: QuestionRecord | undefined): Standing {
  if (!record) return 'new'
  if (!record.lastRight) return 'missed'
  return record.stability >= 21 ? 'firm' : 'learning'
}

export interface Overview {
  questions: { question: PlayerQuestion; record?: QuestionRecord; standing: Standing; due?: string }[]
  objectives: { id: string; text: string; of: number; known: number }[]
  /** Number of questions whose last answer was right and lies no longer back than FSRS trusts it. */
  known: number
  met: number
  missed: PlayerQuestion[]
  /**
   * What review asks today: what is due, the longest overdue first, then questions not met yet that an exam
   * asks for.
   */
  today: PlayerQuestion[]
  /** The next day on which something is due; absent where something is due today or nothing was met. */
  next?: string
}

export function overviewOf(bank: PlayerBank, progress: Progress, today: string): Overview {
  const questions = bank.questions.map((question) => {
    const record = progress.questions.get(question.id)
    return {
      question,
      standing: standingOf(record),
      ...(record ? { record, due: dueOn(record, progress.exam, today) } : {}),
    }
  })
  // Until the day on which FSRS expects that one in ten of such questions is forgotten.
  const known = (list: typeof questions) =>
    list.filter(({ record }) => record?.lastRight && record.due > today).length
  const waiting = questions
    .filter(({ due }) => due !== undefined)
    .toSorted((a, b) => Date.parse(a.due!) - Date.parse(b.due!))
  const due = waiting.filter((each) => each.due! <= today).map(({ question }) => question)
  const unmet = questions.filter(({ record }) => !record).map(({ question }) => question)
  const metToday = questions.filter(({ record }) => record?.first === today).length
  const asked = [...due, ...unmet.slice(0, newToday(unmet.length, metToday, progress.exam, today))]
  return {
    questions,
    objectives: bank.objectives.map(({ id, text }) => {
      const list = questions.filter(({ question }) => question.objective === id)
      return { id, text, of: list.length, known: known(list) }
    }),
    known: known(questions),
    met: questions.length - unmet.length,
    missed: questions.filter(({ standing }) => standing === 'missed').map(({ question }) => question),
    today: asked,
    ...(asked.length === 0 && waiting[0] ? { next: waiting[0].due! } : {}),
  }
}
