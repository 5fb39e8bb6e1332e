import { error } from '../../diagnostics/diagnostic.ts'
import { actorMentions } from '../../facts/evidence/name-index.ts'
import { contentStems } from '../../languages/language.ts'
import { apart, whatToDo, type KeyRule } from './key-rule.ts'

/**
 * Where every option names somebody, the key is who the facts have say it, or, where the stem asks for no
 * speaker, whom they are about.
 */
export const keySpeaker: KeyRule = (asked, place, base, words) => {
  const named = asked.options.every(({ text, stems }) => {
    const names = actorMentions(text, base).map(({ start, end }) => text.slice(start, end))
    return contentStems(names.join(' '), base.language).size * 2 >= stems.size && names.length > 0
  })
  if (!named) return []
  const voice = words.asksSpeaker.test(asked.question.stem) || words.asksRelay.test(asked.question.stem)
  const { keys, distractors } = apart(asked, asked.speakers)
  return keys.flatMap(({ option: key, value }) => {
    const better = distractors.find((each) =>
      voice ? each.value.fit === 1 && value.fit < 1 : each.value.fit >= 0.5 && value.fit <= 0,
    )
    if (!better) return []
    return [
      error(
        place.in(...key.choice.path).location,
        'question/key-speaker',
        `Unexpected key "${key.text}" of "${asked.question.id}", expected "${better.option.text}": ${better.value.says}`,
        whatToDo(better.option.text),
      ),
    ]
  })
}
