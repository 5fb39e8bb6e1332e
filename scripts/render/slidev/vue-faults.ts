// Broken Vue in hand-written slides that are compiled when the deck is made, found in all of them before any
// is.

import type { Deck } from '../../../contract/deck.ts'
import { holdsVue, openBodyCompiler } from './compile-body.ts'
import { needsCompiler, writtenSlides } from './compiled-slides.ts'
import { renderBody } from './render-markdown.ts'
import { placeOf, sameOffset, worded, type SlideFault } from './slide-places.ts'

/** What Vue cannot compile of the slides that Slidev's compiler is not needed for. */
export async function vueFaults(decks: readonly Deck[]): Promise<SlideFault[]> {
  const bodies = decks
    .flatMap(writtenSlides)
    .filter(({ body }) => needsCompiler(body) === undefined)
    .flatMap((slide) => Object.values(renderBody(slide.body)).map((html) => ({ slide, html })))
    .filter(({ html }) => holdsVue(html))
  if (bodies.length === 0) return []
  const compile = await openBodyCompiler()
  return bodies.flatMap(({ slide, html }) =>
    compile(html).problems.map(({ message, source, offset }) => ({
      ...placeOf(slide, sameOffset(source, offset, slide.body)),
      message: worded(message),
    })),
  )
}
