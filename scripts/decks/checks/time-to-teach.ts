import { warning, type Diagnostic, type Location } from '../../diagnostics/diagnostic.ts'
import type { Slide } from '../../../contract/deck.ts'
import { paceOf } from '../plan/time/pace.ts'
import { spokenMinutes } from '../plan/time/spoken.ts'
import type { DeckCheck } from './check.ts'

/** Least share of the usual pace of its slides that a deck should have. */
const leastPace = 0.6

/**
 * A deck, and each section with minutes of its own, has time for the words of its notes and for what its
 * class is to think; and no deck hurries through its slides.
 */
export const timeToTeach: DeckCheck = ({ value, place }, deck) => {
  const spoken = (slides: readonly Slide[]): number =>
    Math.ceil(slides.reduce((sum, slide) => sum + spokenMinutes(slide, deck.language), 0))
  const sections = sectionsOf(deck.slides).flatMap((slides, index): Diagnostic[] => {
    const minutes = value.sections[index]?.minutes
    if (minutes === undefined) return []
    const needed = spoken(slides)
    return needed <= minutes
      ? []
      : [tooLittle(place.in('sections', index, 'minutes').location, minutes, 'the section', needed)]
  })
  const needed = spoken(deck.slides)
  if (needed > deck.minutes)
    return [tooLittle(place.in('minutes').location, deck.minutes, 'the deck', needed), ...sections]
  const usual = Math.ceil(deck.slides.reduce((sum, slide) => sum + paceOf(slide), 0) / 2)
  if (deck.minutes >= usual * leastPace) return sections
  return [
    warning(
      place.in('minutes').location,
      'outline/usual-pace',
      `Unexpected ${deck.minutes} minutes for slides that usually take ${usual}, expected at least ${Math.ceil(usual * leastPace)}`,
      'give the deck more minutes, or fewer slides',
    ),
    ...sections,
  ]
}

function tooLittle(
  at: Location,
  minutes: number,
  what: 'the deck' | 'the section',
  needed: number,
): Diagnostic {
  return warning(
    at,
    'outline/time-to-teach',
    `Unexpected ${minutes} minutes for ${what}, expected at least the ${needed} that the words of its notes (130 a minute) and on its slides (200) take, with time to think and to talk`,
    'give it more minutes, shorten what is said ("say"), or leave slides out',
  )
}

/** The slides of each section, without what comes before the first; the last one's end at the closing slides. */
function sectionsOf(slides: readonly Slide[]): Slide[][] {
  const sections: Slide[][] = []
  for (const slide of slides) {
    const layout = slide.kind === 'layout' ? slide.layout : undefined
    if (layout === 'section') sections.push([])
    if (layout === 'verdict' || layout === 'recap' || layout === 'sources') break
    sections.at(-1)?.push(slide)
  }
  return sections
}
