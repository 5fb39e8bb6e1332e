import { foldQuoted, hasQuotation, quotationsIn } from '../../languages/quotations.ts'
import type { FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import type { BesideText, Finding } from './excuses.ts'

/**
 * Words between quotation marks stand in a passage to the letter; only the form of marks and blanks may
 * differ. Asks nothing of the language.
 */
export function quotationsInEvidence(fact: Fact, passages: readonly string[], base: FactBase): Finding[] {
  const titles = fact.evidence.flatMap(({ source }) => base.sources.get(source)?.value.title ?? [])
  const there = [...passages, ...titles].map(foldQuoted)
  return [
    ...misquoted(fact, 'statement', 'statement', fact.statement, there),
    ...misquoted(fact, 'short', 'short form', fact.short, there),
  ]
}

/**
 * The quotations of a text of a fact that stand nowhere.
 * @param there where they may stand, folded by `foldQuoted`.
 */
export function misquoted(
  fact: Fact,
  key: 'statement' | 'short' | BesideText,
  kind: string,
  text: string,
  there: readonly string[],
): Finding[] {
  return quotationsIn(text).flatMap(({ words, start, end }): Finding[] =>
    there.some((each) => hasQuotation(each, words))
      ? []
      : [
          {
            severity: 'error',
            rule: 'fact/quotation-in-evidence',
            key,
            start,
            end,
            message: `Unexpected quotation "${words}" in the ${kind} of "${fact.id}", expected words that stand in its passages to the letter`,
            notes: [
              'quote to the letter, or tell it without quotation marks',
              'pin more of the article where it says so, or say in "notInEvidence" why it may stand',
            ],
          },
        ],
  )
}
