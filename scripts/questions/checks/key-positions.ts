import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import type { QuestionParts } from '../../../question-types/question-type.ts'
import { optionLetter } from '../../../contract/seeded-shuffle.ts'
import { questionsOf } from './check.ts'

/** The 95% points of the chi-square distribution for 1 to 5 degrees of freedom. */
const critical = [3.841, 5.991, 7.815, 9.488, 11.07]
/** Of fewer questions a pattern says nothing. */
const fewest = 6

/**
 * After the shuffle no letter may be the key so often that chance would hardly do it: Pearson's chi-square
 * over the places of the keys of a bank's single choices, each place expected equally often among the options
 * that a question has.
 */
export function keyPositions({ banks }: Banks, base: FactBase): Diagnostic[] {
  return banks.flatMap((bank) => {
    const single = questionsOf(bank, base)
      .map(({ parts }) => parts)
      .filter(({ picks, choices }) => picks === 'one' && choices.filter(({ right }) => right).length === 1)
    if (single.length < fewest) return []
    const counts = countKeyPositions(single)
    const expected = counts.map((_, at) =>
      single.reduce((sum, { choices }) => sum + (at < choices.length ? 1 / choices.length : 0), 0),
    )
    const square = counts.reduce((sum, count, at) => sum + (count - expected[at]!) ** 2 / expected[at]!, 0)
    if (square <= (critical[counts.length - 2] ?? Number.POSITIVE_INFINITY)) return []
    const shown = counts.map((count, at) => `${optionLetter(at)} ${count}`).join(', ')
    return [
      warning(
        bank.place.in('questions').location,
        'question/key-positions',
        `Unexpected key positions ${shown}, expected each about ${Math.round(single.length / counts.length)} times`,
        'the shuffle is seeded by the id of a question: another id gives another order',
      ),
    ]
  })
}

/** How often a key stands first, second, ... after the shuffle. */
export function countKeyPositions(questions: readonly QuestionParts[]): number[] {
  const counts = Array.from(
    { length: Math.max(0, ...questions.map(({ choices }) => choices.length)) },
    () => 0,
  )
  for (const { shuffled } of questions)
    for (const [at, { right }] of shuffled().entries()) if (right) counts[at] = (counts[at] ?? 0) + 1
  return counts
}
