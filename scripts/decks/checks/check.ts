import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Deck } from '../../../contract/deck.ts'
import type { LoadedOutline } from '../loaded-outline.ts'

/** What an outline may refer to. */
interface Known {
  base: FactBase
  questions: ReadonlyMap<string, unknown>
  markdown: ReadonlyMap<string, string>
}

/** One rule over an outline by itself: names every violation. */
export type OutlineRule = (outline: LoadedOutline, known: Known) => Diagnostic[]

/** One rule over an outline and the deck that was planned from it: names every violation. */
export type DeckCheck = (outline: LoadedOutline, deck: Deck) => Diagnostic[]
