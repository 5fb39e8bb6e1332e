import { attributionKept } from './attribution-kept.ts'
import { boundInEvidence } from './bound-in-evidence.ts'
import type { WordRule } from './comparison.ts'
import { linkInEvidence } from './link-in-evidence.ts'
import { moodKept } from './mood-kept.ts'
import { negationKept } from './negation-kept.ts'
import { oppositeWord } from './opposite-word.ts'
import { quotationInEvidence } from './quotation-in-evidence.ts'
import { rolesKept } from './roles-kept.ts'
import { scopeKept } from './scope-kept.ts'
import { unitInEvidence } from './unit-in-evidence.ts'
import { wordInEvidence } from './word-in-evidence.ts'

/** The rules that compare a statement with its passages word by word. A new rule is a file beside these and a line here. */
export const wordRules: readonly WordRule[] = [
  wordInEvidence,
  oppositeWord,
  negationKept,
  rolesKept,
  moodKept,
  attributionKept,
  scopeKept,
  linkInEvidence,
  unitInEvidence,
  boundInEvidence,
  quotationInEvidence,
]
