import { warning } from '../../diagnostics/diagnostic.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import type { OutlineRule } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** Listed slides keep the author's order: a fact should not stand before one it needs. */
export const needsFirst: OutlineRule = (outline, { base }) => {
  const known: ReadonlyMap<string, { value: Fact }> = base.facts
  const listed = placedSlides(outline).flatMap(({ slide, place }, slideIndex) =>
    'facts' in slide && !('discuss' in slide)
      ? slide.facts.map((id, index) => ({ id: String(id), slideIndex, place: place.in('facts', index) }))
      : [],
  )
  return listed.flatMap(({ id, slideIndex, place }) =>
    (known.get(id)?.value.needs ?? []).flatMap((need) => {
      const places = listed.filter((each) => each.id === need)
      const [first] = places
      if (!first || first.slideIndex <= slideIndex) return []
      return [
        warning(
          place.location,
          'outline/needs-first',
          `Unexpected fact "${id}" before "${need}", expected what it needs on an earlier slide`,
          { message: `"${need}" is shown here`, at: first.place.location },
        ),
      ]
    }),
  )
}
