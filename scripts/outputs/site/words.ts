export { fill } from '../../facts/words.ts'
import { wordsIn, type PluralMessage } from '../../../contract/messages/wording.ts'
import en from '../../../contract/messages/en/site.json' with { type: 'json' }
import uk from '../../../contract/messages/uk/site.json' with { type: 'json' }

type Worded<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends { other: string } ? PluralMessage : Worded<T[K]>
}

/** The interface texts of the site in one language; the English file gives the shape. */
export type Words = Worded<typeof en>

/** The languages that there are texts for, by primary language subtag. */
export const languages: Readonly<Record<string, Words>> = { en, uk }

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Interface texts for content in this language (BCP 47): its own, or English where there are none. */
export function wordsFor(language: string): Words {
  return languages[primary(language)] ?? en
}

/** The value of `dir` for text in this language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(primary(language)) ? 'rtl' : 'ltr'
}

/** Words a count: `{n}` in the form that the language asks for. */
export function counter(language: string): (message: PluralMessage, n: number) => string {
  const say = wordsIn(language)
  return (message, n) => say(message, { n })
}

function primary(language: string): string {
  return language.split('-')[0]!.toLowerCase()
}
