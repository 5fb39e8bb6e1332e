// What the quiz player asks of a question type. Everything here travels in every page, so a type brings what
// it needs and no more.

import type { Component } from 'vue'
import type { PlayerQuestion } from '../contract/player-view.ts'

/**
 * A question type in the player. `Q` is the question, `A` an answer to it: plain JSON of the type's own
 * making, which the player keeps and hands back. No answer is `undefined`. All functions are pure.
 *
 * `card` shows the question and takes the answer. Its props are those of `CardProps`, its events `answer`
 * with the new answer or `undefined`. It may expose `onKey(event, letter): boolean`, which sees every key that is
 * pressed while the question is open and says whether it used it; `letter` is the capital that the key writes or
 * empty, whatever the keyboard. Single letters and digits come only while the learner has them switched on.
 */
export interface PlayerType<Q extends PlayerQuestion = PlayerQuestion, A = unknown> {
  card: Component
  /**
   * Its own part of the question, from what `page/answer.njk` wrote; texts are taken as text, never as
   * markup.
   */
  read(item: ParentNode): Omit<Q, keyof PlayerQuestion>
  /** The question in the order that `seed` gives; the same seed gives the same order on every device. */
  arrange(question: Q, seed: string): Q
  /**
   * The answer that was kept, as far as it fits the question: another version may have written it, or nobody
   * we know. Never throws.
   */
  restore(kept: unknown, question: Q): A | undefined
  /** Whether no part of it is missing; absent where an answer has no parts. */
  complete?(question: Q, answer: A): boolean
  /** How much of it is right: 1 is all of it, and only that counts as right. */
  grade(question: Q, answer: A): number
  /** The answer in words, for tables. */
  wordAnswer(question: Q, answer: A): string
  /** The key in words, for tables and for a screen reader. */
  wordKey(question: Q): string
  /** The reasons to read out after such an answer, the most important first. */
  reasons(question: Q, answer: A): string[]
}

/** What a card gets. It keeps nothing that `answer` does not hold. */
export interface CardProps<Q extends PlayerQuestion, A, W> {
  question: Q
  answer: A | undefined
  /** Whether it says what is right and why; then it takes no answer any more. */
  revealed: boolean
  /** The fixed words of the player, in the language of the interface. */
  words: W
  /** The words of the type's own `words`, in the same language. */
  own?: object
  /** Language of the content where it differs from that of the interface. */
  lang?: string
}
