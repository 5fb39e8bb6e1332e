// The fixed words in which facts are worded, by language. They lie with the templates, like all words that people read.

import en from '../../contract/messages/en/facts.json' with { type: 'json' }
import uk from '../../contract/messages/uk/facts.json' with { type: 'json' }

export type FactWords = typeof en

/** The languages that there are words for, by primary language subtag. */
export const languages: Readonly<Record<string, FactWords>> = { en, uk }

/** The words for content in this language (BCP 47): its own, or English where there are none. */
export function factWords(language = 'en'): FactWords {
  return languages[language.split('-')[0]!.toLowerCase()] ?? en
}

/** Puts values in place of `{name}`, as they are; a value is never searched for names again. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
