import type { CheckpointQuestion } from '../contract/deck.ts'
import type { SlideWords } from '../contract/messages/registry.ts'

/**
 * What a type's `Checkpoint.vue` gets on a slide. It shows stem and answer; heading and sources stand around
 * it. What the click reveals keeps its room until then, hidden from eyes and from screen readers alike, so
 * that nothing moves.
 */
export interface CheckpointProps<S extends CheckpointQuestion> {
  question: S
  /** Whether the click has come. */
  revealed: boolean
  /** The room on the slide in its pixels; it is as wide as `bodyWidth` of contract/measure/frame.ts. */
  height: number
  /** The fixed words of slides, in the language of the deck. */
  words: SlideWords
}
