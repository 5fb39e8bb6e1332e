import type { Figure, Language } from './language.ts'

/** More words than these around a figure, and an option is a sentence rather than a value. */
const mostWords = 6

/**
 * The places of options that are values, from the least to the greatest: such options are read as a scale and
 * are not shuffled (Haladyna, Downing and Rodriguez 2002, guideline 13). One that is no value goes last, as
 * "neither" does. Nothing where two have the same value, or more than one has none.
 */
export function valueOrder(texts: readonly string[], language: Language): number[] | undefined {
  // Options that differ in the figure alone may be as long as they like.
  const alike = new Set(texts.map((text) => text.replace(/\d[\d.,]*/g, '0'))).size === 1
  const values = texts.map((text) =>
    alike || text.split(/\s+/).length <= mostWords ? valueOf(text, language) : undefined,
  )
  const known = values.filter((value) => value !== undefined)
  if (known.length < 2 || known.length < texts.length - 1 || new Set(known).size < known.length)
    return undefined
  const size = (place: number): number => values[place] ?? Number.POSITIVE_INFINITY
  return texts.map((_, place) => place).toSorted((a, b) => size(a) - size(b))
}

/** The only figure or date of a short text, as a number; of a range ("10–20") the lower end. */
function valueOf(text: string, language: Language): number | undefined {
  // ".05" as mathematics writes it.
  const written = text.replace(/(?<![\p{L}\d.,])\.(?=\d)/gu, '0.')
  const { figures, dates } = language.readTokens(written)
  if (dates.length === 0) {
    const value = calculated(written, language) ?? figureOf(figures, written)
    return value === undefined || !negative.test(written) ? value : -value
  }
  const [date] = dates
  if (dates.length !== 1 || figures.length > 0 || date!.name !== undefined) return undefined
  const { year, month, day } = date!
  return year === undefined && month === undefined
    ? undefined
    : (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0)
}

/** A minus right before the first digit, and after nothing that it could join to it. */
const negative = /^[^\d]*?(?:^|[\s=({$])[-−](?=\d|\\?frac)/

/** "5/7", "4 1/3", "\frac{5}{7}", and "6 × 10^3". */
const fraction = /^\D*?(?:(\d+) )?(?:\\[dt]?frac\{(\d+)\}\{(\d+)\}|(\d+)\s?\/\s?(\d+))\D*$/
const power = /^(.*\d)\s*(?:[x×*·]|\\times|\\cdot)\s*10\s*\^\s*\{?([-−]?\d+)\}?\D*$/

function calculated(text: string, language: Language): number | undefined {
  const parts = fraction.exec(text)
  if (parts) {
    const [, whole, above = parts[4], below = parts[5]] = parts
    return Number(below) === 0 ? undefined : Number(whole ?? 0) + Number(above) / Number(below)
  }
  const [, times, exponent] = power.exec(text) ?? []
  if (times === undefined) return undefined
  const figures = language.readTokens(times).figures
  return figures.length === 1 ? figures[0]!.values[0]! * 10 ** Number(exponent!.replace('−', '-')) : undefined
}

function figureOf(figures: readonly Figure[], text: string): number | undefined {
  const [first, second] = figures
  if (first && second && figures.length === 2)
    return /^\s*[-–—]\s*$/.test(text.slice(first.end, second.start)) ? first.values[0] : undefined
  return figures.length === 1 ? first!.values[0] : undefined
}
