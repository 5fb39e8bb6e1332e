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

/** A line at least this long may break where the paper ends, and not where a paragraph does. */
export const fullLine = 60
/** In a text with longer lines none breaks so. */
const longestLine = 120
const endsSomething = /[.!?…:;。؟]["'”’»)\]]*$/u
const beginsItem = /^(?:[-*•–]|\d+[.)])\s/u

/**
 * A normalised text with blanks for the ends of lines that go on in the next, as texts have them that were copied from
 * a PDF or a mail: "40 million" is a figure, wherever the line breaks. A word that was parted there is whole, with two
 * blanks behind it. So every place of the text is the same in both, but for the second part of such a word.
 */
export function runningText(text: string): string {
  return withWholeWords(text, withoutLineEnds(text))
}

/** The end of a line within a word, and what of it stands in the next. */
const partedWord = /(\p{L}+)[-‐\u00AD]\n((\p{Ll}\p{L}*)\S*)/gu
const wordOrCompound = /\p{L}+(?:-\p{L}+)*/gu

/**
 * Puts the parts of words together in the same text without its line ends. "Well-" and "known" stay apart where the
 * text has either "well-known" or "known" elsewhere, and not "wellknown"; "pre-" and "and" so, too.
 */
function withWholeWords(text: string, running: string): string {
  const parted = Array.from(text.matchAll(partedWord))
  if (parted.length === 0) return running
  const words = new Set(text.replaceAll(partedWord, ' ').toLowerCase().match(wordOrCompound) ?? [])
  return parted.reduce((read, { 0: all, 1: head = '', 2: rest = '', 3: tail = '', index }) => {
    const isWhole =
      words.has(`${head}${tail}`.toLowerCase()) ||
      !(words.has(`${head}-${tail}`.toLowerCase()) || words.has(tail))
    return isWhole ? `${read.slice(0, index)}${head}${rest}  ${read.slice(index + all.length)}` : read
  }, running)
}

function withoutLineEnds(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, at) => {
      const next = lines[at + 1]
      if (next === undefined) return line
      const words = line.trim()
      const goesOn =
        words.length >= fullLine &&
        Math.max(line.length, next.length) <= longestLine &&
        next.trim() !== '' &&
        !endsSomething.test(words) &&
        !beginsItem.test(next.trim())
      return `${line}${goesOn ? ' ' : '\n'}`
    })
    .join('')
}

/**
 * A normalised article text addressed in Unicode code points, as the W3C Web Annotation Data Model asks of a
 * TextPositionSelector (https://www.w3.org/TR/annotation-model/#text-position-selector): `start` is the first
 * code point of the span, `end` the one after its last.
 */
export class ArticleText {
  readonly text: string
  readonly sha256: string
  /** The text as it is read; see `runningText`. Places are the same in both. */
  readonly running: string
  readonly #points: readonly string[]
  readonly #running: readonly string[]

  constructor(raw: string) {
    this.text = normaliseText(raw)
    this.sha256 = sha256(this.text)
    this.#points = Array.from(this.text)
    this.running = runningText(this.text)
    this.#running = this.running === this.text ? this.#points : Array.from(this.running)
  }

  /** Length in code points. */
  get length(): number {
    return this.#points.length
  }

  /** To the letter, as digests are of it. */
  span(start: number, end: number): string {
    return this.#points.slice(start, end).join('')
  }

  /** The same place as it is read. */
  passage(start: number, end: number): string {
    return this.#running.slice(start, end).join('')
  }

  /** Code point offset of a UTF-16 index into `text`. */
  offsetOf(index: number): number {
    return Array.from(this.text.slice(0, index)).length
  }
}
