import { warning } from '../../diagnostics/diagnostic.ts'
import type { DeckCheck } from './check.ts'

/** Fewer seconds than these are no time for a slide. */
const least = 20

/** A deck has time for its slides. */
export const timeForEach: DeckCheck = ({ value, place }, deck) => {
  const seconds = Math.floor((value.minutes * 60) / deck.slides.length)
  if (seconds >= least) return []
  const enough = Math.ceil((deck.slides.length * least) / 60)
  return [
    warning(
      place.in('minutes').location,
      'outline/time-for-each',
      `Unexpected ${value.minutes} minutes for ${deck.slides.length} slides (${seconds} seconds each), expected at least ${least} seconds a slide`,
      `give it at least ${enough} minutes, or fewer facts`,
    ),
  ]
}
