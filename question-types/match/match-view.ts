// Pairs to find, as they are shown. No Node here: the player and the slides take it too.

import type { PlayerQuestion } from '../../contract/player-view.ts'
import type { QuestionView } from '../../contract/question-view.ts'
import { lettered, seededShuffle } from '../../contract/seeded-shuffle.ts'

export interface Pair {
  /** Place in the author's order, from 0: names it in stored answers. */
  index: number
  left: string
  /** The `index` of what belongs to it. */
  right: number
  because: string
}

/** Something to choose from on the right. */
export interface Partner {
  index: number
  /** A, B, C ... by its place; empty until the question is arranged. */
  letter: string
  text: string
  /** Why it belongs to none; empty where it belongs to some. */
  because: string
}

export interface Match {
  pairs: Pair[]
  partners: Partner[]
}

/** `write`: what to do on paper. */
export type MatchView = QuestionView & Match & { write: string }
export type PlayerMatch = PlayerQuestion & Match

/** The words of match/words/<language>.json. */
export interface MatchWords {
  choose: string
  /** In the list until something is chosen. */
  none: string
  /** What is chosen for, with `{text}`. */
  partner: string
  /** On paper, after the stem. */
  write: string
  /** Above what belongs to none. */
  spare: string
}

/** Both sides in the order that `seed` gives, from whatever order they are in. */
export function arrangePairs<M extends Match>(question: M, seed: string): M {
  return {
    ...question,
    pairs: seededShuffle(
      question.pairs.toSorted((a, b) => a.index - b.index),
      `${seed}/left`,
    ),
    partners: lettered(question.partners, seed),
  }
}

/** What belongs to a pair's left. */
export function partnerOf({ partners }: Match, { right }: Pair): Partner {
  return partners.find(({ index }) => index === right)!
}

/** A pair in words: "a floor – the mayor". */
export function wordPair(match: Match, pair: Pair): string {
  return `${pair.left} – ${partnerOf(match, pair).text}`
}
