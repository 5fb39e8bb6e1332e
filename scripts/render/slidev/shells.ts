// Which shell a deck is shown by: the ordinary one, or, for all decks with slides that Slidev's compiler must
// make, one with those slides in it.

import type { Deck } from '../../../contract/deck.ts'
import { once } from '../once.ts'
import { slidesToCompile } from './compiled-slides.ts'
import { frontmatterFaults } from './frontmatter-faults.ts'
import type { SlidevShell } from './shell.ts'
import type { SlideFault } from './slide-places.ts'
import { SlidesError } from './slides-error.ts'

/**
 * The shells of some decks. One with compiled slides is built only when a deck that needs it is asked for.
 */
export interface Shells {
  /**
   * Throws SlidesError with what is wrong with the slides of this deck, and with those that are compiled
   * together with them.
   */
  of(deck: Deck): Promise<SlidevShell>
  /**
   * Builds what any of the decks needs. Throws SlidesError with all that is wrong with the slides of all of
   * them.
   */
  allSound(): Promise<void>
}

/** Opens the shells of the same decks once: every deck asks for those of all, which looks through all slides. */
export function oncePerDecks(
  open: (decks: readonly Deck[]) => Promise<Shells>,
): (decks: readonly Deck[]) => Promise<Shells> {
  const opened = new WeakMap<readonly Deck[], Promise<Shells>>()
  return (decks) => {
    const shells = opened.get(decks) ?? open(decks)
    opened.set(decks, shells)
    return shells
  }
}

export function openShells(ordinary: SlidevShell, decks: readonly Deck[]): Shells {
  const needing = new Map(
    decks.map((deck) => [deck.id, slidesToCompile(deck)] as const).filter(([, slides]) => slides.length > 0),
  )
  const compiled = once(() => ordinary.withSlides([...needing.values()]))
  const faults = new Map<string, Promise<SlideFault[]>>()
  const faultsOf = (deck: Deck): Promise<SlideFault[]> => {
    const found = faults.get(deck.id) ?? faultsIn(deck, ordinary.layouts)
    faults.set(deck.id, found)
    return found
  }
  /** The shell of a deck, with what is wrong with it. */
  const looked = async (deck: Deck): Promise<{ shell: SlidevShell; wrong: readonly SlideFault[] }> => {
    const wrong = await faultsOf(deck)
    if (!needing.has(deck.id)) return { shell: ordinary, wrong }
    try {
      return { shell: await compiled(), wrong }
    } catch (thrown) {
      if (!(thrown instanceof SlidesError)) throw thrown
      return { shell: ordinary, wrong: [...wrong, ...thrown.faults] }
    }
  }
  return {
    async of(deck) {
      const { shell, wrong } = await looked(deck)
      if (wrong.length > 0) throw new SlidesError(wrong)
      return shell
    },
    async allSound() {
      const wrong = (await Promise.all(decks.map(looked))).flatMap((each) => each.wrong)
      if (wrong.length > 0) throw new SlidesError(wrong)
    },
  }
}

/** Most decks hold nothing that Vue could be wrong about: its compiler is loaded for the others only. */
async function faultsIn(deck: Deck, layouts: readonly string[]): Promise<SlideFault[]> {
  if (!deck.slides.some(({ kind }) => kind === 'handwritten')) return []
  const { vueFaults } = await import('./vue-faults.ts')
  return [...frontmatterFaults([deck], layouts), ...(await vueFaults([deck]))]
}
