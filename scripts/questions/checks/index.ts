// What makes a question a good one, one rule a file. Where the literature on item writing is the reason, the
// rule says so.

import { absoluteWords } from './absolute-words.ts'
import { aboveOptions } from './above-options.ts'
import type { QuestionCheck } from './check.ts'
import { distractorsFalse } from './distractors-false.ts'
import { keyPositions } from './key-positions.ts'
import { keySupported } from './key-supported.ts'
import { keysRight } from './keys-right.ts'
import { longestOption } from './longest-option.ts'
import { negativeStems } from './negative-stems.ts'
import { noPositions } from './no-positions.ts'
import { optionsDiffer } from './options-differ.ts'
import { stemGivesAway } from './stem-gives-away.ts'

export const questionChecks: readonly QuestionCheck[] = [
  keySupported,
  keysRight,
  distractorsFalse,
  optionsDiffer,
  stemGivesAway,
  absoluteWords,
  aboveOptions,
  negativeStems,
  longestOption,
  noPositions,
  keyPositions,
]
