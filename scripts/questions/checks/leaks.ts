import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { contentStems, type Language } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import { questionsOf, type ReadQuestion } from './check.ts'

/** How much of a stem has to stand in a text for the text to be about the same matter. */
const sameMatter = 0.35

/**
 * A key that stands in another question answers it for those who only remember: in its stem, which may come
 * before as well as after, since questions are shuffled, or in a reason that an earlier question shows with
 * its answer. Looked for within a quiz and across quizzes of one deck: all that sets the key apart from stem
 * and distractors stands there, all that sets a distractor apart does not, and so does half of the stem.
 */
export function leaks({ banks }: Banks, base: FactBase): Diagnostic[] {
  const { language } = base
  if (!language.contentWords) return []
  const groups = new Map<string, ReadQuestion[]>()
  for (const bank of banks) {
    const group = bank.value.deck === undefined ? `quiz ${bank.id}` : `deck ${bank.value.deck}`
    groups.set(group, [...(groups.get(group) ?? []), ...questionsOf(bank, base)])
  }
  return [...groups.values()].flatMap((questions) => {
    const told = questions.map(({ value, parts }) => ({
      id: value.id,
      stem: wordsOf(value.stem, language),
      reasons: parts.choices.map(({ because }) => wordsOf(because, language)),
    }))
    return questions.flatMap(({ value, place, parts }, at) => {
      if (parts.picks !== 'one') return []
      const matter = told[at]!.stem
      const apart = apartOf(parts.choices, matter, language)
      const key = apart.filter(({ right }) => right)
      if (key.length !== 1 || key[0]!.words.length === 0) return []
      const leaksFrom = (text: ReadonlySet<string>): boolean =>
        key[0]!.words.every((word) => text.has(word)) &&
        apart.every(
          ({ right, words }) => right || words.length === 0 || !words.every((word) => text.has(word)),
        ) &&
        [...matter].filter((word) => text.has(word)).length >= Math.max(2, sameMatter * matter.size)
      const leak = told.find(
        (other, index) =>
          index !== at && (leaksFrom(other.stem) || (index < at && other.reasons.some(leaksFrom))),
      )
      return leak === undefined
        ? []
        : [
            warning(
              place.in('stem').location,
              'question/leak',
              `Unexpected key of "${value.id}" in "${leak.id}", expected no question to answer another`,
              'reword one of them',
            ),
          ]
    })
  })
}

/** The words that carry content, and the figures. */
function wordsOf(text: string, language: Language): Set<string> {
  return new Set([
    ...contentStems(text, language),
    ...language.readTokens(text).figures.flatMap(({ values }) => values.map(String)),
  ])
}

/** The words of each option that the stem and the other options do not have. */
function apartOf(
  choices: ReadQuestion['parts']['choices'],
  given: ReadonlySet<string>,
  language: Language,
): { right: boolean; words: string[] }[] {
  const options = choices.map(({ text, right }) => ({ right, stems: wordsOf(text, language) }))
  return options.map(({ right, stems }) => ({
    right,
    words: [...stems].filter(
      (word) => !given.has(word) && options.every((other) => other.stems === stems || !other.stems.has(word)),
    ),
  }))
}
