// The fixed words of slides and notes, by language. No Slidev here: the planner words its titles and notes from the same files.

import en from './en/slides.json' with { type: 'json' }
import uk from './uk/slides.json' with { type: 'json' }

export type Messages = typeof en

/** The languages that there are words for, by primary language subtag. */
export const languages: Readonly<Record<string, Messages>> = { en, uk }

/** The words for content in this language (BCP 47): its own, or English where there are none. */
export function messagesFor(language = 'en'): Messages {
  return languages[language.split('-')[0]!.toLowerCase()] ?? en
}

/** Minutes, halves allowed: "5.5 min"; less than half a minute is a moment. */
export function wordMinutes(minutes: number, { minutes: form, moment, decimal }: Messages['slides']): string {
  return minutes === 0 ? moment : fill(form, { n: String(minutes).replace('.', decimal) })
}

/** Puts values in place of `{name}`, as they are; a value is never searched for names again. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
