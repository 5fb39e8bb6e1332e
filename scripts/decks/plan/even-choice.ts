/** At most `most` items, evenly from the whole list, the first among them. */
export function evenChoice<T>(items: readonly T[], most: number): T[] {
  const count = Math.min(most, items.length)
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!)
}
