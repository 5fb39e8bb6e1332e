import { warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import { contentStems, type Language } from '../../languages/language.ts'
import type { QuestionParts } from '../../../question-types/question-type.ts'
import type { Banks } from '../banks.ts'
import { questionsOf } from './check.ts'

/**
 * A way of answering that reads no more than the options, or compares them with the stem: a score for each
 * option, the highest is picked. Where all score alike it says nothing.
 */
type Strategy = (option: string, others: readonly string[], stem: string, language: Language) => number

/** After Haladyna, Downing and Rodriguez (2002), and Gierl and others (2017), on cues of test-wiseness. */
const strategies: Readonly<Record<string, Strategy>> = {
  longest: (option) => Array.from(option).length,
  shortest: (option) => -Array.from(option).length,
  'most hedged': (option, _, __, { hedges }) => hedges?.read(option).length ?? 0,
  'most specific': (option) => (option.match(/\p{N}+|(?<=\s)\p{Lu}/gu) ?? []).length,
  'middle value': (option, others, _, language) => {
    const figure = (text: string): number | undefined => language.readTokens(text).figures[0]?.values[0]
    const [own, rest] = [figure(option), others.map(figure)]
    if (own === undefined || rest.includes(undefined)) return 0
    return rest.some((each) => each! < own) && rest.some((each) => each! > own) ? 1 : 0
  },
  'repeats the stem': (option, _, stem, language) => {
    const asked = contentStems(stem, language)
    return [...contentStems(option, language)].filter((word) => asked.has(word)).length
  },
  'most like the others': (option, others, _, language) => likeness(option, others, language),
  'odd one out': (option, others, _, language) => -likeness(option, others, language),
}

function likeness(option: string, others: readonly string[], language: Language): number {
  const own = contentStems(option, language)
  return others.reduce(
    (sum, other) => sum + [...contentStems(other, language)].filter((word) => own.has(word)).length,
    0,
  )
}

/** What a strategy gets of the questions on which it says something, and what guessing would. */
export interface BlindScore {
  strategy: string
  questions: number
  right: number
  chance: number
  /** How far above chance, in standard deviations, with a correction for whole numbers. */
  above: number
}

/** Every strategy over the questions with one key. A tie is shared among those that tie. */
export function blindScores(
  questions: readonly (QuestionParts & { stem: string })[],
  language: Language,
): BlindScore[] {
  const single = questions.filter(
    ({ picks, choices }) => picks === 'one' && choices.filter(({ right }) => right).length === 1,
  )
  return Object.keys(strategies).map((strategy) => {
    let [count, right, chance, variance] = [0, 0, 0, 0]
    for (const question of single) {
      const got = pointsOf(question, language).get(strategy)
      if (got === undefined) continue
      const guess = 1 / question.choices.length
      count += 1
      chance += guess
      variance += guess * (1 - guess)
      right += got
    }
    return {
      strategy,
      questions: count,
      right,
      chance,
      above: variance === 0 ? 0 : (right - chance - 0.5) / Math.sqrt(variance),
    }
  })
}

type Choices = QuestionParts['choices']

// Asked for a quiz at a time, and for the figures once more, of all.
const points = new WeakMap<Choices, ReadonlyMap<string, number>>()

/** What each strategy that says something of a question gets of it, from 0 to 1. */
function pointsOf(
  { choices, stem }: Pick<QuestionParts, 'choices'> & { stem: string },
  language: Language,
): ReadonlyMap<string, number> {
  const known = points.get(choices)
  if (known) return known
  const made = new Map<string, number>()
  for (const [strategy, score] of Object.entries(strategies)) {
    const scores = choices.map(({ text }) =>
      score(
        text,
        choices.filter((other) => other.text !== text).map((other) => other.text),
        stem,
        language,
      ),
    )
    const most = Math.max(...scores)
    const picked = choices.filter((_, index) => scores[index] === most)
    if (picked.length < choices.length)
      made.set(strategy, picked.filter(({ right }) => right).length / picked.length)
  }
  points.set(choices, made)
  return made
}

/** One in a hundred quizzes without a cue would be flagged, with eight strategies tried on each. */
const critical = 3.02

/** No strategy that reads nothing gets more of a quiz right than sampling explains. */
export function blindStrategies({ banks }: Banks, base: FactBase): Diagnostic[] {
  return banks.flatMap((bank) => {
    const questions = questionsOf(bank, base).map(({ value, parts }) => ({ ...parts, stem: value.stem }))
    return blindScores(questions, base.language).flatMap(
      ({ strategy, questions: count, right, chance, above }) =>
        above <= critical
          ? []
          : [
              warning(
                bank.place.in('questions').location,
                'question/blind-strategy',
                `Unexpected ${Math.round(right)} of ${count} keys that "${strategy}" finds without reading, expected about ${Math.round(chance)}`,
                'word keys and distractors alike',
              ),
            ],
    )
  })
}
