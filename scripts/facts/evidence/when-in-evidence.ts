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
  if (!when || when.resolved !== undefined) return []
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
