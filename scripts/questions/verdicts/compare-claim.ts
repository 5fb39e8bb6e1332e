import type { Finding } from '../../facts/evidence/excuses.ts'
import { compareStatement } from '../../facts/evidence/words/index.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import type { Claim } from './read-claim.ts'

/**
 * Compares a claim with the statements of its facts word by word, as a statement is compared with its passages;
 * nothing without a reader.
 */
export function compareClaim({ text, facts, near, base, reader }: Claim): Finding[] {
  if (!reader) return []
  const fact: Fact = { ...near, statement: text, notInEvidence: [] }
  const stated = facts.flatMap(({ statement, quote }) => (quote ? [statement, quote.text] : [statement]))
  // A claim may call what somebody estimates an estimate.
  return compareStatement(fact, [...stated, near.status], base, reader)
}
