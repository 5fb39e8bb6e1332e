import { sha256 } from './digest.ts'

/**
 * The form of an article text that offsets and digests speak of: no byte order mark, line ends as LF, Unicode
 * NFC. Nothing else is touched, so that a person can find the place in the file by eye.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}

/**
 * A normalised article text addressed in Unicode code points, as the W3C Web Annotation Data Model asks of a
 * TextPositionSelector (https://www.w3.org/TR/annotation-model/#text-position-selector): `start` is the first
 * code point of the span, `end` the one after its last.
 */
export class ArticleText {
  readonly text: string
  readonly sha256: string
  readonly #points: readonly string[]

  constructor(raw: string) {
    this.text = normaliseText(raw)
    this.sha256 = sha256(this.text)
    this.#points = Array.from(this.text)
  }

  /** Length in code points. */
  get length(): number {
    return this.#points.length
  }

  span(start: number, end: number): string {
    return this.#points.slice(start, end).join('')
  }

  /** Code point offset of a UTF-16 index into `text`. */
  offsetOf(index: number): number {
    return Array.from(this.text.slice(0, index)).length
  }
}
