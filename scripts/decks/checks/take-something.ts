import { warning } from '../../diagnostics/diagnostic.ts'
import { matchingFacts } from '../plan/sections/matching-facts.ts'
import type { OutlineRule } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** Taking facts says by what, for otherwise it is the whole fact base; and there is something to take. */
export const takeSomething: OutlineRule = (outline, { base }) =>
  placedSlides(outline).flatMap(({ slide, place }) => {
    if (!('take' in slide)) return []
    const at = place.in('take')
    const { topic, tag, status } = slide.take
    if (topic === undefined && tag === undefined && status === undefined)
      return [
        warning(
          at.location,
          'outline/take-by',
          'Unexpected "take" without "topic", "tag" and "status", expected one of them; this takes every fact there is',
        ),
      ]
    const separately = [{ topic }, { tag }, { status }].map((one) => matchingFacts(one, base))
    // An unknown topic or tag is another rule's.
    if (separately.some((ids) => ids.length === 0) || matchingFacts(slide.take, base).length > 0) return []
    return [
      warning(
        at.location,
        'outline/take-something',
        'Unexpected "take" that no fact matches, expected at least one fact',
      ),
    ]
  })
