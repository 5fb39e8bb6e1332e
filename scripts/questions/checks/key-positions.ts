import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Banks } from '../banks.ts'
import type { Question } from '../question-schema.ts'
import { arrangeOptions, optionLetter } from '../../../contract/seeded-shuffle.ts'

/** The 95% points of the chi-square distribution for 1 to 5 degrees of freedom. */
const critical = [3.841, 5.991, 7.815, 9.488, 11.07]
/** Of fewer questions a pattern says nothing. */
const fewest = 6

/**
 * After the shuffle no letter may be the key so often that chance would hardly do it: Pearson's chi-square over the places of the keys
 * of a bank's single choices, each place expected equally often among the options that a question has.
 */
export function keyPositions({ banks }: Banks): Diagnostic[] {
  return banks.flatMap(({ value: bank, place }) => {
    const single = bank.questions.filter(
      ({ kind, options }) => kind === 'single' && options.filter(({ correct }) => correct).length === 1,
    )
    if (single.length < fewest) return []
    const counts = countKeyPositions(single)
    const expected = counts.map((_, at) =>
      single.reduce((sum, { options }) => sum + (at < options.length ? 1 / options.length : 0), 0),
    )
    const square = counts.reduce((sum, count, at) => sum + (count - expected[at]!) ** 2 / expected[at]!, 0)
    if (square <= (critical[counts.length - 2] ?? Number.POSITIVE_INFINITY)) return []
    const shown = counts.map((count, at) => `${optionLetter(at)} ${count}`).join(', ')
    return [
      warning(
        place.in('questions').location,
        'question/key-positions',
        `Unexpected key positions ${shown}, expected each about ${Math.round(single.length / counts.length)} times`,
        'the shuffle is seeded by the id of a question: another id gives another order',
      ),
    ]
  })
}

/** How often the key stands first, second, ... after the shuffle; multiple choices count every key. */
export function countKeyPositions(questions: readonly Question[]): number[] {
  const counts = Array.from(
    { length: Math.max(0, ...questions.map(({ options }) => options.length)) },
    () => 0,
  )
  for (const { id, options } of questions)
    for (const [at, { correct }] of arrangeOptions(options, id).entries())
      if (correct) counts[at] = (counts[at] ?? 0) + 1
  return counts
}
