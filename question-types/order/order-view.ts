// Things to put into order, as they are shown. No Node here: the player and the slides take it too.

import type { PlayerQuestion } from '../../contract/player-view.ts'
import type { QuestionView } from '../../contract/question-view.ts'
import { optionLetter, seededShuffle } from '../../contract/seeded-shuffle.ts'

export interface OrderItem {
  /** Its right place, from 0: names it in stored answers. */
  index: number
  /** A, B, C ... by the place where it is shown; empty until the question is arranged. */
  letter: string
  text: string
  because: string
}

interface Order {
  /** As shown. */
  items: OrderItem[]
}

/** `solved`: the items in the right order; `write`: what to do on paper. */
export type OrderView = QuestionView & Order & { solved: OrderItem[]; write: string }
export type PlayerOrder = PlayerQuestion & Order

/** The words of order/words/<language>.json. */
export interface OrderWords {
  /** Above the items. */
  arrange: string
  /** Names of the buttons, with `{text}`. */
  up: string
  down: string
  /** Read out after a move, with `{text}`, `{n}` and `{of}`. */
  moved: string
  /** Before the right order. */
  rightOrder: string
  /** On paper, after the stem. */
  write: string
}

/**
 * The items in the order that `seed` gives, from whatever order they are in, with letters. Never the right
 * one: who changes nothing must not be right.
 */
export function arrangeOrder(items: readonly OrderItem[], seed: string): OrderItem[] {
  const shuffled = seededShuffle(
    items.toSorted((a, b) => a.index - b.index),
    seed,
  )
  const solved = shuffled.every(({ index }, place) => index === place)
  const shown = solved ? [...shuffled.slice(1), shuffled[0]!] : shuffled
  return shown.map((item, place) => ({ ...item, letter: optionLetter(place) }))
}
