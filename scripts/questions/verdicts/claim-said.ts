import { error, warning } from '../../diagnostics/diagnostic.ts'
import { missingFrom } from '../../facts/evidence/support.ts'
import type { Fact } from '../../facts/fact-schema.ts'
import { factSupport } from '../../facts/fact-text.ts'
import { foldTypography } from '../../languages/fold-text.ts'
import { quotationsIn } from '../../languages/quotations.ts'
import type { Language } from '../../languages/language.ts'
import { otherwise, sameBound } from './claim-bound.ts'
import { otherPolarity } from './claim-polarity.ts'
import { raisedStatus } from './claim-status.ts'
import { sameScope } from './claim-scope.ts'
import { compareClaim } from './compare-claim.ts'
import type { Claim } from './read-claim.ts'
import type { VerdictRule } from './verdict-rule.ts'

/** So much of a statement a claim has that says nearly what it says. */
const most = 0.6

/**
 * A claim that is called false is none that a fact of its question states: an error word for word, a warning where
 * it has the same words in their order, and nothing in it is told otherwise.
 */
export const claimSaid: VerdictRule = (claim, place) => {
  if (claim.called) return []
  const stated = statedBy(claim)
  if (!stated && !saysNearly(claim)) return []
  // What is so may follow from something else.
  const sure = stated !== undefined && claim.inferred !== true
  return [
    (sure ? error : warning)(
      place.in(...claim.path).location,
      'question/claim-said',
      `Unexpected ${claim.named}, expected one that its facts do not state: fact "${(stated ?? claim.near).id}" says ${stated ? 'so word for word' : 'nearly the same'}`,
      sure
        ? 'call it true, or make it false'
        : 'call it true, or make it false in more than its wording; if it is false, say in "keyStands" why',
    ),
  ]
}

/** The fact that says so word for word. */
export function statedBy({ facts, text }: Claim): Fact | undefined {
  return facts.find(({ statement, short }) =>
    [statement, short].some((each) => folded(each) === folded(text)),
  )
}

/** Whether a fact says so, word for word or nearly. */
export function isSaid(claim: Claim): boolean {
  return statedBy(claim) !== undefined || saysNearly(claim)
}

function saysNearly(claim: Claim): boolean {
  const { text, near, told, covers, tokens, base } = claim
  const { hedges, contentWords } = base.language
  if (told < 1 || covers < most || !contentWords) return false
  const missing = missingFrom(factSupport(near, base), text, base, claim.reader)
  return (
    missing.figures.length + missing.dates.length + missing.names.length === 0 &&
    tokens.figures.every((figure) => otherwise(figure, claim, sameBound) === undefined) &&
    quotedIn(near.statement).startsWith(quotedIn(text)) &&
    otherPolarity(claim) === undefined &&
    raisedStatus(claim) === undefined &&
    hedges?.attributes(text) === hedges?.attributes(near.statement) &&
    (hedges?.read(text).length ?? 0) === (hedges?.read(near.statement).length ?? 0) &&
    sameScope(claim) &&
    inOrder(text, near.statement, base.language) &&
    compareClaim(claim).length === 0
  )
}

/** What stands between quotation marks. */
function quotedIn(text: string): string {
  return quotationsIn(text)
    .map(({ words }) => words)
    .join('\n')
}

/** Whether the words of a claim that a statement has stand there in the same order: "A helps B" is not "B helps A". */
function inOrder(text: string, statement: string, { contentWords }: Language): boolean {
  const there = contentWords?.(statement).map(({ stem }) => stem) ?? []
  const places = (contentWords?.(text) ?? []).flatMap(({ stem }) => {
    const at = there.indexOf(stem)
    return at < 0 || there.lastIndexOf(stem) !== at ? [] : at
  })
  return places.every((at, index) => index === 0 || at > places[index - 1]!)
}

function folded(text: string): string {
  return foldTypography(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}"]+/gu, ' ')
    .trim()
}
