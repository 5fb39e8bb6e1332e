import type { OperatorClass, Reader } from '../../../languages/reading.ts'
import type { Fact } from '../../fact-schema.ts'
import type { Finding } from '../excuses.ts'

/** What a word of the short form may claim beyond the statement, and the rule that speaks of it there. */
const judged: Partial<Record<OperatorClass, string>> = {
  negation: 'fact/negation-kept',
  all: 'fact/scope-kept',
  most: 'fact/scope-kept',
  many: 'fact/scope-kept',
  few: 'fact/scope-kept',
  only: 'fact/scope-kept',
  first: 'fact/scope-kept',
  superlative: 'fact/scope-kept',
}

/**
 * The short form claims no more than the statement: it denies nothing and says of nothing how many or how far
 * where neither statement nor passages do, has no word whose opposite stands there instead, and does not lose a
 * "not". It is too short to be compared word by word as the statement is.
 */
export function shortFormKept(fact: Fact, passages: readonly string[], reader: Reader): Finding[] {
  const { id, short, statement } = fact
  const grounds = [statement, ...passages]
  const there = new Set(grounds.flatMap((text) => reader.operators(text).map((each) => each.class)))
  const own = reader.operators(short)
  const found = own.flatMap(({ sure, text, start, end, ...operator }): Finding[] => {
    const rule = judged[operator.class]
    // "Before all others" is first.
    const said =
      there.has(operator.class) ||
      (operator.class === 'first' && there.has('before')) ||
      // "No data" for "bars it from seeing data".
      (operator.class === 'negation' && there.has('refusal'))
    return !sure || rule === undefined || said
      ? []
      : [
          {
            severity: 'error',
            rule,
            key: 'short',
            start,
            end,
            message: `Unexpected "${text}" in the short form of "${id}", expected nothing that neither statement nor passages say`,
            notes: ['say in it no more than in the statement'],
          },
        ]
  })
  return [...found, ...opposites(fact, grounds, reader), ...lostNegation(fact, reader)]
}

function opposites({ id, short }: Fact, grounds: readonly string[], reader: Reader): Finding[] {
  const words = grounds.flatMap((text) => reader.read(text)).filter(({ kind }) => kind === 'content')
  // Reading is slow, and most short forms are words of their statement.
  const there = new Set(words.map(({ lower }) => lower))
  if (wordsOf(short).every((word) => there.has(word) || reader.isGrammar(word))) return []
  return reader.read(short).flatMap(({ kind, lower, text, start, end }): Finding[] => {
    if (kind !== 'content') return []
    const backed = words.some((word) =>
      ['same', 'derived', 'synonym'].includes(reader.nearness(lower, word.lower) ?? ''),
    )
    const against = backed ? undefined : words.find((word) => reader.opposite(lower, word.lower))
    return against === undefined
      ? []
      : [
          {
            severity: 'warning',
            rule: 'fact/opposite-word',
            key: 'short',
            start,
            end,
            message: `Unexpected "${text}" in the short form of "${id}", expected what its statement and passages say: "${against.text}"`,
            notes: ['say it as the statement does'],
          },
        ]
  })
}

/** A word that the statement denies stands in the short form, and nothing denies it there. */
function lostNegation({ id, short, statement }: Fact, reader: Reader): Finding[] {
  if (reader.operators(short).some((each) => each.class === 'negation' || each.class === 'refusal')) return []
  const denied = reader.read(statement).filter(({ negated, kind }) => negated && kind === 'content')
  if (denied.length === 0) return []
  return reader.read(short).flatMap(({ kind, lower, text, start, end }): Finding[] =>
    kind !== 'content' ||
    !denied.some((word) => ['same', 'derived'].includes(reader.nearness(lower, word.lower) ?? ''))
      ? []
      : [
          {
            severity: 'warning',
            rule: 'fact/negation-kept',
            key: 'short',
            start,
            end,
            message: `Unexpected "${text}" in the short form of "${id}" without a negation, expected it to deny what the statement denies`,
            notes: ['keep the "not" of the statement'],
          },
        ],
  )
}

function wordsOf(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*/gu), ([word]) => word)
}
