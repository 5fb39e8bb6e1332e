import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { everyQuestion } from './check.ts'

/** Of fewer claims their verdicts say nothing. */
const fewest = 4

/** Who has met some claims of a unit that are all false takes the next one for false, too; so with true. */
export function oneVerdict(banks: Banks, base: FactBase): Diagnostic[] {
  const claims = everyQuestion(banks, base).filter(({ parts }) => parts.claims !== undefined)
  const verdict = claims[0]?.parts.claims
  if (claims.length < fewest || claims.some(({ parts }) => parts.claims !== verdict)) return []
  return [
    warning(
      claims[0]!.place.in('stem').location,
      'question/one-verdict',
      `Unexpected ${claims.length} claims that are all ${verdict ? 'true' : 'false'}, "${claims[0]!.value.id}" the first of them, expected some of either`,
      'word one or two of them the other way round',
    ),
  ]
}
