import type { FactBase } from '../facts/fact-base.ts'
import type { Banks } from './banks.ts'
import { blindScores, type BlindScore } from './checks/blind-strategies.ts'
import { everyQuestion, questionsOf, type ReadQuestion } from './checks/check.ts'
import { levels } from '../../question-types/question-fields.ts'

/** What `check` measures of how a unit is written. Plain JSON. */
export interface Figures {
  /** Words of a statement: the mean, and the most. */
  statement: { mean: number; most: number }
  /**
   * Years of school that statements ask for, in English: the grade of Kincaid and others (1975), whose
   * syllables are counted by groups of vowels. Absent in other languages.
   */
  grade?: number
  questions: number
  /** Words of a stem, on average. */
  stem: number
  asks: Record<'voice' | 'subject' | 'reasoning', number>
  hard: number
  levels: Record<(typeof levels)[number], number>
  /** By kind, the most frequent first. */
  kinds: [string, number][]
  leaks: number
  /** The strategy that reads nothing and comes furthest above chance; absent without single choices. */
  blind?: BlindScore
  /** The same of the quiz in which one comes furthest. */
  blindQuiz?: BlindScore & { quiz: string }
  /** Facts that a deck shows or a question asks about, of all. */
  used: number
  facts: number
  /** Questions of a quiz none of whose facts the deck of that quiz shows. */
  stray: number
}

/**
 * @param leaks how many of its questions another one answers
 * @param shown the facts that each deck shows, by its id
 */
export function figures(
  base: FactBase,
  banks: Banks,
  leaks: number,
  shown: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Figures {
  const statements = Array.from(base.facts.values(), ({ value }) => value.statement)
  const lengths = statements.map((text) => wordsOf(text).length)
  const questions = everyQuestion(banks, base)
  const count = (asks: string): number => questions.filter(({ value }) => value.asks === asks).length
  const best = (some: readonly ReadQuestion[]): BlindScore | undefined =>
    blindScores(
      some.map(({ value, parts }) => ({ ...parts, stem: value.stem })),
      base.language,
    )
      .filter((score) => score.questions > 0)
      .toSorted((a, b) => b.above - a.above)[0]
  const blind = best(questions)
  const blindQuiz = banks.banks
    .flatMap((bank) => {
      const score = best(questionsOf(bank, base))
      return score ? [{ ...score, quiz: bank.id }] : []
    })
    .toSorted((a, b) => b.above - a.above)[0]
  const kinds = new Map<string, number>()
  for (const { value } of questions) kinds.set(value.kind, (kinds.get(value.kind) ?? 0) + 1)
  const asked = questions.flatMap(({ value }) => value.facts)
  const used = new Set<string>([...asked, ...Array.from(shown.values()).flatMap((facts) => [...facts])])
  return {
    statement: { mean: mean(lengths), most: Math.max(0, ...lengths) },
    ...(base.unit.language.startsWith('en') && statements.length > 0 ? { grade: gradeOf(statements) } : {}),
    questions: questions.length,
    stem: mean(questions.map(({ value }) => wordsOf(value.stem).length)),
    asks: { voice: count('voice'), subject: count('subject'), reasoning: count('reasoning') },
    hard: questions.filter(({ value }) => value.hard).length,
    levels: Object.fromEntries(
      levels.map((level) => [level, questions.filter(({ value }) => value.level === level).length]),
    ) as Figures['levels'],
    kinds: [...kinds].toSorted(([, a], [, b]) => b - a),
    leaks,
    ...(blind ? { blind } : {}),
    ...(blindQuiz ? { blindQuiz } : {}),
    used: Array.from(base.facts.keys()).filter((id) => used.has(id)).length,
    facts: base.facts.size,
    stray: banks.banks.flatMap(({ value: { deck, questions: own } }) => {
      const facts = shown.get(deck ?? '')
      return facts ? own.filter((question) => !question.facts.some((id) => facts.has(id))) : []
    }).length,
  }
}

/** The figures as lines for a terminal; no line feed at the end. */
export function formatFigures(report: Figures): string {
  const { statement, grade, questions, stem, asks, hard, blind, blindQuiz } = report
  const shares = (counts: readonly (readonly [string, number])[]): string =>
    counts.map(([name, n]) => `${name} ${share(n)}`).join(', ')
  const share = (n: number): string => `${n} (${Math.round((100 * n) / questions)}%)`
  return [
    `words a statement: ${statement.mean.toFixed(1)} on average, at most ${statement.most}${grade === undefined ? '' : `; years of school they ask for: ${grade.toFixed(1)}`}`,
    ...(questions === 0
      ? []
      : [
          `words a stem: ${stem.toFixed(1)} on average; hard questions: ${hard}`,
          `questions on who said what: ${share(asks.voice)}, on the subject: ${share(asks.subject)}, on reasoning: ${share(asks.reasoning)}`,
          `questions a level: ${shares(Object.entries(report.levels))}`,
          `questions a kind: ${shares(report.kinds)}`,
          `leaks: ${report.leaks}; questions without a fact in the deck of their quiz: ${report.stray}`,
        ]),
    `facts that a deck shows or a question asks about: ${report.used} of ${report.facts}`,
    ...(blind
      ? [
          `best way to answer without reading: ${found(blind)}${blindQuiz ? `; in one quiz (${blindQuiz.quiz}): ${found(blindQuiz)}` : ''}`,
        ]
      : []),
  ].join('\n')
}

function found({ strategy, right, questions, chance }: BlindScore): string {
  return `${strategy}, ${right.toFixed(1)} of ${questions} where guessing gets ${chance.toFixed(1)}`
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu) ?? []
}

function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59
}

/** A silent e at the end counts for nothing; a figure for one. */
function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?<![aeiouyl])e$/, '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 0)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)
}
