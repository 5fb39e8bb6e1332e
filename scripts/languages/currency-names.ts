import { remember } from './remember.ts'

/** The signs of currencies in a text. */
const signs = /\p{Sc}/gu

/** How a language calls the currencies of a sign, in the plural and one of it, lower-case: "pounds" and "pound" of "£". */
const namesOf = remember((language: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = new Map<string, Set<string>>()
  for (const currency of Intl.supportedValuesOf('currency')) {
    const part = (currencyDisplay: 'narrowSymbol' | 'name', count: number): string =>
      new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
        .formatToParts(count)
        .find(({ type }) => type === 'currency')?.value ?? ''
    const [sign] = part('narrowSymbol', 1).match(signs) ?? []
    if (sign === undefined) continue
    const known = names.get(sign) ?? new Set()
    // "British pounds": the last word is what it is called.
    for (const count of [1, 2]) known.add(part('name', count).toLowerCase().split(' ').at(-1)!)
    names.set(sign, known)
  }
  return names
})

/** What currencies whose sign stands in a text are called, lower-case: "pounds", for "£148". */
export function currencyNames(text: string, language: string): ReadonlySet<string> {
  const found = new Set(text.match(signs))
  return found.size === 0
    ? none
    : new Set(Array.from(found).flatMap((sign) => [...(namesOf(language).get(sign) ?? [])]))
}

const none: ReadonlySet<string> = new Set()
