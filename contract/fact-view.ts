// Views: a fact as templates show it. Plain JSON with every text already worded (who says so, how sure, where
// it stands), so that slides, quiz pages, print and site say the same and no template words anything itself.

import type { Status } from './status.ts'

export interface QuantityView {
  label: string
  /** Worded with its hedge and unit: "more than 1 million tonnes". */
  text: string
  /** The figure with its hedge, without the unit: "more than 1 million". */
  figure: string
  /** Ends of what the article allows; equal for an exact figure. An open end is absent. */
  low?: number
  high?: number
  unit: string
  bound: 'exact' | 'atLeast' | 'moreThan' | 'upTo' | 'lessThan' | 'almost' | 'about' | 'range'
}

export interface EvidenceView {
  source: string
  title: string
  /** Publisher and date: "Coast News, 23 May 2024"; "publisher not named, June 2024 (inferred)". */
  citation: string
  /** Where in the normalised article text: "characters 1204–1388". */
  place: string
  start: number
  end: number
}

interface DisagreementView {
  fact: string
  short: string
  statement: string
  citation: string
  about: string
  reading: string
}

export interface FactView {
  id: string
  topic: string
  statement: string
  short: string
  status: Status
  /** The status for people: "Documented", "Reported", "Alleged", "Estimate", "Plan", "Opinion". */
  statusLabel: string
  /**
   * Who says so, with the role the article gives and through whom: "Ada Moor, harbour master (May 2024), via
   * Coast News".
   */
  attribution: string
  /** The same, short enough for a slide: "Ada Moor via the Tide Institute · Coast News". */
  said: string
  /** Short names of the texts it stands in: "Coast News; Tide report". */
  text: string
  /** The end of the attribution that names who passes the words on: ", via the Tide Institute". */
  via?: string
  speakers: { id: string; name: string; role?: string }[]
  /** "since March 2024", "18 June 2024", "autumn 2022". */
  when?: string
  /** The same for machines: ISO dates of reduced precision, an open end absent. */
  period?: { from?: string; to?: string }
  /** How a relative date was resolved. */
  whenResolved?: string
  quantities: QuantityView[]
  actors: { id: string; name: string }[]
  places: string[]
  tags: string[]
  evidence: EvidenceView[]
  /** The citations of the evidence, each once, joined with "; ". */
  citation: string
  disagreements: DisagreementView[]
  quote?: { text: string; by: string }
  /** The telling words of its passage, at most ten: "“mostly on Sundays”", "In its words: “mostly on Sundays”". */
  telling?: { quoted: string; text: string }
  note?: string
  /**
   * The last day on which a second reader agreed to the fact as it is now; absent where none did, or one
   * objects.
   */
  reviewed?: string
}
