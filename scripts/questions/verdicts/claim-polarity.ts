import { contentStems, type Language } from '../../languages/language.ts'
import { tells, type Claim } from './read-claim.ts'
import { contradicted, type VerdictRule } from './verdict-rule.ts'

/** A claim that is called true denies what its fact denies, and nothing else that its fact tells. */
export const claimPolarity: VerdictRule = (claim, place) => {
  if (!claim.called || claim.told < tells.partly) return []
  const turned = otherPolarity(claim)
  return turned === undefined
    ? []
    : [contradicted(claim, place, 'question/claim-polarity', turned.what, turned.expected)]
}

/** Where claim and fact differ in what they deny; undefined where both deny, or neither does. */
export function otherPolarity({ text, near, base }: Claim): { what: string; expected: string } | undefined {
  const { language } = base
  const own = negationIn(text, language)
  const grounds = [near.statement, near.short, near.quote?.text ?? '']
  if (own !== undefined)
    return grounds.some((each) => denies(each, language))
      ? undefined
      : { what: `"${own.text}"`, expected: `none: fact "${near.id}" denies nothing` }
  const theirs = negationIn(near.statement, language)
  if (theirs === undefined || denies(text, language)) return undefined
  // What a fact denies in one of its parts may be no part of the claim.
  const [part = ''] = near.statement.slice(theirs.start).split(/[,.;:]/)
  const denied = contentStems(part, language)
  const stems = contentStems(text, language)
  return [...denied].some((stem) => stems.has(stem))
    ? { what: 'lack of a negation', expected: `the "${theirs.text}" of fact "${near.id}"` }
    : undefined
}

function negationIn(
  text: string,
  { operators, negation }: Language,
): { text: string; start: number } | undefined {
  if (operators) return operators(text).find((each) => each.class === 'negation')
  const found = negation?.exec(text)
  return found ? { text: found[0], start: found.index } : undefined
}

/** By "not" or by a word that denies by its meaning ("lacks"). */
function denies(text: string, language: Language): boolean {
  return (
    negationIn(text, language) !== undefined ||
    language.operators?.(text).some((each) => each.class === 'refusal') === true
  )
}
