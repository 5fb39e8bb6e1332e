import type { FactBase } from '../facts/fact-base.ts'
import type { Banks } from './banks.ts'
import { blindScores, type BlindScore } from './checks/blind-strategies.ts'
import { everyQuestion } from './checks/check.ts'
import { leaks } from './checks/leaks.ts'

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
  leaks: number
  /** The strategy that reads nothing and comes furthest above chance; absent without single choices. */
  blind?: BlindScore
}

export function figures(base: FactBase, banks: Banks): Figures {
  const statements = Array.from(base.facts.values(), ({ value }) => value.statement)
  const lengths = statements.map((text) => wordsOf(text).length)
  const questions = everyQuestion(banks, base)
  const count = (asks: string): number => questions.filter(({ value }) => value.asks === asks).length
  const blind = blindScores(
    questions.map(({ value, parts }) => ({ ...parts, stem: value.stem })),
    base.language,
  )
    .filter((score) => score.questions > 0)
    .toSorted((a, b) => b.above - a.above)[0]
  return {
    statement: { mean: mean(lengths), most: Math.max(0, ...lengths) },
    ...(base.unit.language.startsWith('en') && statements.length > 0 ? { grade: gradeOf(statements) } : {}),
    questions: questions.length,
    stem: mean(questions.map(({ value }) => wordsOf(value.stem).length)),
    asks: { voice: count('voice'), subject: count('subject'), reasoning: count('reasoning') },
    hard: questions.filter(({ value }) => value.hard).length,
    leaks: leaks(banks, base).length,
    ...(blind ? { blind } : {}),
  }
}

/** The figures as lines for a terminal; no line feed at the end. */
export function formatFigures(report: Figures): string {
  const { statement, grade, questions, stem, asks, hard, blind } = report
  const share = (n: number): string => `${n} (${Math.round((100 * n) / questions)}%)`
  return [
    `words a statement: ${statement.mean.toFixed(1)} on average, at most ${statement.most}${grade === undefined ? '' : `; years of school they ask for: ${grade.toFixed(1)}`}`,
    ...(questions === 0
      ? []
      : [
          `words a stem: ${stem.toFixed(1)} on average; hard questions: ${hard}`,
          `questions on who said what: ${share(asks.voice)}, on the subject: ${share(asks.subject)}, on reasoning: ${share(asks.reasoning)}`,
          `leaks: ${report.leaks}`,
        ]),
    ...(blind
      ? [
          `best way to answer without reading: ${blind.strategy}, ${blind.right.toFixed(1)} of ${blind.questions} where guessing gets ${blind.chance.toFixed(1)}`,
        ]
      : []),
  ].join('\n')
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
