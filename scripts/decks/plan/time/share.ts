export interface Part {
  /** What the author asked for. */
  fixed?: number | undefined
  /** Share of what is left, in proportion. */
  weight: number
}

/**
 * Shares `total` (a whole number) out among parts in whole numbers whose sum is exactly `total`. Parts with a
 * fixed share get it, the others share the rest by weight. Where the fixed shares come to more than the
 * total, or do not add up to it by themselves, all are scaled. Rounding is by largest remainder, the earlier
 * part first.
 */
export function share(total: number, parts: readonly Part[]): number[] {
  const fixed = parts.map((part) => (part.fixed === undefined ? undefined : Math.round(part.fixed)))
  const rest = total - fixed.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const others = fixed.filter((each) => each === undefined).length
  const possible = others === 0 ? rest === 0 : rest >= 0
  if (!possible)
    return byWeight(
      total,
      parts.map((part, index) => fixed[index] ?? part.weight),
    )
  const shares = byWeight(
    rest,
    parts.map((part, index) => (fixed[index] === undefined ? part.weight : 0)),
  )
  return parts.map((_, index) => fixed[index] ?? shares[index] ?? 0)
}

function byWeight(total: number, given: readonly number[]): number[] {
  if (given.length === 0) return []
  const weights = given.some((weight) => weight > 0) ? given : given.map(() => 1)
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const whole = exact.map(Math.floor)
  const missing = total - whole.reduce((a, b) => a + b, 0)
  const remainders = exact.map((value, index) => ({ index, remainder: value - Math.floor(value) }))
  const first = new Set(
    remainders
      .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  )
  return whole.map((value, index) => value + (first.has(index) ? 1 : 0))
}
