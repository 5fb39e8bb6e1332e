// A question for a figure, as it is shown. No Node here: the player and the slides take it too.

import type { CheckpointQuestion } from '../../contract/deck.ts'
import type { PlayerQuestion } from '../../contract/player-view.ts'
import type { QuestionView } from '../../contract/question-view.ts'

interface Figure {
  /** Right is what lies between them, both included. */
  low: number
  high: number
  unit: string
  /** The figure with hedge and unit: "about 12,000 tonnes". */
  text: string
  /** What else counts, "from 11,500 to 12,500"; empty where nothing does. */
  accepted: string
  because: string
  /** Wrong figures with an explanation of their own. */
  mistakes: Mistake[]
}

export interface Mistake {
  value: number
  text: string
  because: string
}

export type NumericView = QuestionView & Figure & { value: number }
export type NumericCheckpoint = CheckpointQuestion & Omit<Figure, 'low' | 'high'>
export type PlayerNumeric = PlayerQuestion & Figure

/** The words of numeric/words/<language>.json. */
export interface NumericWords {
  /** Above the field. */
  figure: string
  /** Below the field, until what stands there is a figure. */
  example: string
  /** Before the figures as which an answer was read. */
  readAs: string
  /** In a page without the player, before the unit. */
  write: string
  /** Before the unit on a slide. */
  in: string
  /** With `{low}` and `{high}`. */
  accepted: string
  /** Words for large figures and what they stand for. */
  scales: Readonly<Record<string, number>>
}
