// What the reader of every format makes: the text of the article, what is known of it, and what went out.

/** Something of an article beside its text, and where it was found. */
export interface Known {
  value: string
  /** For the author: "the page’s data (JSON-LD)". */
  basis: string
}

/** Lines that are not of the article. */
export interface Dropped {
  what:
    | 'navigation'
    | 'read-also'
    | 'share'
    | 'caption'
    | 'script'
    | 'running-head'
    | 'page-number'
    | 'around'
    | 'picture'
    | 'note'
    | 'invisible'
  /** What stood there, shortened. */
  text: string
}

export type Format = 'text' | 'markdown' | 'html' | 'docx' | 'pdf'

export interface Imported {
  format: Format
  /** Paragraphs, an empty line between them. */
  text: string
  title?: Known
  author?: Known
  publisher?: Known
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  published?: Known
  url?: Known
  dropped: Dropped[]
  /** What else a reader should know: "two columns". */
  notes: string[]
}

/** Why a file cannot be read, and what to do, in words for a teacher. */
export class ArticleRefused extends Error {
  override name = 'ArticleRefused'
  readonly remedy: string
  constructor(reason: string, remedy: string) {
    super(reason)
    this.remedy = remedy
  }
}

/** Shortens what was dropped, so that a report stays one line each. */
export function inShort(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 80 ? line : `${line.slice(0, 77)}…`
}

/** Calendar dates as web pages and files write them, as YYYY-MM-DD; undefined for anything else. */
export function dayIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const pdf = /^D:(\d{4})(\d{2})(\d{2})/.exec(text)
  const plain = pdf ? `${pdf[1]}-${pdf[2]}-${pdf[3]}` : /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0]
  if (plain !== undefined) {
    const time = new Date(`${plain}T00:00:00Z`)
    return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(plain) ? undefined : plain
  }
  return /^\d{4}$/.test(text.trim()) ? text.trim() : undefined
}
