import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry, FactBase } from '../fact-base.ts'
import type { Figure } from '../../languages/language.ts'
import type { Reader, ReadWord } from '../../languages/reading.ts'
import type { Fact } from '../fact-schema.ts'
import type { Finding } from './excuses.ts'
import { missingFrom, readSupport, unsupported, type Support, type Unsupported } from './support.ts'

/**
 * The figures, dates and proper names of a fact's statement and short form that its evidence does not
 * contain.
 */
export function tokensInEvidence(
  fact: Fact,
  spans: readonly string[],
  base: FactBase,
  reader?: Reader,
): Finding[] {
  const support = supportOf(fact, spans, base)
  return (['statement', 'short'] as const).flatMap((key) => {
    const missing = missingFor(fact, key, support, spans, base, reader)
    return (
      [
        ['figure', 'fact/figure-in-evidence', missing.figures],
        ['date', 'fact/date-in-evidence', missing.dates],
        ['name', 'fact/name-in-evidence', missing.names],
      ] as const
    ).flatMap(([noun, rule, tokens]) =>
      tokens.map(({ text: token, start, end }): Finding => ({
        severity: 'error',
        rule,
        key,
        start,
        end,
        message: `Unexpected ${noun} "${token}" in the ${key === 'short' ? 'short form' : 'statement'} of "${fact.id}", expected one that its evidence contains`,
        notes: [
          `pin more of the article, ${noun === 'date' ? 'say in "resolved" of "when" how it was worked out, ' : ''}or say in "notInEvidence" why it may stand`,
        ],
      })),
    )
  })
}

/** The same of one text, excused or not. */
export function missingTokens(
  fact: Fact,
  key: 'statement' | 'short',
  spans: readonly string[],
  base: FactBase,
  reader?: Reader,
): Unsupported {
  return missingFor(fact, key, supportOf(fact, spans, base), spans, base, reader)
}

function supportOf(fact: Fact, spans: readonly string[], base: FactBase): Support {
  return readSupport(spans.join('\n\n'), base, { names: recordedNames(fact, base) })
}

/** What is recorded of an article needs no passage of it: what it is called, whom it relays. */
function recordedNames({ evidence }: Fact, base: FactBase): string[] {
  return [...new Set(evidence.map(({ source }) => source))].flatMap((id) => {
    const source = base.sources.get(id)?.value
    if (!source) return []
    const { publisher, author, label, relays } = source
    return [
      publisher ?? '',
      author ?? '',
      label ?? '',
      ...relays.map(({ actor }) => base.actors.get(actor)?.value.name ?? ''),
    ]
  })
}

function missingFor(
  fact: Fact,
  key: 'statement' | 'short',
  support: Support,
  spans: readonly string[],
  base: FactBase,
  reader: Reader | undefined,
): Unsupported {
  const text = fact[key]
  const all = missingFrom(support, text, base, reader)
  const missing = {
    ...all,
    figures: all.figures.filter(
      (figure) =>
        !(reader && standsForNamed(figure, reader.read(text))) &&
        !(key === 'short' && isOfOther(figure, fact, base)),
    ),
  }
  if (missing.dates.length === 0 || !fact.when?.resolved) return missing
  // A relative date that `when` resolves is proved by the reason given there.
  const dates = [fact.when.from, fact.when.to].flatMap((date) => (date ? [date] : []))
  const unresolved = unsupported(text, spans.join('\n\n'), base, {
    names: recordedNames(fact, base),
    dates,
  }).dates.map(({ start }) => start)
  return {
    ...missing,
    dates: missing.dates.filter(
      ({ start, end }) => unresolved.includes(start) || isExcused(fact, text, start, end),
    ),
  }
}

/** "Why the two differ": those of whom the text has spoken, counted by whoever reads it. */
function standsForNamed({ text, start, end, values }: Figure, words: readonly ReadWord[]): boolean {
  if (/\d/.test(text) || !values.every((value) => value > 0 && value <= mostNamed)) return false
  const before = words.findLast((word) => word.end <= start)
  const after = words.find((word) => word.start >= end)
  const isNoNoun = after === undefined || after.start > end + 1 || after.tag === 'VERB' || after.tag === 'AUX'
  return (
    (before?.tag === 'DET' || (before?.tag === 'ADJ' && before.kind === 'grammar')) &&
    start - before.end === 1 &&
    isNoNoun
  )
}

const mostNamed = 4

/** The figure with which the fact disagrees: a short form may set one beside the other. */
function isOfOther({ values }: Figure, { disagreesWith }: Fact, base: FactBase): boolean {
  return disagreesWith.some(({ fact }) =>
    base.facts
      .get(fact)
      ?.value.quantities.some((quantity) =>
        [quantity.value, quantity.low, quantity.high].some(
          (value) => value !== undefined && values.includes(value),
        ),
      ),
  )
}

/** A date that `when` resolves may have an excuse beside: that is then needed as well. */
function isExcused({ notInEvidence }: Fact, text: string, start: number, end: number): boolean {
  return notInEvidence.some(({ text: words }) => {
    const at = text.indexOf(words)
    return at >= 0 && at < end && start < at + words.length
  })
}

/**
 * Every quantity is a figure of the evidence, or of what `notInEvidence` excuses. Where the words of a language
 * are not known, "2.5" may be followed by one that means a million.
 */
export function quantitiesInEvidence(
  { value: fact, place }: Entry<Fact>,
  spans: readonly string[],
  base: FactBase,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const values = new Set(
    [spans.join('\n\n'), ...fact.notInEvidence.map(({ text }) => text)].flatMap((text) => {
      const there = base.language.readTokens(text)
      return [
        ...there.figures.flatMap((figure) => figure.values),
        ...there.dates.map(({ year }) => year ?? Number.NaN),
      ]
    }),
  )
  const scales = base.language.boundWords === undefined ? [1, 1e3, 1e6, 1e9, 1e12] : [1]
  for (const [index, quantity] of fact.quantities.entries()) {
    for (const key of ['value', 'low', 'high'] as const) {
      const value = quantity[key]
      if (value === undefined || scales.some((scale) => values.has(value / scale)) || values.has(-value))
        continue
      // "A quarter" for 25 %.
      const shares = base.language.readTokens(`${value} ${quantity.unit}`).figures[0]?.values ?? []
      if (shares.some((share) => share !== value && values.has(share))) continue
      if (value === 1 && base.language.oneOf?.(quantity.unit).test(spans.join('\n\n')) === true) continue
      diagnostics.push(
        error(
          place.in('quantities', index, key).location,
          'fact/figure-in-evidence',
          `Unexpected ${key} ${value} of quantity "${quantity.id}", expected a figure that the evidence of "${fact.id}" contains`,
          'correct the figure, or pin the words that give it too',
        ),
      )
    }
  }
  return diagnostics
}
