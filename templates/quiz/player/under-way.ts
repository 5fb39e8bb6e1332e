// What is under way outlives its page. A test is kept by the device: a closed tab or an empty battery must not
// cost its answers. Practice and review record every answer when it is given; a reload and a way back go on
// with them in their tab. A way back finds the result, too.

import type { PlayerBank } from '../../../contract/player-view.ts'
import { playerOf } from '../../../question-types/players.ts'
import { arrangeItems, secondsOf, type Attempt } from './attempt.ts'
import { certainties } from './grading.ts'

/** Under which the storage keeps the test of a quiz. */
export const keyOfTest = (bank: PlayerBank): string => `factdeck-quiz/${bank.unit}/${bank.id}/test`
const wordingOf = (bank: PlayerBank) => bank.questions.map(({ hash }) => hash).join(' ')

/**
 * What `readTest` reads; the order of questions and options follows from the seed. `now` in milliseconds
 * since 1970.
 */
export function writeTest(attempt: Attempt, bank: PlayerBank, now: number): string {
  const { mode, checked, shown, seed, certainty, limit, started, ended } = attempt
  return JSON.stringify({
    wording: wordingOf(bank),
    mode,
    checked,
    shown,
    seed,
    certainty,
    limit,
    started,
    ended,
    spent: secondsOf(attempt, now),
    answers: Object.fromEntries(attempt.items.map(({ question, answer }) => [question.id, answer ?? null])),
  })
}

/**
 * The test of a text that `writeTest` wrote; absent for any other text and after a change of wording. A time
 * limit runs on while the page is closed; without one the pause does not count. Never throws.
 */
export function readTest(text: string | null, bank: PlayerBank, now: number): Attempt | undefined {
  try {
    const { wording, mode, checked, shown, seed, certainty, limit, started, ended, spent, answers } =
      JSON.parse(text!)
    if (wording !== wordingOf(bank) || !/^[a-z0-9]{1,20}$/.test(seed)) return undefined
    const timed = limit > 0 && limit <= 240 * 60
    // A clock that was set back has no say in how much of the time is gone.
    const over = ended >= started && ended < 8e15
    const since = over || (timed && started <= now) ? started : now - spent * 1000
    if (!Number.isFinite(since)) return undefined
    const tested = mode !== 'practice' && mode !== 'review'
    const ids = Object.keys(answers)
    const items = tested
      ? arrangeItems(bank.questions, seed, true)
      : arrangeItems(
          ids.flatMap((id) => bank.questions.find((question) => question.id === id) ?? []),
          seed,
          false,
        )
    if (items.length === 0) return undefined
    for (const item of items) {
      const { given: kept, certainty: sure, hinted, unsure } = answers[item.question.id] ?? {}
      const given = playerOf(item.question).restore(kept, item.question)
      if (given === undefined && !hinted) continue
      item.answer = {
        given,
        ...(hinted ? { hinted: true } : {}),
        ...(unsure ? { unsure: true } : {}),
        ...(certainties.includes(sure) ? { certainty: sure } : {}),
      }
    }
    return {
      mode: tested ? 'test' : mode,
      ...(tested
        ? {}
        : { checked: within(checked, items.length), shown: within(shown ?? checked, items.length - 1) }),
      seed,
      items,
      certainty: certainty === true,
      ...(timed ? { limit } : {}),
      started: since,
      ...(over ? { ended } : {}),
    }
  } catch {
    return undefined
  }
}

/** A whole number from 0 to `most`, whatever is kept. */
const within = (kept: unknown, most: number) => Math.min(most, Math.max(0, Math.floor(Number(kept) || 0)))

/** The test that this device keeps of the quiz, or whether it keeps one that was about other wordings. */
export function keptTest(bank: PlayerBank): { test?: Attempt | undefined; changed?: boolean } {
  try {
    const text = localStorage.getItem(keyOfTest(bank))
    const test = readTest(text, bank, Date.now())
    return test ? { test } : { changed: JSON.parse(text!).wording !== wordingOf(bank) }
  } catch {
    return {}
  }
}

/** The practice or review of this tab, or its last result. */
export function keptHere(bank: PlayerBank): Attempt | undefined {
  try {
    return readTest(sessionStorage.getItem(keyOfTest(bank)), bank, Date.now())
  } catch {
    return undefined
  }
}

/**
 * Keeps a test for the device, or forgets the one kept; with `here` practice, review or a result for this tab.
 * Where nothing can be kept the page says so already.
 */
export function keepTest(bank: PlayerBank, attempt?: Attempt, here?: boolean): void {
  try {
    const storage = here ? sessionStorage : localStorage
    if (attempt) storage.setItem(keyOfTest(bank), writeTest(attempt, bank, Date.now()))
    else storage.removeItem(keyOfTest(bank))
  } catch {
    // Full or forbidden: see Store.trouble.
  }
}
