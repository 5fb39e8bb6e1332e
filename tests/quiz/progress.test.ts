import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, isDay } from '../../templates/quiz/player/day.ts'
import { overviewOf } from '../../templates/quiz/player/overview.ts'
import {
  emptyProgress,
  mergeProgress,
  readProgress,
  recordAnswer,
  recordItem,
  writeProgress,
  type Progress,
} from '../../templates/quiz/player/progress.ts'
import { dueOn, gradeOf, newToday, remember } from '../../templates/quiz/player/schedule.ts'
import { bank as view } from './bank.ts'
import { questions } from './questions.ts'

const bank = { ...view, questions }
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Progress as a learner makes it: some answers, days going up. */
const learned = fc
  .array(
    fc.record({
      question: fc.nat(bank.questions.length - 1),
      right: fc.boolean(),
      unsure: fc.boolean(),
      certainty: fc.constantFrom(undefined, 1 as const, 2 as const, 3 as const),
      later: fc.nat(40),
    }),
  )
  .map((answers) => {
    const progress = emptyProgress()
    let today = '2024-03-01'
    for (const { question, right, unsure, certainty, later } of answers) {
      today = addDays(today, later)
      recordAnswer(
        progress,
        bank.questions[question]!,
        { right, grade: gradeOf(right, unsure), ...(certainty ? { certainty } : {}) },
        today,
      )
    }
    return progress
  })

test('any text is read without an exception and leaves a progress that can be worked with', () => {
  const shaped = fc.record(
    {
      format: fc.constant('factdeck-quiz-progress'),
      version: fc.oneof(fc.constant(1), fc.anything()),
      bank: fc.constant(bank.id),
      questions: fc.oneof(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...bank.questions.map(({ id }) => id), '__proto__'), fc.anything()),
      ),
      calibration: fc.anything(),
      attempts: fc.oneof(fc.array(fc.anything()), fc.anything()),
      exam: fc.anything(),
      certainty: fc.anything(),
    },
    { requiredKeys: ['format', 'version', 'bank'] },
  )
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    shaped.map((value) => {
      try {
        return JSON.stringify(value)
      } catch {
        return '{'
      }
    }),
  )
  fc.assert(
    fc.property(texts, day, (text, today) => {
      const { progress } = readProgress(text, bank)
      recordAnswer(progress, bank.questions[0]!, { right: true, grade: 'good', certainty: 3 }, today)
      expect(overviewOf(bank, progress, today).met).toBeGreaterThan(0)
      expect(readProgress(writeProgress(progress, bank), bank)).toEqual({ progress, retired: 0 })
    }),
    { numRuns: 500 },
  )
})

test('what is written is what is read', () => {
  fc.assert(
    fc.property(learned, (progress) => {
      expect(readProgress(writeProgress(progress, bank), bank)).toEqual({ progress, retired: 0 })
    }),
  )
})

test('a file damaged in one place loses at most what stood there', () => {
  fc.assert(
    fc.property(learned, fc.nat(bank.questions.length - 1), fc.anything(), (progress, place, value) => {
      const id = bank.questions[place]!.id
      const file = JSON.parse(writeProgress(progress, bank)) as { questions: Record<string, unknown> }
      file.questions[id] = { hash: bank.questions[place]!.hash, stability: value }
      const read = readProgress(JSON.stringify(file), bank).progress
      const others = (from: Progress) => [...from.questions].filter(([other]) => other !== id)
      expect(others(read)).toEqual(others(progress))
      expect(read.questions.has(id)).toBe(false)
    }),
  )
})

test('merging the same progress twice changes nothing, and no question is lost', () => {
  fc.assert(
    fc.property(learned, learned, (mine, theirs) => {
      const once = mergeProgress(mine, theirs)
      expect(mergeProgress(once, theirs)).toEqual(once)
      expect(new Set(once.questions.keys())).toEqual(
        new Set([...mine.questions.keys(), ...theirs.questions.keys()]),
      )
    }),
  )
})

test('what was there before a reset does not come back, and of settings the last ones count', () => {
  fc.assert(
    fc.property(learned, learned, (mine, theirs) => {
      const reset = { ...mine, resetAt: 2 }
      expect(mergeProgress(reset, { ...theirs, resetAt: 1 })).toEqual(reset)
      expect(mergeProgress({ ...theirs, resetAt: 1 }, reset)).toEqual(reset)
    }),
  )
  const old = { ...emptyProgress(), exam: '2030-01-01', letterKeys: false, settingsAt: 1 }
  const late = { ...emptyProgress(), certainty: true, settingsAt: 2 }
  for (const merged of [mergeProgress(old, late), mergeProgress(late, old)])
    expect(merged).toEqual({ ...emptyProgress(), certainty: true, settingsAt: 2 })
})

test('other files are named for what they are', () => {
  const problem = (text: string) => readProgress(text, bank).problem
  expect([
    problem('{"a":'),
    problem('[1, 2]'),
    problem('{"format":"factdeck-quiz-progress","version":1,"bank":"another"}'),
    problem(`{"format":"factdeck-quiz-progress","version":2,"bank":"${bank.id}"}`),
  ]).toEqual(['damaged', 'foreign', 'foreign', 'newer'])
})

/** Days until the next repetition after these answers, each on the day it was due. */
const after = (grades: readonly ('again' | 'hard' | 'good')[]) => {
  let memory = remember(undefined, grades[0]!, '2024-03-01')
  for (const grade of grades.slice(1)) memory = remember(memory, grade, memory.due)
  return daysBetween(memory.last, memory.due)
}

test('a right answer moves a question away, an unsure one less far, a wrong one to tomorrow', () => {
  expect({
    again: after(['again']),
    hard: after(['hard']),
    good: after(['good']),
    'good, hard': after(['good', 'hard']),
    'good, good': after(['good', 'good']),
    'good, good, good': after(['good', 'good', 'good']),
    'good, good, again': after(['good', 'good', 'again']),
  }).toMatchInlineSnapshot(`
    {
      "again": 1,
      "good": 2,
      "good, good": 11,
      "good, good, again": 1,
      "good, good, good": 46,
      "good, hard": 8,
      "hard": 1,
    }
  `)
})

test('nothing comes back on the day of its answer, and nothing waits beyond the eve of an exam', () => {
  fc.assert(
    fc.property(learned, day, fc.option(day, { nil: undefined }), (progress, today, exam) => {
      for (const record of progress.questions.values()) {
        const due = dueOn(record, exam, today)
        expect(isDay(due)).toBe(true)
        if (record.last > today) {
          expect(due).toBe(today)
          continue
        }
        expect(due > record.last).toBe(true)
        if (exam !== undefined && exam > today && record.last < addDays(exam, -1))
          expect(due < exam).toBe(true)
      }
    }),
  )
})

test('an answer made by a clock that ran ahead counts as one of yesterday', () => {
  const ahead = remember(undefined, 'good', '2044-03-01')
  const mended = remember(ahead, 'good', '2024-03-01')
  expect(mended.last).toBe('2024-03-01')
  expect(daysBetween(mended.last, mended.due)).toBeGreaterThan(0)
})

test('whatever day it is after a clock was corrected, answers are taken and days are days', () => {
  fc.assert(
    fc.property(learned, day, fc.constantFrom('again', 'hard', 'good'), (progress, today, grade) => {
      for (const record of progress.questions.values()) {
        const { last, due } = remember(record, grade, today)
        expect(last <= today && isDay(due)).toBe(true)
      }
      overviewOf(bank, progress, today)
    }),
  )
})

test('what a hint helped with comes back sooner than what was known without', () => {
  const [question] = bank.questions
  const given = question!.options.filter(({ correct }) => correct).map(({ index }) => index)
  const due = (more: object): string => {
    const progress = emptyProgress()
    recordItem(progress, { question: question!, answer: { given, ...more } })
    return progress.questions.get(question!.id)!.due
  }
  expect(due({ hinted: true })).toBe(due({ unsure: true }))
  expect(daysBetween(due({ hinted: true }), due({}))).toBeGreaterThan(0)
})

test('a second answer on the same day cannot push a question further away', () => {
  const first = remember(undefined, 'hard', '2024-03-01')
  expect(remember(first, 'good', '2024-03-01')).toEqual(first)
  expect(remember(first, 'again', '2024-03-01').due).toBe('2024-03-02')
})

test('before an exam new questions are spread over the days that are left', () => {
  expect([
    newToday(20, 0, undefined, '2024-03-01'),
    newToday(20, 0, '2024-03-05', '2024-03-01'),
    newToday(18, 2, '2024-03-05', '2024-03-01'),
  ]).toEqual([0, 5, 3])
  const [today, exam] = ['2024-03-01', '2024-03-21']
  const overview = overviewOf(bank, { ...emptyProgress(), exam }, today)
  expect(overview.today.map(({ id }) => id)).toEqual(['two-tides'])
})
