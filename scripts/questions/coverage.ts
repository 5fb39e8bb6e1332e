import { statuses, type Status } from '../../contract/status.ts'
import type { Fact } from '../facts/fact-schema.ts'
import type { FactBase } from '../facts/fact-base.ts'
import { levels, type AnyQuestion } from '../../question-types/question-fields.ts'
import type { QuestionParts } from '../../question-types/question-type.ts'
import type { Banks, LoadedBank } from './banks.ts'
import { questionsOf } from './checks/check.ts'
import { countKeyPositions } from './checks/key-positions.ts'
import { optionLetter } from '../../contract/seeded-shuffle.ts'

/** How much of the articles the facts cover, and how much of the facts the questions do. Plain JSON. */
export interface Coverage {
  facts: number
  /** A fact with evidence from two articles counts for both. */
  sources: { id: string; facts: number; byStatus: Record<Status, number> }[]
  byStatus: Record<Status, number>
  questions: number
  banks: {
    id: string
    questions: number
    byLevel: Record<AnyQuestion['level'], number>
    keyPositions: number[]
  }[]
  byLevel: Record<AnyQuestion['level'], number>
  keyPositions: number[]
  /** Ids of the facts that no question rests on, in the order of the base. */
  factsWithoutQuestion: string[]
}

export function coverage(base: FactBase, { banks }: Banks): Coverage {
  const facts = Array.from(base.facts.values(), ({ value }) => value)
  const all = banks.flatMap(({ value }) => value.questions)
  const partsOf = (bank: LoadedBank): QuestionParts[] => questionsOf(bank, base).map(({ parts }) => parts)
  const asked = new Set(all.flatMap((question) => question.facts))
  return {
    facts: facts.length,
    sources: Array.from(base.sources.keys(), (id) => {
      const of = facts.filter(({ evidence }) => evidence.some(({ source }) => source === id))
      return { id, facts: of.length, byStatus: byStatus(of) }
    }),
    byStatus: byStatus(facts),
    questions: all.length,
    banks: banks.map((bank) => ({
      id: bank.id,
      questions: bank.value.questions.length,
      byLevel: byLevel(bank.value.questions),
      keyPositions: countKeyPositions(partsOf(bank)),
    })),
    byLevel: byLevel(all),
    keyPositions: countKeyPositions(banks.flatMap(partsOf)),
    factsWithoutQuestion: facts.map(({ id }) => id).filter((id) => !asked.has(id)),
  }
}

function byStatus(facts: readonly Fact[]): Record<Status, number> {
  return countBy(statuses, facts, ({ status }) => status)
}

function byLevel(questions: readonly AnyQuestion[]): Record<AnyQuestion['level'], number> {
  return countBy(levels, questions, ({ level }) => level)
}

function countBy<K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  keyOf: (item: T) => K,
): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
  for (const item of items) counts[keyOf(item)]++
  return counts
}

/** The coverage as two tables and a line, for a terminal; no line feed at the end. */
export function formatCoverage(report: Coverage): string {
  const places = Math.max(
    2,
    report.keyPositions.length,
    ...report.banks.map((bank) => bank.keyPositions.length),
  )
  const keys = (counts: readonly number[]): (string | number)[] =>
    Array.from({ length: places }, (_, at) => counts[at] ?? 0)
  const tables = [
    table([
      ['article', 'facts', ...statuses],
      ...report.sources.map((source) => [
        source.id,
        source.facts,
        ...statuses.map((each) => source.byStatus[each]),
      ]),
      ['all facts, each once', report.facts, ...statuses.map((each) => report.byStatus[each])],
    ]),
  ]
  if (report.questions > 0)
    tables.push(
      table([
        [
          'quiz',
          'questions',
          ...levels,
          ...Array.from({ length: places }, (_, at) => `key ${optionLetter(at)}`),
        ],
        ...report.banks.map((bank) => [
          bank.id,
          bank.questions,
          ...levels.map((each) => bank.byLevel[each]),
          ...keys(bank.keyPositions),
        ]),
        [
          'all questions',
          report.questions,
          ...levels.map((each) => report.byLevel[each]),
          ...keys(report.keyPositions),
        ],
      ]),
    )
  const left = report.factsWithoutQuestion.length
  return [...tables, `facts without a question: ${left} of ${report.facts}`].join('\n\n')
}

function table(rows: readonly (string | number)[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0
            ? String(cell).padEnd(widths[column] ?? 0)
            : String(cell).padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}
