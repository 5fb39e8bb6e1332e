import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Reader } from '../../languages/reading.ts'
import type { Banks } from '../banks.ts'
import { readQuestion } from '../keys/read-question.ts'
import { keyBest } from '../keys/key-best.ts'
import { keyDate } from '../keys/key-date.ts'
import { keyPlace } from '../keys/key-place.ts'
import { keyQuantity } from '../keys/key-quantity.ts'
import type { KeyRule } from '../keys/key-rule.ts'
import { keySpeaker } from '../keys/key-speaker.ts'
import { judgeClaims } from '../verdicts/claims-of.ts'
import { everyQuestion } from './check.ts'

/** Rules that compare a key with one thing that facts record. */
const sure: readonly KeyRule[] = [keyQuantity, keyDate, keySpeaker, keyPlace]

/**
 * The keys are what the question's facts say for what its stem asks, and so are the verdicts of claims. All is weighed together only where
 * nothing by itself shows that a key is wrong, since two messages on one key help nobody.
 */
export function keysRight(banks: Banks, base: FactBase, reader?: Reader): Diagnostic[] {
  const words = base.language.keys
  if (!words) return []
  return everyQuestion(banks, base).flatMap((read) => {
    const { value: question, place, parts } = read
    const facts = question.facts.filter((id) => base.facts.has(id))
    // Without its facts nothing can be said of a key; that they are missing is said where they are named.
    if (facts.length < question.facts.length) return []
    const fields = parts.written ?? [{ asked: question.stem, choices: parts.choices }]
    const asked = fields.map((field) =>
      readQuestion({ ...question, stem: field.asked }, field.choices, base, words),
    )
    const claims = judgeClaims(read, base, words, reader)
    const { keyStands } = question
    const found = [
      ...asked.flatMap((each) => sure.flatMap((rule) => rule(each, place, base, words))),
      ...claims.filter(({ severity }) => severity === 'error' || keyStands === undefined),
    ]
    if (
      found.length + claims.length > 0 ||
      parts.choices.some(({ right, trueOf }) => right && trueOf !== undefined)
    )
      return found
    const weighed = asked.flatMap((each) => keyBest(each, place, base, words))
    if (keyStands === undefined) return weighed
    if (weighed.length > 0) return []
    return [
      warning(
        place.in('keyStands').location,
        'question/excuse-needed',
        `Unexpected "keyStands" in "${question.id}", expected none: its facts support no other option better`,
      ),
    ]
  })
}
