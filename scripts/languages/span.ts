/** A stretch of a text, in UTF-16 units. */
export interface Span {
  text: string
  start: number
  end: number
}
