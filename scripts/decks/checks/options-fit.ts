import { warning } from '../../diagnostics/diagnostic.ts'
import { capacity } from '../../../contract/capacity.ts'
import type { DeckCheck } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** A checkpoint has no more options than its slide holds. */
export const optionsFit: DeckCheck = (outline, deck) =>
  deck.slides.flatMap((slide) => {
    if (slide.kind !== 'layout' || slide.layout !== 'checkpoint') return []
    const { id, options } = slide.props.question
    if (options.length <= capacity.checkpoint.options) return []
    const asked = placedSlides(outline).find((each) => 'question' in each.slide && each.slide.question === id)
    return [
      warning(
        (asked?.place.in('question') ?? outline.place).location,
        'outline/options-fit',
        `Unexpected checkpoint "${id}" with ${options.length} options, expected at most ${capacity.checkpoint.options} on a slide`,
      ),
    ]
  })
