/** A fact as the studio offers it to whoever edits a question: what it rests on, or is made of. */
export interface EditedFact {
  id: string
  short: string
  quantities: readonly { id: string; text: string }[]
}
