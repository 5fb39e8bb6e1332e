// Words to write, as they are shown: a short answer is a text that is one gap. No Node here: the player and
// the slides take it too.

import type { PlayerQuestion } from '../../contract/player-view.ts'
import type { QuestionView } from '../../contract/question-view.ts'

export interface Gap {
  /** The best wording first. */
  accepted: string[]
  because: string
  mistakes: { texts: string[]; because: string }[]
}

export interface Written {
  /** What stands before, between and behind the gaps: one more than there are gaps. */
  pieces: string[]
  gaps: Gap[]
}

export type WrittenView = QuestionView & Written & { kind: 'short-answer' | 'cloze' }
export type PlayerWritten = PlayerQuestion & Written

/** The words of written/words/<language>.json. */
export interface WrittenWords {
  /** What a field is called, in a text with gaps with `{n}`. */
  answer: string
  gap: string
  /** Below the fields. */
  help: string
  /** Said of a right answer that is written otherwise, and of one that seems misspelt, with `{answer}`. */
  variant: string
  misspelt: string
  /** Before other right answers. */
  also: string
  /** In a page without the player. */
  write: string
  fill: string
}
