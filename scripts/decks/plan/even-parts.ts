/**
 * Cuts a list into as few parts of at most `most` items as possible, none more than one item longer than
 * another.
 */
export function evenParts<T>(items: readonly T[], most: number): T[][] {
  const parts = Math.ceil(items.length / most)
  return Array.from({ length: parts }, (_, index) =>
    items.slice(Math.ceil((index * items.length) / parts), Math.ceil(((index + 1) * items.length) / parts)),
  )
}
