// The languages that there is a module for. A new one is a folder beside these and a line here.

import { english } from './en/index.ts'
import type { Language } from './language.ts'

const languages: readonly Language[] = [english]

/** The module for content in this language (BCP 47), by its primary subtag. */
export function languageFor(tag: string): Language {
  const primary = tag.split('-')[0]?.toLowerCase()
  return languages.find((language) => language.tag === primary) ?? english
}
