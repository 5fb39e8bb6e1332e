import type { Fact, Quantity } from '../../../facts/fact-schema.ts'

interface Measured {
  quantities: readonly Pick<Quantity, 'label' | 'unit'>[]
}

/** Quantities are comparable when they count the same thing in the same unit. */
export function comparableKey({ label, unit }: Pick<Quantity, 'label' | 'unit'>): string {
  return JSON.stringify([label, unit])
}

/**
 * The first of the first fact's measures that all the others have too; `measure` names what must be equal.
 */
export function sharedMeasure(
  facts: readonly Measured[],
  measure: (quantity: Pick<Quantity, 'label' | 'unit'>) => string,
): string | undefined {
  const [first, ...others] = facts
  return first?.quantities
    .map(measure)
    .find((key) => others.every(({ quantities }) => quantities.some((each) => measure(each) === key)))
}

/** The fact with a limit in this unit that somebody set. */
export function limitOf(facts: readonly Fact[], unit: string | undefined): Fact | undefined {
  return facts.find(({ quantities }) => quantities.some((each) => each.unit === unit && each.limit))
}
