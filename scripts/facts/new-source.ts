// The entry of a new article in facts/sources.json.

import type { Imported } from '../articles/read-article.ts'
import { Source } from './source-schema.ts'
import { Line } from './ids.ts'
import { slugOf, unusedName } from './names.ts'

/** An entry as it is written: only what the article itself says. */
export type NewSource = Pick<Source, 'file' | 'sha256' | 'title'> & {
  id: string
  publisher?: string
  author?: string
  published?: { date: string; basis: 'printed' }
  url?: string
}

/**
 * The entry of an article that was read, with a name of its own.
 * @param file the name of its text in the articles folder. @param sha256 the digest of that text.
 */
export function newSource(
  imported: Imported,
  file: string,
  sha256: string,
  taken: ReadonlySet<string>,
): NewSource {
  const { title, author, publisher, published, url } = imported
  const stem = file.replace(/\.txt$/, '')
  const entry = {
    id: unusedName(slugOf(stem) || slugOf(title?.value ?? '') || 'article', taken),
    file,
    sha256,
    title: line(title) ?? stem,
    publisher: line(publisher),
    author: line(author),
    published: published === undefined ? undefined : { date: published.value, basis: 'printed' as const },
    url: url !== undefined && Source.shape.url.safeParse(url.value).success ? url.value : undefined,
  }
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as NewSource
}

function line(known: { value: string } | undefined): string | undefined {
  const text = known?.value.replaceAll(/\s+/g, ' ').trim()
  return text !== undefined && Line.safeParse(text).success ? text : undefined
}

/** The value of facts/sources.json with one more entry, at its end. */
export function withSource(sources: unknown, entry: NewSource): object {
  const value = sources as { sources?: unknown[] }
  return { ...value, sources: [...(Array.isArray(value.sources) ? value.sources : []), entry] }
}
