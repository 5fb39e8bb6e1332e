// How a message takes its values: one format for everything that people read. No Node here, pages import it.

/** Forms by the categories of the language (CLDR); `other` serves where a category has none. */
export interface PluralMessage {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}

export type Message = string | PluralMessage
export type Values = Readonly<Record<string, string | number>>
export type Say = (message: Message, values?: Values) => string

/**
 * Puts values in place of `{name}`, as they are; a value is never searched for names again. A name without a
 * value stays as it is, so that a mistake is seen instead of crashing a page.
 */
export function fill(message: string, values: Values): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(Object.hasOwn(values, name) ? values[name] : whole),
  )
}

/** The form of a plural message for a number. */
export function inForm(message: PluralMessage, n: number, language: string): string {
  return message[new Intl.PluralRules(language).select(n)] ?? message.other
}

/** Makes something when it is first asked for, and keeps it: what `Intl` makes takes its time. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/**
 * Words messages in one language: numbers in its groups and the digits 0 to 9, a plural message in the form
 * that `n` asks for, everything else as `fill` does.
 */
export function wordsIn(language: string): Say {
  const plural = lazily(() => new Intl.PluralRules(language))
  const figures = lazily(() => new Intl.NumberFormat(language, { numberingSystem: 'latn' }))
  return (message, values = {}) => {
    const text =
      typeof message === 'string' ? message : (message[plural().select(Number(values['n']))] ?? message.other)
    const worded = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? figures().format(value) : value,
    ])
    return fill(text, Object.fromEntries(worded) as Values)
  }
}

/** Minutes, halves allowed: "5.5 min"; less than half a minute is a moment. */
export function wordMinutes(
  minutes: number,
  { minutes: form, moment, decimal }: { minutes: string; moment: string; decimal: string },
): string {
  return minutes === 0 ? moment : fill(form, { n: String(minutes).replace('.', decimal) })
}
