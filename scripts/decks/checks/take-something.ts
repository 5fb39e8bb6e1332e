import { warning } from '../../diagnostics/diagnostic.ts'
import type { OutlineRule } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** Taking facts needs something to take them by: without topic, tag and status it is the whole fact base. */
export const takeSomething: OutlineRule = (outline) =>
  placedSlides(outline).flatMap(({ slide, place }) => {
    if (!('take' in slide)) return []
    const { topic, tag, status } = slide.take
    if (topic !== undefined || tag !== undefined || status !== undefined) return []
    return [
      warning(
        place.in('take').location,
        'outline/take-by',
        'Unexpected "take" without "topic", "tag" and "status", expected one of them; this takes every fact there is',
      ),
    ]
  })
