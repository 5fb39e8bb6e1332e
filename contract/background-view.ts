// Background as templates show it: general knowledge from outside the articles, never evidence for a fact.

export const backgroundKinds = ['term', 'person', 'organisation', 'measure', 'event', 'place'] as const
type BackgroundKind = (typeof backgroundKinds)[number]

/** What stands beside a word where it first comes up. */
export interface Gloss {
  id: string
  name: string
  text: string
}

export interface BackgroundView extends Gloss {
  kind: BackgroundKind
  /** The kind for people: "Term". */
  kindLabel: string
  /** Every form of the name, the name first. */
  forms: string[]
  /** For a slide. */
  short: string
  /** Worded as of a fact: "18 June 2024". */
  when?: string
  /** ISO dates of reduced precision, an open end absent. */
  period?: { from?: string; to?: string }
  at?: { lat: number; lon: number }
  /** That it is later than an article, worded; absent where it is not. */
  later?: string
  /** Who checked it, when and on what, worded. */
  checked: string
}
