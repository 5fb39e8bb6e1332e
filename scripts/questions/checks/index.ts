// What makes a question a good one, one rule a file. Where the literature on item writing is the reason, the
// rule says so.

import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { lookAtAll, type LookAt } from '../../facts/found-sound.ts'
import type { Reader } from '../../languages/reading.ts'
import type { Banks } from '../banks.ts'
import { absoluteWords, vagueWords } from './absolute-words.ts'
import { aboveOptions } from './above-options.ts'
import { blindStrategies } from './blind-strategies.ts'
import { banksByDeck, type QuestionCheck } from './check.ts'
import { distractorsFalse } from './distractors-false.ts'
import { itemForm } from './item-form.ts'
import { keyPositions } from './key-positions.ts'
import { keySupported } from './key-supported.ts'
import { keysRight } from './keys-right.ts'
import { leaks } from './leaks.ts'
import { longestOption, shortDistractors } from './longest-option.ts'
import { negativeStems } from './negative-stems.ts'
import { noPositions } from './no-positions.ts'
import { oneVerdict } from './one-verdict.ts'
import { optionForm } from './option-form.ts'
import { optionsDiffer } from './options-differ.ts'
import { pairsHold } from './pairs-hold.ts'
import { stemGivesAway } from './stem-gives-away.ts'

export const questionChecks: readonly QuestionCheck[] = [
  keySupported,
  keysRight,
  pairsHold,
  distractorsFalse,
  optionsDiffer,
  stemGivesAway,
  absoluteWords,
  vagueWords,
  aboveOptions,
  negativeStems,
  longestOption,
  shortDistractors,
  noPositions,
  keyPositions,
  itemForm,
  optionForm,
  oneVerdict,
  leaks,
  blindStrategies,
]

/**
 * All rules over all quizzes, those of one deck together: no rule looks further. `lookAt` knows which of them need not be
 * looked at again.
 */
export function checkQuestions(
  { banks, questions }: Banks,
  base: FactBase,
  reader?: Reader,
  lookAt: LookAt = lookAtAll,
): Diagnostic[] {
  return banksByDeck(banks).flatMap((group) =>
    lookAt(
      `questions ${reader !== undefined}\n${JSON.stringify(group.map(({ id, value }) => [id, value]))}`,
      () => questionChecks.flatMap((check) => check({ banks: group, questions }, base, reader)),
    ),
  )
}
