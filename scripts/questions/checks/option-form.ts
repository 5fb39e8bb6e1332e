import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { contentStems, type Language } from '../../languages/language.ts'
import type { Banks } from '../banks.ts'
import { askingSentence } from './asking-sentence.ts'
import { everyQuestion, type ReadQuestion } from './check.ts'

/** By so many words more than a distractor the key shares with the other options, on average. */
const converges = 2

/**
 * What the options of an item tell about one another: a key towards which they converge, lists of the same
 * parts in other order, a number or an article that fits the key alone (Haladyna, Downing and Rodriguez 2002;
 * Tarrant and others 2006).
 */
export function optionForm(banks: Banks, base: FactBase): Diagnostic[] {
  const { language } = base
  return everyQuestion(banks, base).flatMap((question) => {
    const { value, place, parts } = question
    if (parts.picks === 'none') return []
    const texts = parts.choices.map(({ text }) => text)
    const say = (rule: string, what: string, help: string): Diagnostic[] => [
      warning(place.in('options').location, rule, `Unexpected ${what} of "${value.id}", ${help}`),
    ]
    return [
      ...(parts.picks === 'one' && convergence(question, language) >= converges
        ? say(
            'question/convergence',
            'key',
            'expected one that is no more like the distractors than they are like each other',
          )
        : []),
      ...(combined(value.stem, texts, language)
        ? say(
            'question/combination',
            'options',
            'expected answers that are not put together from the same parts',
          )
        : []),
      ...(uneven(texts, language)
        ? say(
            'question/parallel-options',
            'options',
            'expected options of one form: all of them sentences, or all beginning alike',
          )
        : []),
      ...(misfit(question, language)
        ? say(
            'question/grammatical-fit',
            'options',
            'expected all of them to fit the number and the article of the stem',
          )
        : []),
    ]
  })
}

/** How many words the key shares with the other options, less what a distractor does on average. */
function convergence({ parts: { choices } }: ReadQuestion, language: Language): number {
  const keys = choices.filter(({ right }) => right)
  if (keys.length !== 1 || choices.length < 3) return 0
  const words = choices.map(({ text }) => contentStems(text, language))
  const links = words.map((own) =>
    words.reduce(
      (sum, other) => (own === other ? sum : sum + [...own].filter((word) => other.has(word)).length),
      0,
    ),
  )
  const at = choices.indexOf(keys[0]!)
  const others = links.filter((_, place) => place !== at)
  return links[at]! - others.reduce((sum, each) => sum + each, 0) / others.length
}

/** Whether most options are lists, and their parts come back in other options; not what fills several gaps. */
function combined(stem: string, texts: readonly string[], language: Language): boolean {
  const form = language.items?.form
  if (!form || texts.length < 3) return false
  if (texts.filter((text) => form.labels.test(text)).length > 1) return true
  if (stem.split(form.blank).length > 2) return false
  const lists = texts.map((text) =>
    text
      .replace(/[.()]/g, ' ')
      .split(form.parts)
      .map((part) => part.trim().toLowerCase())
      .filter(Boolean),
  )
  const long = lists.filter((parts) => parts.length > 1)
  if (long.length < texts.length - 1) return false
  const often = new Map<string, number>()
  for (const parts of lists) for (const part of new Set(parts)) often.set(part, (often.get(part) ?? 0) + 1)
  return long.every((parts) => parts.filter((part) => often.get(part)! > 1).length * 2 > parts.length)
}

/**
 * Whether one option alone begins in another form than all the others, or some are sentences with a full stop
 * and others no sentences, without one.
 */
function uneven(texts: readonly string[], language: Language): boolean {
  const { items } = language
  const form = items?.form
  if (!form) return false
  const answers = texts.filter(
    (text) => !items.above.test(text) && !form.bare.test(text) && !form.verdict.test(text),
  )
  if (answers.length < 3) return false
  const openings = answers.map((text) => form.openings.findIndex((opening) => opening.test(text)))
  const [most, ...others] = [...new Set(openings)]
    .map((opening) => openings.filter((each) => each === opening).length)
    .toSorted((one, other) => other - one)
  if (others.length === 1 && others[0] === 1 && most! > 1) return true
  const differ = (sign: (text: string) => boolean): boolean =>
    new Set(answers.map((text) => sign(text))).size > 1
  return differ((text) => form.sentence.test(text)) && differ((text) => /[.!]$/.test(text))
}

/** Whether the stem asks for a number, or ends in an article, that the key alone fits. */
function misfit({ value, parts: { choices } }: ReadQuestion, language: Language): boolean {
  const form = language.items?.form
  if (!form) return false
  const asking = askingSentence(value.stem)
  const article = form.article.exec(value.stem)?.[1]
  const fits =
    article !== undefined
      ? (text: string) => form.articleFits(article, text)
      : form.plural.test(asking)
        ? (text: string) => form.several.test(text)
        : undefined
  if (!fits) return false
  const fitting = choices.filter(({ text }) => fits(text))
  return fitting.length > 0 && fitting.length < choices.length && fitting.every(({ right }) => right)
}
