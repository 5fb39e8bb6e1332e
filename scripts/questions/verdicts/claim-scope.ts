import type { Language } from '../../languages/language.ts'
import type { OperatorClass } from '../../languages/reading.ts'
import { tells, type Claim } from './read-claim.ts'
import { contradicted, type VerdictRule } from './verdict-rule.ts'

/** Words that claim something by themselves, and what a fact with none of their kind does not say. */
const claimed: Partial<Record<OperatorClass, string>> = {
  all: 'how many or how far',
  most: 'how many or how far',
  many: 'how many or how far',
  few: 'how many or how far',
  only: 'how many or how far',
  first: 'how many or how far',
  superlative: 'how many or how far',
  cause: 'that one thing brings about another',
  before: 'in which order',
  after: 'in which order',
  since: 'since when',
  until: 'until when',
}

/**
 * A claim that is called true says no more of how many, how far, why and in which order than its facts: "all",
 * "only", "first", "because" and "before" need a word of their kind in one of these.
 */
export const claimScope: VerdictRule = (claim, place) => {
  if (!claim.called || claim.told < tells.partly) return []
  const { base, facts, text } = claim
  const operators = scopeIn(base.language)
  if (!operators) return []
  const there = new Set(
    facts.flatMap(({ statement, short, quote }) =>
      operators([statement, short, quote?.text ?? ''].join('. ')).map((each) => each.class),
    ),
  )
  return operators(text)
    .filter(({ sure, ...each }) => sure && claimed[each.class] !== undefined && !there.has(each.class))
    .slice(0, 1)
    .map((operator) =>
      contradicted(
        claim,
        place,
        'question/claim-scope',
        `"${operator.text}"`,
        `none: its facts do not say ${claimed[operator.class]}`,
      ),
    )
}

/** Whether claim and fact have the same words that change what a sentence claims. */
export function sameScope({ text, near, base }: Claim): boolean {
  const operators = scopeIn(base.language)
  const classes = (each: string): string =>
    (operators?.(each) ?? [])
      .filter(({ sure }) => sure)
      .map((operator) => operator.class)
      .toSorted()
      .join(' ')
  return classes(text) === classes(near.statement)
}

/** What reads such words: a language without a reader of all that changes a claim may have one of these alone. */
function scopeIn({ operators, scope }: Language): Language['scope'] {
  return operators ?? scope
}
