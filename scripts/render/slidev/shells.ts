// Which shell a deck is shown by: the ordinary one, or, for all decks with slides that Slidev's compiler must make, one with those slides in it.

import type { Deck } from '../../decks/deck.ts'
import { slidesToCompile } from './compiled-slides.ts'
import type { SlidevShell } from './shell.ts'

/** The shell of each of these decks; built only where one of them needs its own. Throws SlidesError. */
export async function openShells(
  ordinary: SlidevShell,
  decks: readonly Deck[],
): Promise<{ all: SlidevShell[]; of: (deck: Deck) => SlidevShell }> {
  const needing = decks
    .map((deck) => ({ deck, slides: slidesToCompile(deck) }))
    .filter(({ slides }) => slides.length > 0)
  if (needing.length === 0) return { all: [ordinary], of: () => ordinary }
  const compiled = await ordinary.withSlides(needing.map(({ slides }) => slides))
  const ids = new Set(needing.map(({ deck }) => deck.id))
  return {
    all: needing.length < decks.length ? [ordinary, compiled] : [compiled],
    of: ({ id }) => (ids.has(id) ? compiled : ordinary),
  }
}
