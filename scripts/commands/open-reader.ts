import { languageFor } from '../languages/table.ts'
import type { Reader } from '../languages/reading.ts'
import { cacheFolderOf, packageRoot } from '../render/open-render.ts'
import { openWordIndex } from '../render/word-index.ts'

const opened = new Map<string, Promise<Reader>>()

/**
 * The reader of texts in a language (BCP 47), one a process: it is slow to open and remembers what it read.
 * Undefined where the language has none. @throws WordNetMissing
 */
export function openReader(
  tag: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Reader> | undefined {
  const language = languageFor(tag)
  if (!language.openReader) return undefined
  const known = opened.get(language.tag)
  if (known) return known
  const cacheFolder = cacheFolderOf(env)
  const made = language.openReader(() => openWordIndex({ packageRoot, cacheFolder }))
  opened.set(language.tag, made)
  made.catch(() => opened.delete(language.tag))
  return made
}
