import { warning } from '../../diagnostics/diagnostic.ts'
import type { Place } from '../../source/json-document.ts'
import type { OutlineRule } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** A slide lists a fact once, and a deck asks a question once. */
export const onceEach: OutlineRule = (outline) => {
  const slides = placedSlides(outline)
  const lists = [
    ...slides.flatMap(({ slide, place }) =>
      'facts' in slide
        ? [
            slide.facts.map((id, index) => ({
              id: String(id),
              noun: 'fact',
              place: place.in('facts', index),
            })),
          ]
        : [],
    ),
    slides.flatMap(({ slide, place }) =>
      'question' in slide
        ? [{ id: String(slide.question), noun: 'question', place: place.in('question') }]
        : [],
    ),
    (outline.value.recap ?? []).map((id, index) => ({
      id: String(id),
      noun: 'fact',
      place: outline.place.in('recap', index),
    })),
  ]
  return lists.flatMap((list) => {
    const firsts = new Map<string, Place>()
    return list.flatMap(({ id, noun, place }) => {
      const first = firsts.get(id)
      firsts.set(id, first ?? place)
      if (!first) return []
      return [
        warning(
          place.location,
          'outline/once-each',
          `Unexpected second ${noun} "${id}", expected it once ${noun === 'fact' ? 'in this list' : 'in a deck'}`,
          { message: 'first given here', at: first.location },
        ),
      ]
    })
  })
}
