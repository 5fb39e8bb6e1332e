// What makes a question a good one, one rule a file. Where the literature on item writing is the reason, the
// rule says so.

import { absoluteWords, vagueWords } from './absolute-words.ts'
import { aboveOptions } from './above-options.ts'
import { blindStrategies } from './blind-strategies.ts'
import type { QuestionCheck } from './check.ts'
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
