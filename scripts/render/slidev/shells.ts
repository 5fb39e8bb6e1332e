// Which shell a deck is shown by: the ordinary one, or, for all decks with slides that Slidev's compiler must make, one with those slides in it.

import type { Deck } from '../../../contract/deck.ts'
import { slidesToCompile } from './compiled-slides.ts'
import { frontmatterFaults } from './frontmatter-faults.ts'
import type { SlidevShell } from './shell.ts'
import type { SlideFault } from './slide-places.ts'
import { SlidesError } from './slides-error.ts'

/** The shell of each of these decks; one is built only where a deck needs it. Throws SlidesError with all that is wrong with their slides. */
export async function openShells(
  ordinary: SlidevShell,
  decks: readonly Deck[],
): Promise<{ all: SlidevShell[]; of: (deck: Deck) => SlidevShell }> {
  const faults = await faultsIn(decks, ordinary.layouts)
  const needing = decks
    .map((deck) => ({ deck, slides: slidesToCompile(deck) }))
    .filter(({ slides }) => slides.length > 0)
  let compiled = ordinary
  if (needing.length > 0) {
    try {
      compiled = await ordinary.withSlides(needing.map(({ slides }) => slides))
    } catch (thrown) {
      if (!(thrown instanceof SlidesError)) throw thrown
      faults.push(...thrown.faults)
    }
  }
  if (faults.length > 0) throw new SlidesError(faults)
  const ids = new Set(needing.map(({ deck }) => deck.id))
  return {
    all: [...(ids.size < decks.length ? [ordinary] : []), ...(ids.size > 0 ? [compiled] : [])],
    of: ({ id }) => (ids.has(id) ? compiled : ordinary),
  }
}

/** Most decks hold nothing that Vue could be wrong about: its compiler is loaded for the others only. */
async function faultsIn(decks: readonly Deck[], layouts: readonly string[]): Promise<SlideFault[]> {
  const written = decks.filter(({ slides }) => slides.some(({ kind }) => kind === 'handwritten'))
  if (written.length === 0) return []
  const { vueFaults } = await import('./vue-faults.ts')
  return [...frontmatterFaults(written, layouts), ...(await vueFaults(written))]
}
