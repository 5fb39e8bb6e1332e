import type { AddedFont } from '../../contract/added-font.ts'
import type { Unit } from '../facts/unit-schema.ts'
import type { SourceView } from '../../contract/source-view.ts'
import type { BackgroundView } from '../../contract/background-view.ts'
import type { FactView } from '../../contract/fact-view.ts'
import type { MarkedTexts } from '../../contract/marked-text.ts'
import type { BankView } from '../../contract/question-view.ts'
import type { Deck, MapView } from '../../contract/deck.ts'

/**
 * Everything that outputs are made from: views and planned decks, in the order in which people should meet
 * them.
 */
export interface Content {
  unit: Unit
  /** What stands behind texts of facts and questions that hold more than letters; absent where none does. */
  marked?: MarkedTexts
  /** Families for letters that the usual fonts lack, as far as they are installed; absent where none is. */
  fonts?: readonly AddedFont[]
  /** The places of facts that have coordinates; absent where fewer than two have. */
  placesMap?: MapView
  sources: SourceView[]
  topics: { id: string; title: string; summary: string; facts: string[] }[]
  facts: FactView[]
  /** General knowledge from outside the articles; never evidence. */
  background: BackgroundView[]
  banks: BankView[]
  decks: Deck[]
}
