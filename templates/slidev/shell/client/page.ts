// What the page was made with: the deck's JSON, written into the page by scripts/render/slidev/pages.ts.

import type { DeckData } from '../../../../contract/deck-data.ts'

const element = document.getElementById('factdeck')
if (!element?.textContent) throw new Error('Unexpected page without a deck, expected <script id="factdeck">')

/** The deck that this page was opened with. */
export const pageDeck = JSON.parse(element.textContent) as DeckData
