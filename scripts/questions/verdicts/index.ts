import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Place } from '../../source/json-document.ts'
import { claimBound } from './claim-bound.ts'
import { claimPolarity } from './claim-polarity.ts'
import { claimSaid, statedBy } from './claim-said.ts'
import { claimScope } from './claim-scope.ts'
import { claimStatus } from './claim-status.ts'
import { claimWords } from './claim-words.ts'
import type { Claim } from './read-claim.ts'
import type { VerdictRule } from './verdict-rule.ts'

const verdictRules: readonly VerdictRule[] = [claimBound, claimPolarity, claimStatus, claimScope, claimSaid]

/**
 * What speaks against the verdict of a claim. Words are compared one by one only where no other rule has found
 * anything, and what a fact states word for word is true without a look.
 */
export function judgeVerdict(claim: Claim, place: Place): Diagnostic[] {
  if (claim.called && statedBy(claim)) return []
  const found = verdictRules.flatMap((rule) => rule(claim, place))
  return found.length > 0 ? found : claimWords(claim, place)
}
