import { attributionKept } from './attribution-kept.ts'
import { boundInEvidence } from './bound-in-evidence.ts'
import type { Reader } from '../../../languages/reading.ts'
import type { FactBase } from '../../fact-base.ts'
import type { Fact } from '../../fact-schema.ts'
import type { Finding } from '../excuses.ts'
import { compare, type WordRule } from './comparison.ts'
import { limitKept } from './limit-kept.ts'
import { linkInEvidence } from './link-in-evidence.ts'
import { moodKept } from './mood-kept.ts'
import { negationKept } from './negation-kept.ts'
import { oppositeWord } from './opposite-word.ts'
import { passageUsed } from './passage-used.ts'
import { placesKept } from './places-kept.ts'
import { quotationSpeaker } from './quotation-speaker.ts'
import { relayKept } from './relay-kept.ts'
import { rolesKept } from './roles-kept.ts'
import { shortFormKept } from './short-form.ts'
import { unitsInEvidence } from './units-in-evidence.ts'
import { scopeKept } from './scope-kept.ts'
import { unitInEvidence } from './unit-in-evidence.ts'
import { wordInEvidence } from './word-in-evidence.ts'

/**
 * The rules that compare a statement with its passages word by word. A new rule is a file beside these and a
 * line here.
 */
const wordRules: readonly WordRule[] = [
  wordInEvidence,
  oppositeWord,
  negationKept,
  rolesKept,
  placesKept,
  moodKept,
  attributionKept,
  relayKept,
  scopeKept,
  limitKept,
  linkInEvidence,
  unitInEvidence,
  boundInEvidence,
  quotationSpeaker,
  passageUsed,
]

/** All that these rules find in the statement of a fact, in its short form and in the units of its quantities. */
export function compareWords(
  fact: Fact,
  passages: readonly string[],
  base: FactBase,
  reader: Reader,
): Finding[] {
  return [
    ...compareStatement(fact, passages, base, reader),
    ...shortFormKept(fact, passages, reader),
    ...unitsInEvidence(fact, passages, base, reader),
  ]
}

/** What they find in the statement alone. */
export function compareStatement(
  fact: Fact,
  passages: readonly string[],
  base: FactBase,
  reader: Reader,
): Finding[] {
  const comparison = compare(fact, passages, base, reader)
  return wordRules.flatMap((rule) =>
    rule(comparison).map(({ advice, ...found }): Finding => ({
      ...found,
      key: 'statement',
      notes: [
        ...(advice === undefined ? [] : [advice]),
        'pin more of the article where it says so, or say in "notInEvidence" why it may stand',
      ],
    })),
  )
}
