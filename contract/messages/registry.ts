// All fixed words that people read, by language: the one place that knows which languages there are. Pages do
// not import it; what they need of it they get with their data, so that a language more makes no page
// heavier.

import { messages as ar } from './ar/index.ts'
import { messages as de } from './de/index.ts'
import { messages as en } from './en/index.ts'
import { messages as uk } from './uk/index.ts'
import type { PluralMessage } from './wording.ts'

/** The shape of the English words, in which every text may be another and a plural may have other forms. */
type Worded<T> = T extends string
  ? string
  : T extends { other: string }
    ? PluralMessage
    : { [K in keyof T]: Worded<T[K]> }

/** What a language says of itself. */
export interface Language {
  /** The primary subtag of BCP 47. */
  tag: string
  /** Its own name for itself. */
  name: string
  direction: 'ltr' | 'rtl'
  /** Families with the letters of its script, where Source Serif 4 and Source Sans 3 lack them. */
  fonts: { serif: readonly string[]; sans: readonly string[] }
}

/** The words of one language. */
export type Messages = Worded<Omit<typeof en, 'language'>> & { language: Language }
export type SlideWords = Messages['slides']
export type PlayerWords = Messages['quiz']['player']

const declared = { ar, de, en, uk }

/** The languages that there are words for, by primary language subtag. */
export const languages: Readonly<Record<string, Messages>> = declared as Record<
  keyof typeof declared,
  Messages
>

/** The words for content in this language (BCP 47): its own, or English where there are none. */
export function messagesFor(language = 'en'): Messages {
  return languages[primary(language)] ?? languages['en']!
}

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The value of `dir` for content in this language, also where there are no words for it. */
export function directionOf(language: string): Language['direction'] {
  return rightToLeft.has(primary(language)) ? 'rtl' : 'ltr'
}

function primary(language: string): string {
  return language.split('-')[0]!.toLowerCase()
}
