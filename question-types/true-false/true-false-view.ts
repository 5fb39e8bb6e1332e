// A claim to judge with a reason, as it is shown. No Node here: the player and the slides take it too.

import type { PlayerQuestion } from '../../contract/player-view.ts'
import type { QuestionView } from '../../contract/question-view.ts'

interface Reason {
  /** Place in the author's order, from 0. */
  index: number
  /** A, B, C ... by its place; empty until the question is arranged. */
  letter: string
  text: string
  correct: boolean
  because: string
}

interface Claim {
  /** Whether the stem is true. */
  claim: boolean
  because: string
  reasons: Reason[]
}

/** `verdicts` in the language of the content: the two words, whole and as a letter. */
export type TrueFalseView = QuestionView & Claim & { verdicts: Verdicts }
export type PlayerTrueFalse = PlayerQuestion & Claim & { verdicts: Pick<Verdicts, 'true' | 'false'> }

interface Verdicts {
  true: string
  false: string
  trueShort: string
  falseShort: string
}

/** An answer: the verdict, and the `index` of the reason once one was chosen. */
export interface JudgedClaim {
  verdict: boolean
  reason?: number
}

/** The words of true-false/words/<language>.json. */
export interface TrueFalseWords extends Verdicts {
  /** Before the two verdicts. */
  judge: string
  /** Before the reasons. */
  why: string
}
