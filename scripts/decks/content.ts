import type { Unit } from '../facts/unit-schema.ts'
import type { FactView } from '../facts/view.ts'
import type { BankView } from '../questions/view.ts'
import type { Deck } from './deck.ts'

/** What the article list of the site and the print key need of a source. */
export interface SourceView {
  id: string
  title: string
  publisher?: string
  author?: string
  /** Worded: "23 November 2024", "June 2024". */
  date: string
  basis: 'printed' | 'inferred'
  why?: string
  relays: string[]
  url?: string
  note?: string
  /** Publisher and date, as evidence cites it. */
  citation: string
}

/** Everything that outputs are made from: views and planned decks, in the order in which people should meet them. */
export interface Content {
  unit: Unit
  sources: SourceView[]
  topics: { id: string; title: string; summary: string; facts: string[] }[]
  facts: FactView[]
  banks: BankView[]
  decks: Deck[]
}
