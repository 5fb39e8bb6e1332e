import { warning } from '../../diagnostics/diagnostic.ts'
import type { DeckCheck } from './check.ts'

/** A deck asks its class something. */
export const hasCheckpoint: DeckCheck = ({ id, place }, deck) => {
  if (deck.slides.some(({ questions }) => questions.length > 0)) return []
  return [
    warning(
      place.in('sections').location,
      'outline/has-checkpoint',
      `Unexpected deck "${id}" without a checkpoint, expected a slide {"question": ...} in a section`,
    ),
  ]
}
