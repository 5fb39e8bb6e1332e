import type { Place } from '../../source/json-document.ts'
import type { OutlineSlide } from '../outline-schema.ts'
import type { LoadedOutline } from '../loaded-outline.ts'

export interface PlacedSlide {
  slide: OutlineSlide
  place: Place
}

/** The slides of an outline in the author's order, each with its place. */
export function placedSlides({ value, place }: LoadedOutline): PlacedSlide[] {
  return [
    ...(value.hook ?? []).map((slide, index) => ({ slide, place: place.in('hook', index) })),
    ...value.sections.flatMap((section, sectionIndex) =>
      section.slides.map((slide, slideIndex) => ({
        slide,
        place: place.in('sections', sectionIndex, 'slides', slideIndex),
      })),
    ),
  ]
}
