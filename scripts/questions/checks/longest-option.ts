import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import type { QuestionParts } from '../../../question-types/question-type.ts'
import { everyQuestion, questionsOf } from './check.ts'

/** A key of a single choice may be this much longer than the mean of its distractors. */
const most = 1.2
/** And by so many characters, or nobody sees it: "1,200 carts" beside "900 carts". */
const visible = 6

/** An option of less than this share of the mean length is seen to be none that its author worked on. */
const least = 0.4
/** Where options are as long as a sentence; short ones differ by chance. */
const sentences = 25

/** A distractor that is far shorter than the other options was put there to fill a place, and nobody takes it. */
export function shortDistractors(banks: Banks, base: FactBase): Diagnostic[] {
  return everyQuestion(banks, base).flatMap(({ value, place, parts: { choices } }) => {
    const lengths = choices.map(({ text }) => Array.from(text).length)
    const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length
    return choices.flatMap(({ right, path }, at) =>
      right || mean < sentences || lengths[at]! >= least * mean
        ? []
        : [
            warning(
              place.in(...path).location,
              'question/short-distractor',
              `Unexpected distractor of ${lengths[at]} characters in "${value.id}", expected a plausible one beside options of ${Math.round(mean)} on average`,
              'say what somebody would believe who takes it, in about as many words as the other options have',
            ),
          ],
    )
  })
}

/**
 * Who knows nothing picks the longest answer: it must not be the key by much, nor in more than half of a
 * bank.
 */
export function longestOption({ banks }: Banks, base: FactBase): Diagnostic[] {
  return banks.flatMap((bank) => {
    const single = questionsOf(bank, base).flatMap(({ value, place, parts }) => {
      const lengths = keyLengths(parts)
      return lengths ? [{ question: value, place, ...lengths }] : []
    })
    const longest = single.filter(({ key, distractors }) => distractors.every((each) => each < key))
    const far = longest.flatMap(({ question, place, key, distractors }) => {
      const mean = distractors.reduce((sum, each) => sum + each, 0) / distractors.length
      const limit = Math.floor(Math.max(most * mean, mean + visible))
      if (key <= limit) return []
      return [
        warning(
          place.in('options').location,
          'question/longest-key',
          `Unexpected key of ${key} characters in "${question.id}", expected at most ${limit} beside distractors of ${Math.round(mean)} on average`,
        ),
      ]
    })
    if (single.length < 4 || longest.length * 2 <= single.length) return far
    return [
      ...far,
      warning(
        bank.place.in('questions').location,
        'question/longest-keys',
        `Unexpected ${longest.length} of ${single.length} questions whose key is the longest option, expected at most half`,
      ),
    ]
  })
}

function keyLengths({ picks, choices }: QuestionParts): { key: number; distractors: number[] } | undefined {
  const lengths = (right: boolean): number[] =>
    choices.filter((choice) => choice.right === right).map(({ text }) => Array.from(text).length)
  const [key, second] = lengths(true)
  const distractors = lengths(false)
  if (picks !== 'one' || key === undefined || second !== undefined || distractors.length === 0)
    return undefined
  return { key, distractors }
}
