/** Puts what the author listed first, in that order; the rest follows in the order it had. */
export function inAuthorsOrder<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  order: readonly string[] = [],
): T[] {
  const place = new Map(order.map((id, index) => [id, index]))
  return items.toSorted((a, b) => (place.get(idOf(a)) ?? order.length) - (place.get(idOf(b)) ?? order.length))
}
