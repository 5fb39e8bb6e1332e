import { error, type Diagnostic, type Location } from '../../diagnostics/diagnostic.ts'
import type { Place } from '../../source/json-document.ts'
import type { LayoutSlide } from '../../../contract/deck.ts'
import type { LoadedOutline } from '../loaded-outline.ts'
import { textLimits } from '../../../contract/capacity.ts'
import type { DeckCheck } from './check.ts'
import { placedSlides } from './slide-places.ts'
import { slideTexts } from './slide-texts.ts'

/** No text is longer than its layout holds: nothing is cut on a slide, and nothing leaves it. */
export const textsFit: DeckCheck = (outline, deck) => {
  const found = deck.slides.flatMap((slide, index): Diagnostic[] => {
    if (slide.kind !== 'layout') return []
    const at = (): Location => placeOf(outline, slide).location
    const on = `slide ${index + 1} of deck "${deck.id}" (${slide.layout})`
    const tooLong = slideTexts(slide.layout, slide.props).flatMap(({ limit, text, of }) => {
      // A letter is one unit of a string or two: only what may be too long is counted.
      if (text.length <= textLimits[limit]) return []
      const length = [...text].length
      if (length <= textLimits[limit]) return []
      return [
        error(
          at(),
          'outline/texts-fit',
          `Unexpected ${length} letters in ${of} on ${on}, expected at most ${textLimits[limit]}`,
          'shorten it, or show it in another layout',
        ),
      ]
    })
    return tooLong
  })
  // One speaker's role may stand twice on a slide.
  return [...new Map(found.map((each) => [each.message, each])).values()]
}

/**
 * Where the outline asks for this slide: by its question, else by the first of its facts that the outline
 * names.
 */
function placeOf(outline: LoadedOutline, { facts, questions }: LayoutSlide): Place {
  const asked = placedSlides(outline).find(
    ({ slide }) =>
      ('question' in slide && questions.includes(slide.question)) ||
      ('facts' in slide && slide.facts?.some((id) => facts.includes(id))),
  )
  return asked?.place ?? outline.place
}
