// A question with options, as it is shown. No Node here: the player and the slides take it too.

import type { CheckpointQuestion } from '../../contract/deck.ts'
import type { PlayerQuestion } from '../../contract/player-view.ts'
import type { QuestionView } from '../../contract/question-view.ts'

/** An option as it is shown: its text resolved. */
export interface OptionView {
  /** Place in the author's order, or in that of the values, from 0: names the option in stored answers and seeds. */
  index: number
  text: string
  correct: boolean
  because: string
  /** The short form of the fact of which a distractor is true. */
  trueOf?: { id: string; short: string }
  pin?: 'first' | 'last'
  /** A, B, C ... by its place; empty until the question is arranged. */
  letter: string
}

export interface ChoiceView extends QuestionView {
  kind: 'single' | 'multiple'
  options: OptionView[]
}

/** A question with options on a slide. */
export interface ChoiceCheckpoint extends CheckpointQuestion {
  kind: 'single' | 'multiple'
  options: { letter: string; text: string; correct: boolean; because: string }[]
}

export type PlayerOption = Pick<OptionView, 'index' | 'text' | 'correct' | 'because' | 'pin' | 'letter'> & {
  /** The short form of the fact of which a distractor is true, or nothing. */
  trueOf: string
}

/** A question with options in the player. */
export interface PlayerChoice extends PlayerQuestion {
  kind: 'single' | 'multiple'
  options: PlayerOption[]
}
