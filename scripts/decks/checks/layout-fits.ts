import { error } from '../../diagnostics/diagnostic.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import { layouts } from '../plan/layouts/index.ts'
import type { OutlineRule } from './check.ts'
import { placedSlides } from './slide-places.ts'

/** A layout that an author asks for needs facts of its shape. */
export const layoutFits: OutlineRule = (outline, { base }) => {
  const known: ReadonlyMap<string, { value: Fact }> = base.facts
  return placedSlides(outline).flatMap(({ slide, place }) => {
    if (!('layout' in slide) || slide.layout === undefined) return []
    const layout = layouts.find(({ name }) => name === slide.layout)
    const facts = [...new Set(slide.facts)].flatMap((id) => known.get(id)?.value ?? [])
    // An unknown id is another rule's: what it would have been cannot be judged here.
    if (!layout || facts.length < new Set(slide.facts).size || layout.fits(facts)) return []
    const others = layouts.filter((each) => each.fits(facts)).map(({ name }) => name)
    return [
      error(
        place.in('layout').location,
        'outline/layout-fits',
        `Unexpected layout "${layout.name}" for ${facts.map(({ id }) => id).join(', ')}, expected facts that have what it shows: ${layout.needs}`,
        `these facts fit ${others.join(', ')}; without "layout" the planner chooses`,
      ),
    ]
  })
}
