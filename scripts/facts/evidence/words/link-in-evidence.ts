import type { DateToken } from '../../../languages/language.ts'
import type { Operator, OperatorClass } from '../../../languages/reading.ts'
import {
  aboutWording,
  supporters,
  type Comparison,
  type StatementFinding,
  type WordRule,
} from './comparison.ts'

const links: Partial<Record<OperatorClass, string>> = {
  cause: 'that one thing brings about another',
  before: 'that one thing comes before another',
  after: 'that one thing comes after another',
  during: 'that two things happen at one time',
  since: 'that something goes on from then',
  until: 'that something goes on up to then',
  condition: 'that one thing hangs on another',
}
const times: readonly OperatorClass[] = ['before', 'after', 'during', 'since', 'until']

/**
 * Cause, order in time and condition are claims of their own: a word that ties two things so stands only
 * where a passage has one of its kind, and what it ties is tied in the same way there: not "until March"
 * where the passage says "since March".
 */
export const linkInEvidence: WordRule = (comparison) => {
  const { fact, text, passages, reader, tokens } = comparison
  const operators = passages.flatMap((passage) => reader.operators(passage.text))
  const there = new Set(operators.map((each) => each.class))
  const { dates } = tokens
  return reader.operators(text).flatMap((operator): StatementFinding[] => {
    const what = links[operator.class]
    if (what === undefined || !operator.sure) return []
    const dated = dates.find(({ start }) => start > operator.end && start - operator.end < 12)
    if (times.includes(operator.class)) {
      const other = otherTime(comparison, operator, dated)
      if (other)
        return [
          aboutWording(
            comparison,
            operator,
            'fact/link-in-evidence',
            `Unexpected "${operator.text}" in the statement of "${fact.id}", expected the order in time of its passages, which say "${other.text}"`,
          ),
        ]
    }
    const turned = against(operator, operators)
    if (turned)
      return [
        aboutWording(
          comparison,
          operator,
          'fact/link-in-evidence',
          `Unexpected "${operator.text}" in the statement of "${fact.id}", expected the order in time of its passages, which say "${turned.text}"`,
        ),
      ]
    if (operator.class === 'cause' && there.has('cause') && !tiesTheSame(comparison, operator))
      return [
        aboutWording(
          comparison,
          operator,
          'fact/link-in-evidence',
          `Unexpected "${operator.text}" in the statement of "${fact.id}", expected none: no passage says of these two ${what}`,
        ),
      ]
    // "Before November 2024" may date what is told by the date of its article; the date is judged as a date.
    if (there.has(operator.class) || dated) return []
    return [
      aboutWording(
        comparison,
        operator,
        'fact/link-in-evidence',
        `Unexpected "${operator.text}" in the statement of "${fact.id}", expected none: its passages do not say ${what}`,
      ),
    ]
  })
}

const opposed: Partial<Record<OperatorClass, OperatorClass>> = {
  before: 'after',
  after: 'before',
  since: 'until',
  until: 'since',
}

/** The passages have the opposite order alone: "since March" and "ago" leave no "until" and no "after". */
function against({ class: kind }: Operator, there: readonly Operator[]): Operator | undefined {
  if (there.some((each) => each.class === kind && (each.sure || kind === 'before'))) return undefined
  const other = opposed[kind]
  return there.find((each) => each.class === other && (each.sure || each.class === 'before'))
}

/**
 * Whether one passage has a word of cause and what stands on either side of the one in the statement: a cause
 * of two things that two passages tell is the author's own.
 */
function tiesTheSame({ text, words, support, passages, reader }: Comparison, operator: Operator): boolean {
  const opens = text.slice(0, operator.start).trim().length === 0
  const middle = opens ? text.indexOf(',', operator.end) : operator.start
  if (middle < 0) return true
  const places = (from: number, to: number): (readonly number[])[] =>
    words.flatMap((word, index) =>
      word.kind === 'content' && word.tag !== 'PROPN' && word.start >= from && word.end <= to
        ? [[...new Set(support[index]!.places.map(({ passage }) => passage))]]
        : [],
    )
  const sides = opens
    ? [places(operator.end, middle), places(middle, text.length)]
    : [places(0, middle), places(operator.end, text.length)]
  if (sides.some((side) => side.filter((each) => each.length > 0).length === 0)) return true
  return passages.some(
    (passage, index) =>
      reader.operators(passage.text).some((each) => each.class === 'cause') &&
      sides.every((side) => {
        const supported = side.filter((each) => each.length > 0)
        return supported.filter((each) => each.includes(index)).length * 2 >= supported.length
      }),
  )
}

/**
 * The word of time that a passage has before what follows the operator in the statement, where it is one of
 * another kind and none of this.
 */
function otherTime(
  comparison: Comparison,
  operator: Operator,
  dated: DateToken | undefined,
): Operator | undefined {
  const { words, passages, reader } = comparison
  const next = words.findIndex(({ start, kind }) => start >= operator.end && kind === 'content')
  const places = dated
    ? passages.flatMap(({ text, tokens }) =>
        tokens.dates
          .filter((date) => date.year === dated.year && date.month === dated.month)
          .map(({ start }) => ({ text, start })),
      )
    : supporters(comparison, next).flatMap((word) =>
        passages
          .filter((passage) => passage.words.includes(word))
          .map(({ text }) => ({ text, start: word.start })),
      )
  const before = places.flatMap(({ text, start }) =>
    reader
      .operators(text)
      .filter((each) => times.includes(each.class) && each.end <= start && start - each.end < 25)
      .filter((each) => !/[.,;:]/.test(text.slice(each.end, start))),
  )
  const sure = before.filter((each) => each.sure)
  return sure.some((each) => each.class === operator.class) ? undefined : sure[0]
}
