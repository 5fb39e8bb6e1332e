import { messagesFor } from '../../contract/messages/registry.ts'
import type { FactBase } from './fact-base.ts'
import type { Quantity, QuantityRef } from './fact-schema.ts'
import { quantityView } from './wording.ts'

/** The quantity that a reference names; absent where there is none. */
export function findQuantity(reference: QuantityRef, base: FactBase): Quantity | undefined {
  return base.facts.get(reference.fact)?.value.quantities.find(({ id }) => id === reference.quantity)
}

/** That quantity worded with hedge and unit, in the language of the unit; empty where there is none. */
export function quantityText(reference: QuantityRef, base: FactBase): string {
  const found = findQuantity(reference, base)
  return found ? quantityView(found, messagesFor(base.unit.language)).text : ''
}
