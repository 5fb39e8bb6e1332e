import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Place } from '../../source/json-document.ts'
import { tells, type Claim } from './read-claim.ts'

/** One rule over the verdict of a claim. Pure. */
export type VerdictRule = (claim: Claim, place: Place) => Diagnostic[]

/** A claim that its facts contradict: an error where it says nothing that they do not speak of. */
export function contradicted(
  { named, path, told }: Claim,
  place: Place,
  rule: string,
  what: string,
  expected: string,
  sure = true,
): Diagnostic {
  return (sure && told >= tells.wholly ? error : warning)(
    place.in(...path).location,
    rule,
    `Unexpected ${what} in the ${named}, expected ${expected}`,
    'correct it, or word it as the fact does',
  )
}
