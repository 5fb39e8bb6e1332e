import { warning } from '../../diagnostics/diagnostic.ts'
import { capacity } from '../../../contract/capacity.ts'
import type { DeckCheck } from './check.ts'

/** What a class takes home fits on one slide. */
export const recapFits: DeckCheck = ({ value, place }, deck) => {
  const points = deck.slides.flatMap((slide) =>
    slide.kind === 'layout' && slide.layout === 'recap' ? slide.props.points : [],
  )
  if (points.length <= capacity.recap.points) return []
  return [
    warning(
      (value.recap ? place.in('recap') : place.in('sections')).location,
      'outline/recap-fits',
      `Unexpected recap of ${points.length} facts, expected at most ${capacity.recap.points}`,
      ...(value.recap ? [] : ['it is the first fact of each section; name those to take home in "recap"']),
    ),
  ]
}
