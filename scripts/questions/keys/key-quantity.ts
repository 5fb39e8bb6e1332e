import { error } from '../../diagnostics/diagnostic.ts'
import { apart, whatToDo, type KeyRule } from './key-rule.ts'

/**
 * A key that gives a quantity gives it as its fact does, bound and unit included, and the one that the stem
 * asks for.
 */
export const keyQuantity: KeyRule = (asked, place) => {
  const { keys, distractors } = apart(asked, asked.quantities)
  return keys.flatMap(({ option: key, value }) => {
    const better = value.fit < 1 ? distractors.find((each) => each.value.fit === 1) : undefined
    if (!better) return []
    return [
      error(
        place.in(...key.choice.path).location,
        'question/key-quantity',
        `Unexpected key "${key.text}" of "${asked.question.id}", expected "${better.option.text}": ${better.value.says}`,
        whatToDo(better.option.text),
      ),
    ]
  })
}
