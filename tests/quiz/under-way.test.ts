import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlayerBank } from '../../contract/player-view.ts'
import { arrangeItems, secondsOf, type Attempt } from '../../templates/quiz/player/attempt.ts'
import type { Certainty } from '../../templates/quiz/player/grading.ts'
import { readTest, writeTest } from '../../templates/quiz/player/under-way.ts'
import { bank } from './bank.ts'
import type { PlayerChoice } from '../../question-types/choice/choice-view.ts'
import { questions } from './questions.ts'

const quiz: PlayerBank = {
  id: bank.id,
  title: bank.title,
  summary: bank.summary,
  minutes: bank.minutes,
  language: bank.language,
  unit: bank.unit,
  objectives: bank.objectives,
  questions,
}
const started = Date.UTC(2030, 3, 5, 10)
const minute = 60_000

interface Given {
  given: number[]
  certainty?: Certainty
  hinted?: boolean
  unsure?: boolean
}

const test20 = (seed: string, answers: Given[]): Attempt => ({
  mode: 'test',
  seed,
  items: arrangeItems(questions, seed, true).map((item, place) => {
    const answer = answers[place]
    const { options } = item.question as PlayerChoice
    const given = options.map(({ index }) => index).filter((index) => answer?.given.includes(index))
    return answer && given.length > 0 ? { ...item, answer: { ...answer, given } } : item
  }),
  certainty: false,
  started,
})
const answer = fc.record(
  {
    given: fc.uniqueArray(fc.nat(3)),
    certainty: fc.constantFrom<Certainty>(1, 2, 3),
    hinted: fc.constant(true),
    unsure: fc.constant(true),
  },
  { requiredKeys: ['given'] },
)

test('a test comes back as it was left', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { maxLength: 20 }),
      fc.stringMatching(/^[a-z0-9]{1,20}$/),
      (answers, seed) => {
        const left = test20(seed, answers)
        expect(readTest(writeTest(left, quiz, started), quiz, started)).toEqual(left)
      },
    ),
  )
})

test('a hint that was seen before a reload was seen', () => {
  const left = test20('tide', [])
  left.items[3]!.answer = { hinted: true }
  expect(readTest(writeTest(left, quiz, started), quiz, started)!.items[3]!.answer).toEqual({ hinted: true })
})

test('a pause does not count, except where the time is limited', () => {
  const free = test20('tide', [])
  const limited = { ...free, limit: 20 * 60 }
  const [pause, resumed] = [started + 5 * minute, started + 65 * minute]
  const spent = (attempt: Attempt) =>
    secondsOf(readTest(writeTest(attempt, quiz, pause), quiz, resumed)!, resumed + minute)
  expect(spent(free)).toBe(6 * 60)
  expect(spent(limited)).toBe(66 * 60)
})

test('another wording forgets the test', () => {
  const changed = { ...quiz, questions: questions.map((each) => ({ ...each, hash: `${each.hash}0` })) }
  expect(readTest(writeTest(test20('tide', []), quiz, started), changed, started)).toBeUndefined()
})

test('any text is read without an exception, and gives no answer that cannot be given', () => {
  const like = fc.record({
    wording: fc.constant(questions.map(({ hash }) => hash).join(' ')),
    seed: fc.oneof(fc.constant('tide'), fc.anything()),
    limit: fc.oneof(fc.nat(), fc.anything()),
    started: fc.oneof(fc.constant(started), fc.anything()),
    spent: fc.oneof(fc.nat(), fc.anything()),
    answers: fc.dictionary(
      fc.constantFrom(...questions.map(({ id }) => id)),
      fc.oneof(
        fc.record({ given: fc.array(fc.oneof(fc.nat(9), fc.string())), certainty: fc.anything() }),
        fc.anything(),
      ),
    ),
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        like.map((value) => JSON.stringify(value)),
      ),
      (text) => {
        const read = readTest(text, quiz, started)
        for (const { question, answer: kept } of read?.items ?? []) {
          for (const index of (kept?.given ?? []) as number[])
            expect((question as PlayerChoice).options.some((option) => option.index === index)).toBe(true)
          expect([undefined, 1, 2, 3]).toContain(kept?.certainty)
        }
        if (read) expect(Number.isFinite(read.started)).toBe(true)
      },
    ),
  )
})
