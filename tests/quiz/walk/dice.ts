/** Throws a die with so many sides, from 0 on; the same throws for the same seed. */
export interface Dice {
  (sides: number): number
  of<T>(values: readonly T[]): T
}

/** A linear congruential generator (Numerical Recipes). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (sides: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
  // Neighbouring seeds begin alike.
  for (let n = 0; n < 3; n++) next(2)
  return Object.assign(next, { of: <T>(values: readonly T[]): T => values[next(values.length)]! })
}
