// Interface texts with places for values and plural forms. No Node here, the quiz player imports it.

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
type Values = Readonly<Record<string, string | number>>
export type Say = (message: Message, values?: Values) => string

/**
 * Words messages in one language: `{name}` becomes the value of that name, a plural message is chosen by `n`.
 * A name without a value stays as it is, so that a mistake is seen instead of crashing a page.
 */
export function wordsIn(language: string): Say {
  const plural = new Intl.PluralRules(language)
  const figures = new Intl.NumberFormat(language)
  return (message, values = {}) => {
    const text =
      typeof message === 'string' ? message : (message[plural.select(Number(values['n']))] ?? message.other)
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      return value === undefined ? whole : typeof value === 'number' ? figures.format(value) : value
    })
  }
}
