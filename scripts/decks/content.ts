import type { Unit } from '../facts/unit-schema.ts'
import type { SourceView } from '../facts/source-view.ts'
import type { FactView } from '../facts/view.ts'
import type { BankView } from '../questions/view.ts'
import type { Deck } from './deck.ts'

/** Everything that outputs are made from: views and planned decks, in the order in which people should meet them. */
export interface Content {
  unit: Unit
  sources: SourceView[]
  topics: { id: string; title: string; summary: string; facts: string[] }[]
  facts: FactView[]
  banks: BankView[]
  decks: Deck[]
}
