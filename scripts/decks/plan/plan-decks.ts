import type { Deck } from '../../../contract/deck.ts'
import type { Outline } from '../outline-schema.ts'
import type { Material } from './material.ts'
import { planDeck } from './plan-deck.ts'
import { planWithoutOutline } from './without-outline.ts'

/**
 * A deck for every outline, in their order; where there is no outline at all, decks of the fact base alone.
 */
export function planDecks(outlines: readonly { id: string; value: Outline }[], material: Material): Deck[] {
  return outlines.length === 0
    ? planWithoutOutline(material)
    : outlines.map((outline) => planDeck(outline, material))
}
