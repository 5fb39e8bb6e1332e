import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { covers } from './excuses.ts'
import { missingFrom, readSupport } from './support.ts'

/** Of which precision a passage must give the day or month, and not the year alone. */
const exact: ReadonlySet<string> = new Set(['day', 'week', 'month'])

/**
 * The date that is recorded and shown of a fact stands in its passages, as exactly as it claims; or `resolved` says
 * how it was worked out, or `notInEvidence` why it may stand in the statement.
 */
export function whenInEvidence(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  base: FactBase,
): Diagnostic[] {
  const { when, statement, notInEvidence } = fact
  if (!when) return []
  if (when.resolved !== undefined) return againstReason({ value: fact, place }, spans, base)
  const support = readSupport(spans.join('\n\n'), base)
  const excused = base.language
    .readTokens(statement)
    .dates.some(({ start, end }) => notInEvidence.some(({ text }) => covers(text, statement, start, end)))
  return (['from', 'to'] as const).flatMap((key) => {
    const date = when[key]
    if (date === undefined || excused || (key === 'to' && date === when.from)) return []
    const asked = exact.has(when.precision) ? date : date.slice(0, 4)
    return missingFrom(support, asked, base).dates.length === 0
      ? []
      : error(
          place.in('when', key).location,
          'fact/date-in-evidence',
          `Unexpected date ${date} in "when" of "${fact.id}", expected one that its evidence contains`,
          'correct it, pin the words that give it, or say in "resolved" how it was worked out',
        )
  })
}

/**
 * A date that was worked out does not go against what it was worked out from: it lies a year or as many as are
 * counted from one that the reason or a passage names, and where the passages give days and months, on one of these or
 * on one that the reason names.
 */
function againstReason(
  { value: { id, when }, place }: Entry<Fact>,
  spans: readonly string[],
  { language }: FactBase,
): Diagnostic[] {
  const { from, to, precision, resolved = '' } = when!
  const { dates: reason, figures } = language.readTokens([resolved, ...spans].join('\n\n'))
  const passages = spans.flatMap((span) => language.readTokens(span).dates)
  const years = reason.flatMap(({ year }) => year ?? [])
  // "Last year", "two years ago".
  const apart = new Set([0, 1, ...figures.flatMap(({ values }) => values)])
  const days = passages.filter(({ day, month }) => day !== undefined && month !== undefined)
  // "Two days after the opening", "the Wednesday before".
  const told = language.readTokens(resolved)
  const isCounted = told.figures.length > 0 || told.dates.some(({ name }) => name !== undefined)
  return [...new Set([from, to])].flatMap((date) => {
    if (date === undefined) return []
    const [year = 0, month, day] = date.split('-').map(Number)
    const near = years.length === 0 || years.some((each) => apart.has(Math.abs(each - year)))
    const named =
      precision !== 'day' ||
      days.length === 0 ||
      isCounted ||
      reason.some((each) => each.month === month && (each.day ?? day) === day)
    return near && named
      ? []
      : error(
          place.in('when', date === from ? 'from' : 'to').location,
          'fact/date-in-evidence',
          `Unexpected date ${date} in "when" of "${id}", expected one that fits its passages and "resolved"`,
          'correct it, or say in "resolved" how it was worked out',
        )
  })
}
