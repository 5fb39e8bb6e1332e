// The fixed words of worksheets and answer keys, by language.

import en from './en/print.json' with { type: 'json' }
import uk from './uk/print.json' with { type: 'json' }

export type PrintWords = typeof en

const languages: Readonly<Record<string, PrintWords>> = { en, uk }

/** The words for content in this language (BCP 47): its own, or English where there are none. */
export function printWords(language: string): PrintWords {
  return languages[language.split('-')[0]!.toLowerCase()] ?? en
}
