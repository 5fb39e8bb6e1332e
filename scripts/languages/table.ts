// The languages that there is a module for. A new one is a folder beside these and a line here.

import { german } from './de/index.ts'
import { english } from './en/index.ts'
import type { Language } from './language.ts'
import { ukrainian } from './uk/index.ts'
import { languageWithoutModule } from './without-module.ts'

/** Modules by primary language subtag. */
const modules: Readonly<Record<string, (tag: string) => Language>> = {
  de: german,
  en: english,
  uk: ukrainian,
}

const made = new Map<string, Language>()

/** What the rules know of a language (BCP 47), made once. */
export function languageFor(tag: string): Language {
  const known = made.get(tag)
  if (known) return known
  const module = modules[new Intl.Locale(tag).language] ?? languageWithoutModule
  const language = module(tag)
  made.set(tag, language)
  return language
}
