// Progress of all quizzes of a unit in one: each keeps its own, in the place where its page keeps it too.

import { computed, reactive } from 'vue'
import type { PlayerBank } from '../../../../contract/player-view.ts'
import { certainties } from '../grading.ts'
import { dayOf } from '../day.ts'
import type { Progress } from '../progress.ts'
import { openStore, type Store } from '../store.ts'

/** A quiz of the unit: `questions` says how many of the page's, in their order, are its. */
interface UnitQuiz {
  id: string
  title: string
  /** Where its page lies. */
  page: string
  questions: number
}

/** A page with the questions of all quizzes. */
export interface UnitBank extends PlayerBank {
  quizzes: UnitQuiz[]
}

/** The questions of each quiz. */
export function questionsByQuiz({ quizzes, questions }: UnitBank): PlayerBank['questions'][] {
  let from = 0
  return quizzes.map(({ questions: count }) => questions.slice(from, (from += count)))
}

const format = 'factdeck-unit-progress'

/**
 * A store over those of all quizzes. Answers go to the quiz of their question, settings to all; attempts stay
 * here, since one may ask for questions of several quizzes.
 */
export function openUnitStore(bank: UnitBank): Store {
  const own = openStore({ ...bank, questions: [] })
  const lists = questionsByQuiz(bank)
  const stores = bank.quizzes.map(({ id }, n) => openStore({ id, unit: bank.unit, questions: lists[n]! }))
  const storeOf = new Map(lists.flatMap((list, n) => list.map(({ id }) => [id, stores[n]!])))

  const questions = computed(() => new Map(stores.flatMap(({ progress }) => [...progress.questions])))
  const calibration = computed(() => {
    const all = [own, ...stores].map((store) => store.progress.calibration)
    const sums = certainties.map((level) => {
      const count = (what: 'seen' | 'right') => all.reduce((sum, counts) => sum + counts[level][what], 0)
      return [level, { seen: count('seen'), right: count('right') }] as const
    })
    return Object.fromEntries(sums) as Progress['calibration']
  })
  const attempts = computed(() =>
    [own, ...stores].flatMap(({ progress }) => progress.attempts).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  )
  const progress = computed<Progress>(() => ({
    ...own.progress,
    questions: questions.value,
    calibration: calibration.value,
    attempts: attempts.value,
  }))
  const all = [own, ...stores]
  return reactive<Store>({
    progress: progress as unknown as Progress,
    trouble: computed(() => all.find((store) => store.trouble)?.trouble) as never,
    problem: computed(() => all.find((store) => store.problem)?.problem) as never,
    retired: computed(() => all.reduce((sum, { retired }) => sum + retired, 0)) as never,
    record: (item) => storeOf.get(item.question.id)!.record(item),
    recordAttempt: (attempt) => own.recordAttempt(attempt),
    set: (change) => all.forEach((store) => store.set(change)),
    reset: () => all.forEach((store) => store.reset()),
    write: () =>
      JSON.stringify({
        format,
        version: 1,
        unit: bank.unit,
        quizzes: all.map((store) => JSON.parse(store.write()) as unknown),
      }),
    read(text) {
      let parts: string[]
      try {
        const data = JSON.parse(text) as { format?: unknown; quizzes?: unknown[] }
        // The file of one quiz is taken too.
        parts = data.format === format ? data.quizzes!.map((each) => JSON.stringify(each)) : [text]
      } catch {
        return { taken: 0, retired: 0, problem: 'damaged' }
      }
      const found = parts.flatMap((part) =>
        all.map((store) => store.read(part)).filter(({ problem }) => problem !== 'foreign'),
      )
      const problem = found.length === 0 ? 'foreign' : found.find((each) => each.problem)?.problem
      return {
        taken: found.reduce((sum, { taken }) => sum + taken, 0),
        retired: found.reduce((sum, { retired }) => sum + retired, 0),
        ...(problem ? { problem } : {}),
      }
    },
  }) as Store
}

/** On how many of the last `days` days, today included, something was answered. */
export function studyDays({ questions, attempts }: Progress, today: string, days: number): number {
  const start = Date.parse(`${today}T00:00:00Z`) - (days - 1) * 86_400_000
  const studied = new Set([
    ...[...questions.values()].flatMap(({ first, last }) => [first, last]),
    ...attempts.map(({ at }) => dayOf(new Date(at))),
  ])
  return [...studied].filter((day) => day <= today && Date.parse(`${day}T00:00:00Z`) >= start).length
}
