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

/** Which quantity of which fact is a limit; the quantities of its view stand in the same places. */
export interface Limit {
  fact: Fact
  index: number
}

/** The first quantity of this unit that is told to be a limit. */
export function limitOf(facts: readonly Fact[], unit: string | undefined): Limit | undefined {
  return limitAmong(facts, (each) => each.unit === unit && each.limit === true)
}

/** The first quantity of these facts that is as wanted. */
export function limitAmong(
  facts: readonly Fact[],
  wanted: (quantity: Quantity) => boolean,
): Limit | undefined {
  return facts
    .map((fact) => ({ fact, index: fact.quantities.findIndex(wanted) }))
    .find(({ index }) => index >= 0)
}
