import { warning } from '../../diagnostics/diagnostic.ts'
import type { OutlineRule } from './check.ts'

/** Most of a deck's time that cover, agenda, recap and sources may take together. */
const frameShare = 0.25

/** The minutes of the sections make up the deck's, but for what cover, agenda, recap and sources take. */
export const minutesAddUp: OutlineRule = ({ value, place }) => {
  const given = value.sections.map(({ minutes }) => minutes)
  const sum = given.reduce<number>((total, minutes) => total + (minutes ?? 0), 0)
  const complete = given.every((minutes) => minutes !== undefined)
  const rest = value.minutes - sum
  if (rest >= 0 && (!complete || rest <= Math.max(2, value.minutes * frameShare))) return []
  const [which, verb] = complete
    ? ['the sections', 'have']
    : ['those sections that give minutes', 'already have']
  return [
    warning(
      place.in('minutes').location,
      'outline/minutes-add-up',
      `Unexpected ${value.minutes} minutes for the deck, expected the ${sum} that ${which} ${verb}${rest > 0 ? ', and a few for cover, agenda, recap and sources' : ''}`,
      rest > 0
        ? 'the rest goes to cover, agenda, recap and sources'
        : 'the sections’ minutes are scaled down to fit',
    ),
  ]
}
