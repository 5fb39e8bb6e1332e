import type { Bound, Figure } from '../../languages/language.ts'
import type { Quantity } from '../../facts/fact-schema.ts'
import { quantityView } from '../../facts/wording.ts'
import { messagesFor } from '../../../contract/messages/registry.ts'
import { tells, type Claim } from './read-claim.ts'
import { contradicted, type VerdictRule } from './verdict-rule.ts'

type Bounded = Bound | undefined

/**
 * A claim that is called true bounds a figure as its fact does: neither "more than 500" nor plain "500" is what
 * "up to 500" says.
 */
export const claimBound: VerdictRule = (claim, place) => {
  if (!claim.called || claim.told < tells.partly || claim.base.language.boundWords === undefined) return []
  return claim.tokens.figures.flatMap((figure) => {
    const other = otherwise(figure, claim)
    return other === undefined
      ? []
      : contradicted(
          claim,
          place,
          'question/claim-bound',
          figure.bound
            ? `"${figure.hedge?.text ?? figure.bound}" before "${figure.text}"`
            : `bare "${figure.text}"`,
          `it bounded as in fact "${claim.near.id}": ${other}`,
        )
  })
}

/**
 * How the fact of a claim gives the figure; undefined where it gives it with this bound, or not at all.
 * @param same which bounds are one.
 */
export function otherwise(
  figure: Figure,
  { near, base }: Claim,
  same: (one: Bounded, other: Bounded) => boolean = alike,
): string | undefined {
  if (figure.weak) return undefined
  const words = messagesFor(base.unit.language)
  const said = base.language
    .readTokens(near.statement)
    .figures.filter(({ values }) => values.some((value) => figure.values.includes(value)))
    .map((each) => ({ bound: each.bound, text: each.hedge ? `${each.hedge.text} ${each.text}` : each.text }))
  const recorded = near.quantities
    .filter((quantity) => ends(quantity).some((value) => figure.values.includes(value)))
    .map((quantity) => ({ bound: boundOf(quantity), text: quantityView(quantity, words).text }))
  const there = [...said, ...recorded]
  if (there.length === 0 || there.some(({ bound }) => same(bound, figure.bound))) return undefined
  return there.at(-1)!.text
}

function ends({ value, low, high }: Quantity): number[] {
  return [value, low, high].filter((each) => each !== undefined)
}

function boundOf({ bound }: Quantity): Bounded {
  return bound === 'exact' ? undefined : bound
}

/** "At least" and "more than" bound alike, so do "up to", "less than" and "almost"; a claim may round. */
function alike(one: Bounded, other: Bounded): boolean {
  return sense(one) === sense(other)
}

/** Whether two bounds are the very same. */
export function sameBound(one: Bounded, other: Bounded): boolean {
  return one === other
}

function sense(bound: Bounded): string {
  if (bound === undefined || bound === 'about') return 'none'
  return bound === 'atLeast' || bound === 'moreThan' ? 'floor' : 'ceiling'
}
