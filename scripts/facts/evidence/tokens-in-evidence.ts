import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { unsupported } from './support.ts'

/** Every figure, date and proper name of a fact's statement and short form, and every quantity, stands in its evidence or is excused by `notInEvidence`. */
export function tokensInEvidence(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  base: FactBase,
): Diagnostic[] {
  const support = spans.join('\n\n')
  const sources = [...new Set(fact.evidence.map(({ source }) => source))].flatMap((id) => {
    const entry = base.sources.get(id)
    return entry ? [entry.value] : []
  })
  const names = sources.flatMap(({ publisher, author }) => [publisher ?? '', author ?? ''])
  // A relative date that `when` resolves is proved by the reason given there.
  const dates = fact.when?.resolved
    ? [fact.when.from, fact.when.to].flatMap((date) => (date ? [date] : []))
    : []
  const diagnostics: Diagnostic[] = []
  const needed = new Set<number>()
  const excused = (start: number, end: number, text: string): boolean => {
    let any = false
    for (const [index, excuse] of fact.notInEvidence.entries()) {
      for (let at = text.indexOf(excuse.text); at >= 0; at = text.indexOf(excuse.text, at + 1)) {
        if (at < end && start < at + excuse.text.length) {
          needed.add(index)
          any = true
        }
      }
    }
    return any
  }
  for (const key of ['statement', 'short'] as const) {
    const text = fact[key]
    const missing = unsupported(text, support, base, { names })
    const unresolved =
      missing.dates.length === 0
        ? []
        : unsupported(text, support, base, { names, dates }).dates.map(({ start }) => start)
    for (const [noun, rule, tokens] of [
      ['figure', 'fact/figure-in-evidence', missing.figures],
      ['date', 'fact/date-in-evidence', missing.dates],
      ['name', 'fact/name-in-evidence', missing.names],
    ] as const) {
      for (const token of tokens) {
        if (excused(token.start, token.end, text)) continue
        if (noun === 'date' && !unresolved.includes(token.start)) continue
        diagnostics.push(
          error(
            place.in(key).location,
            rule,
            `Unexpected ${noun} "${token.text}" in the ${key === 'short' ? 'short form' : 'statement'} of "${fact.id}", expected one that its evidence contains`,
            `pin more of the article, ${noun === 'date' ? 'say in "resolved" of "when" how it was worked out, ' : ''}or say in "notInEvidence" why it may stand`,
          ),
        )
      }
    }
  }
  const values = new Set(
    [support, ...fact.notInEvidence.map(({ text }) => text)].flatMap((text) => {
      const there = base.language.readTokens(text)
      return [
        ...there.figures.flatMap((figure) => figure.values),
        ...there.dates.map(({ year }) => year ?? Number.NaN),
      ]
    }),
  )
  for (const [index, quantity] of fact.quantities.entries()) {
    for (const key of ['value', 'low', 'high'] as const) {
      const value = quantity[key]
      if (value === undefined || values.has(value) || values.has(-value)) continue
      diagnostics.push(
        error(
          place.in('quantities', index, key).location,
          'fact/figure-in-evidence',
          `Unexpected ${key} ${value} of quantity "${quantity.id}", expected a figure that the evidence of "${fact.id}" contains`,
        ),
      )
    }
  }
  for (const [index, excuse] of fact.notInEvidence.entries()) {
    if (!fact.statement.includes(excuse.text) && !fact.short.includes(excuse.text))
      diagnostics.push(
        error(
          place.in('notInEvidence', index, 'text').location,
          'fact/excuse-in-statement',
          `Unexpected excuse for "${excuse.text}", expected words of the statement of "${fact.id}"`,
        ),
      )
    else if (!needed.has(index))
      diagnostics.push(
        warning(
          place.in('notInEvidence', index).location,
          'fact/excuse-needed',
          `Unexpected excuse for "${excuse.text}", expected none: nothing in it is missing from the evidence`,
        ),
      )
  }
  return diagnostics
}
