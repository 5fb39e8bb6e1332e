import { warning } from '../../diagnostics/diagnostic.ts'
import { typeOf } from '../../../question-types/types.ts'
import type { DeckCheck } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** A checkpoint fits its slide, for example has no more options than it holds. */
export const optionsFit: DeckCheck = (outline, deck) =>
  deck.slides.flatMap((slide) => {
    if (slide.kind !== 'layout' || slide.layout !== 'checkpoint') return []
    const { question } = slide.props
    const overflow = typeOf(question).slideOverflow?.(question)
    if (overflow === undefined) return []
    const asked = placedSlides(outline).find(
      (each) => 'question' in each.slide && each.slide.question === question.id,
    )
    return [
      warning(
        (asked?.place.in('question') ?? outline.place).location,
        'outline/options-fit',
        `Unexpected checkpoint "${question.id}" with ${overflow}`,
      ),
    ]
  })
