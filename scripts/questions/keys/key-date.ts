import { error } from '../../diagnostics/diagnostic.ts'
import { apart, whatToDo, type KeyRule } from './key-rule.ts'

/** Where every option is a date, the key is the one that the facts give for what the stem asks. */
export const keyDate: KeyRule = (asked, place) => {
  if (asked.dates.includes(undefined)) return []
  const { keys, distractors } = apart(asked, asked.dates)
  return keys.flatMap(({ option: key, value }) => {
    const better = distractors
      .filter((each) => each.value.near > value.near)
      .toSorted((a, b) => b.value.near - a.value.near)[0]
    if (!better) return []
    return [
      error(
        place.in(...key.choice.path).location,
        'question/key-date',
        `Unexpected key "${key.text}" of "${asked.question.id}", expected "${better.option.text}": ${better.value.says}`,
        whatToDo(better.option.text),
      ),
    ]
  })
}
