import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { contentStems, type Language } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import { banksByDeck, questionsOf, type ReadQuestion } from './check.ts'

/** How much of what sets a key apart has to stand in a text for the text to tell it: a surname of a name. */
const told = 0.2
/** How much of a stem has to stand in a text for the text to be about the same matter. */
const sameMatter = 0.2
/** And of both together: little of the one wants much of the other. */
const both = 0.75

type Words = ReadonlySet<string>
/** How much a word tells: the fewer questions have it, the more. */
type Weight = (word: string) => number

/**
 * A key that stands in another question answers it for those who only remember: in its stem, which may come
 * before as well as after, since questions are shuffled, or in a reason that an earlier question shows with
 * its answer. Looked for within a quiz and across quizzes of one deck: enough of what sets the key apart from
 * stem and distractors stands there, less of what sets a distractor apart, and enough of the stem. Words
 * count by how rare they are in the group.
 */
export function leaks({ banks }: Banks, base: FactBase): Diagnostic[] {
  const { language } = base
  if (!language.contentWords) return []
  return banksByDeck(banks).flatMap((group) =>
    leaksIn(
      group.flatMap((bank) => questionsOf(bank, base)),
      language,
    ),
  )
}

function leaksIn(questions: readonly ReadQuestion[], language: Language): Diagnostic[] {
  const texts = questions.map(({ value, parts }) => ({
    id: value.id,
    stem: wordsOf(value.stem, language),
    reasons: parts.texts
      .filter(({ what }) => what === 'explanation')
      .map(({ text }) => wordsOf(text, language)),
  }))
  const weight = weightBy(texts.map(({ stem, reasons }) => [stem, ...reasons]))
  return questions.flatMap((question, at) => {
    const { value, place } = question
    const matter = texts[at]!.stem
    const answers = answersOf(question, matter, language)
    if (!answers) return []
    const leaksFrom = (text: Words): boolean => {
      const [key, stem] = [shareOf(answers.key, text, weight), shareOf([...matter], text, weight)]
      return (
        key >= told &&
        stem >= sameMatter &&
        key + stem >= both &&
        [...matter].filter((word) => text.has(word)).length > 1 &&
        answers.distractors.every((words) => words.length === 0 || shareOf(words, text, weight) < key)
      )
    }
    const leak = texts.find(
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
}

/** What sets the key apart, and each distractor; nothing where the question has no key in so many words. */
function answersOf(
  { parts }: ReadQuestion,
  given: Words,
  language: Language,
): { key: string[]; distractors: string[][] } | undefined {
  const texts =
    parts.picks === 'one'
      ? parts.choices
      : parts.picks === 'none'
        ? parts.keys.slice(0, 1).map(({ text }) => ({ text, right: true }))
        : []
  const options = texts.map(({ text, right }) => ({ right, words: wordsOf(text, language) }))
  const apart = (own: Words): string[] =>
    [...own].filter(
      (word) => !given.has(word) && options.every(({ words }) => words === own || !words.has(word)),
    )
  const keys = options.filter(({ right }) => right)
  const key = keys.length === 1 ? apart(keys[0]!.words) : []
  if (key.length === 0) return undefined
  return { key, distractors: options.filter(({ right }) => !right).map(({ words }) => apart(words)) }
}

function shareOf(words: readonly string[], text: Words, weight: Weight): number {
  const sum = (some: readonly string[]): number => some.reduce((total, word) => total + weight(word), 0)
  return sum(words.filter((word) => text.has(word))) / sum(words)
}

/** The logarithm of how many texts there are to one that has the word (Spärck Jones 1972). */
function weightBy(questions: readonly (readonly Words[])[]): Weight {
  const holders = new Map<string, number>()
  for (const texts of questions)
    for (const word of new Set(texts.flatMap((text) => [...text])))
      holders.set(word, (holders.get(word) ?? 0) + 1)
  return (word) => Math.log((questions.length + 1) / ((holders.get(word) ?? 0) + 0.5))
}

/** The words that carry content, and the figures. */
function wordsOf(text: string, language: Language): Set<string> {
  return new Set([
    ...contentStems(text, language),
    ...language.readTokens(text).figures.flatMap(({ values }) => values.map(String)),
  ])
}
