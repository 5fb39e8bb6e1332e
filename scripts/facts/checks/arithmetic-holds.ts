import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { Place } from '../../source/json-document.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Arithmetic, Fact } from '../fact-schema.ts'
import { readFormula } from '../formula.ts'

/**
 * Computes every sum of the fact base again. A result holds when it equals the computed value rounded to as
 * many decimal places as it is written with (half a unit of the last one, and 1e-9 of the value for what
 * floating point adds); later steps use the unrounded value.
 */
export function arithmeticHolds(base: FactBase): Diagnostic[] {
  return Array.from(base.facts.values()).flatMap(({ value, place }: Entry<Fact>) =>
    value.arithmetic ? sumHolds(value.arithmetic, base, place.in('arithmetic')) : [],
  )
}

function sumHolds(sum: Arithmetic, base: FactBase, place: Place): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const scope = new Map<string, number>()
  // What could not be read is reported once, where it stands; the steps that use it are then left alone.
  const unread = new Set<string>()
  for (const [name, reference] of Object.entries(sum.inputs)) {
    const quantity = base.facts
      .get(reference.fact)
      ?.value.quantities.find(({ id }) => id === reference.quantity)
    if (quantity?.value !== undefined) scope.set(name, quantity.value)
    else {
      unread.add(name)
      if (quantity)
        diagnostics.push(
          error(
            place.in('inputs', name).location,
            'fact/arithmetic',
            `Unexpected range "${quantity.id}" in a sum, expected a quantity with one "value"`,
          ),
        )
    }
  }
  const used = new Set<string>()
  for (const [index, step] of sum.steps.entries()) {
    const at = place.in('steps', index)
    const formula = readFormula(step.compute)
    let result: number | undefined
    if (typeof formula === 'string')
      diagnostics.push(error(at.in('compute').location, 'fact/arithmetic', formula))
    else {
      formula.names.forEach((name) => used.add(name))
      const unknown = formula.names.filter((name) => !scope.has(name) && !unread.has(name))
      for (const name of unknown)
        diagnostics.push(
          error(
            at.in('compute').location,
            'fact/arithmetic',
            `Unexpected name "${name}" in "${step.compute}", expected a name of "inputs" or of an earlier step${suggest(name, scope.keys())}`,
          ),
        )
      if (formula.names.every((name) => scope.has(name))) result = formula.evaluate(scope)
    }
    if (result !== undefined && !isShownAs(result, step.equals))
      diagnostics.push(
        error(
          at.in('equals').location,
          'fact/arithmetic',
          `Unexpected result ${step.equals} of "${step.compute}", expected ${shownLike(step.equals, result)} (computed: ${result})`,
        ),
      )
    if (step.name !== undefined) {
      if (scope.has(step.name) || unread.has(step.name))
        diagnostics.push(
          error(
            at.in('name').location,
            'fact/arithmetic',
            `Unexpected second value named "${step.name}", expected every name once`,
          ),
        )
      else if (result === undefined) unread.add(step.name)
      else scope.set(step.name, result)
    }
  }
  // After a formula that could not be read nobody knows what it uses.
  if (diagnostics.length > 0) return diagnostics
  for (const name of Object.keys(sum.inputs))
    if (!used.has(name))
      diagnostics.push(
        error(
          place.in('inputs', name).location,
          'fact/arithmetic',
          `Unexpected input "${name}" that no step uses, expected every input in a formula`,
        ),
      )
  return diagnostics
}

function decimals(value: number): number {
  return /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0
}

function isShownAs(computed: number, shown: number): boolean {
  return (
    Math.abs(computed - shown) <= 0.5 * 10 ** -decimals(shown) + Math.abs(computed) * 1e-9 &&
    Number.isFinite(computed)
  )
}

function shownLike(shown: number, computed: number): string {
  return Number.isFinite(computed)
    ? String(Number(computed.toFixed(Math.min(decimals(shown), 20))))
    : 'a finite number'
}
