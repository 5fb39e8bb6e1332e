import type { FactBase } from '../../scripts/facts/fact-base.ts'
import type { LoadedBank } from '../../scripts/questions/banks.ts'
import { distractorsFalse } from '../../scripts/questions/checks/distractors-false.ts'
import { keySupported } from '../../scripts/questions/checks/key-supported.ts'
import { keysRight } from '../../scripts/questions/checks/keys-right.ts'
import type { ChoiceQuestion } from '../../question-types/choice/choice-schema.ts'

/** How many wrong keys the checks see, and how many right ones they doubt. */
export interface KeyCount {
  wrong: number
  caught: number
  /** Of those caught: with an error. */
  refused: number
  questions: number
  /** Questions as their author left them that are doubted, what `keyStands` excuses included. */
  doubted: number
}

export const noKeys: KeyCount = { wrong: 0, caught: 0, refused: 0, questions: 0, doubted: 0 }

/** Gives each key of a question to each of its distractors in turn; all else stays as it is. */
export function moveKeys(question: ChoiceQuestion): ChoiceQuestion[] {
  const { options } = question
  const at = (correct: boolean): number[] =>
    options.flatMap((option, index) => ((option.correct === true) === correct ? [index] : []))
  return at(true).flatMap((from) =>
    at(false).map((to) => ({
      ...question,
      options: options.map((option, index) => {
        const { correct, ...rest } = option
        return index === to || (correct && index !== from) ? { ...rest, correct: true as const } : rest
      }),
    })),
  )
}

/**
 * Counts over one question; the rules that judge whether a key is right are asked, not those on how options
 * are worded.
 */
export function countKeys(question: ChoiceQuestion, bank: LoadedBank, base: FactBase): KeyCount {
  const severities = (each: ChoiceQuestion): string[] => {
    const banks = { banks: [{ ...bank, value: { ...bank.value, questions: [each] } }], questions: new Map() }
    return [keySupported, distractorsFalse, keysRight].flatMap((check) =>
      check(banks, base).map(({ severity }) => severity),
    )
  }
  const { keyStands: _stands, ...plain } = question
  const found = moveKeys(plain).map(severities)
  return {
    wrong: found.length,
    caught: found.filter((each) => each.length > 0).length,
    refused: found.filter((each) => each.includes('error')).length,
    questions: 1,
    doubted: severities(plain).length > 0 ? 1 : 0,
  }
}

export function addKeys(a: KeyCount, b: KeyCount): KeyCount {
  return {
    wrong: a.wrong + b.wrong,
    caught: a.caught + b.caught,
    refused: a.refused + b.refused,
    questions: a.questions + b.questions,
    doubted: a.doubted + b.doubted,
  }
}
