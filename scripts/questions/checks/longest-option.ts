import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Banks } from '../banks.ts'
import type { Question } from '../question-schema.ts'
import { optionText } from '../question-views.ts'

/** A key of a single choice may be this much longer than the mean of its distractors. */
const most = 1.25
/** And by so many characters, or nobody sees it: "1,200 carts" beside "900 carts". */
const visible = 6

/** Who knows nothing picks the longest answer: it must not be the key by much, nor in more than half of a bank. */
export function longestOption({ banks }: Banks, base: FactBase): Diagnostic[] {
  return banks.flatMap(({ value: bank, place }) => {
    const single = bank.questions.flatMap((question, index) => {
      const lengths = keyLengths(question, base)
      return lengths ? [{ question, index, ...lengths }] : []
    })
    const longest = single.filter(({ key, distractors }) => distractors.every((each) => each < key))
    const far = longest.flatMap(({ question, index, key, distractors }) => {
      const mean = distractors.reduce((sum, each) => sum + each, 0) / distractors.length
      const limit = Math.floor(Math.max(most * mean, mean + visible))
      if (key <= limit) return []
      return [
        warning(
          place.in('questions', index, 'options').location,
          'question/longest-key',
          `Unexpected key of ${key} characters in "${question.id}", expected at most ${limit} beside distractors of ${Math.round(mean)} on average`,
        ),
      ]
    })
    if (single.length < 4 || longest.length * 2 <= single.length) return far
    return [
      ...far,
      warning(
        place.in('questions').location,
        'question/longest-keys',
        `Unexpected ${longest.length} of ${single.length} questions whose key is the longest option, expected at most half`,
      ),
    ]
  })
}

function keyLengths(question: Question, base: FactBase): { key: number; distractors: number[] } | undefined {
  const length = (option: Question['options'][number]): number => Array.from(optionText(option, base)).length
  const keys = question.options.filter(({ correct }) => correct)
  if (question.kind !== 'single' || keys.length !== 1 || question.options.length < 2) return undefined
  return {
    key: length(keys[0]!),
    distractors: question.options.filter(({ correct }) => !correct).map(length),
  }
}
