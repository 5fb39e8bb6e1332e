/** What the article list of the site, the print key and the source slides need of a source. */
export interface SourceView {
  id: string
  title: string
  /** The short name by which slides, pages and questions call the text. */
  label?: string
  publisher?: string
  author?: string
  /** Worded: "23 November 2024", "June 2024", "undated". */
  date: string
  basis: 'printed' | 'inferred' | 'undated'
  why?: string
  /** "Tide Institute: the measurements". */
  relays: string[]
  url?: string
  note?: string
  /** Publisher and date, as evidence cites it. */
  citation: string
}
