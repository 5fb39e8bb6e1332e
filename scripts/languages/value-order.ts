import type { Language } from './language.ts'

/** More words than these around a figure, and an option is a sentence rather than a value. */
const mostWords = 6

/**
 * The places of options that are values, from the least to the greatest: such options are read as a scale and
 * are not shuffled (Haladyna, Downing and Rodriguez 2002, guideline 13). One that is no value goes last, as
 * "neither" does. Nothing where two have the same value, or more than one has none.
 */
export function valueOrder(texts: readonly string[], language: Language): number[] | undefined {
  const values = texts.map((text) => valueOf(text, language))
  const known = values.filter((value) => value !== undefined)
  if (known.length < 2 || known.length < texts.length - 1 || new Set(known).size < known.length)
    return undefined
  const size = (place: number): number => values[place] ?? Number.POSITIVE_INFINITY
  return texts.map((_, place) => place).toSorted((a, b) => size(a) - size(b))
}

/** The only figure or date of a short text, as a number. */
function valueOf(text: string, language: Language): number | undefined {
  if (text.split(/\s+/).length > mostWords) return undefined
  const { figures, dates } = language.readTokens(text)
  if (figures.length === 1 && dates.length === 0) return figures[0]!.values[0]
  const [date] = dates
  if (dates.length !== 1 || figures.length > 0 || date!.name !== undefined) return undefined
  const { year, month, day } = date!
  return year === undefined && month === undefined
    ? undefined
    : (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0)
}
