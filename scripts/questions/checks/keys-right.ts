import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import { readQuestion } from '../keys/read-question.ts'
import { keyBest } from '../keys/key-best.ts'
import { keyDate } from '../keys/key-date.ts'
import { keyQuantity } from '../keys/key-quantity.ts'
import type { KeyRule } from '../keys/key-rule.ts'
import { keySpeaker } from '../keys/key-speaker.ts'
import { everyQuestion } from './check.ts'

/** Rules that compare a key with one thing that facts record. */
const sure: readonly KeyRule[] = [keyQuantity, keyDate, keySpeaker]

/**
 * The keys are what the question's facts say for what its stem asks. All is weighed together only where
 * nothing by itself shows that a key is wrong, since two messages on one key help nobody.
 */
export function keysRight(banks: Banks, base: FactBase): Diagnostic[] {
  const words = base.language.keys
  if (!words) return []
  return everyQuestion(banks, base).flatMap(({ value: question, place, parts }) => {
    const asked = readQuestion(question, parts.choices, base, words)
    // Without its facts nothing can be said of a key; that they are missing is said where they are named.
    if (asked.facts.length < question.facts.length) return []
    const found = sure.flatMap((rule) => rule(asked, place, base, words))
    if (found.length > 0 || parts.choices.some(({ right, trueOf }) => right && trueOf !== undefined))
      return found
    const weighed = keyBest(asked, place, base, words)
    if (question.keyStands === undefined) return weighed
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
