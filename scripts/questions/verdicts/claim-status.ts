import type { Status } from '../../facts/fact-schema.ts'
import { tells, type Claim } from './read-claim.ts'
import { contradicted, type VerdictRule } from './verdict-rule.ts'

interface Raised {
  what: string
  expected: string
}

const open: Partial<Record<Status, Raised>> = {
  planned: { what: 'plan told as done', expected: 'it told as planned' },
  alleged: { what: 'allegation told as plain', expected: 'it told as alleged, or as what somebody says' },
  estimated: { what: 'estimate told as plain', expected: 'it told as estimated, or as what somebody says' },
  opinion: { what: 'judgement told as plain', expected: 'it told as what somebody holds' },
}

const kinds = ['hearsay', 'possibility', 'likelihood'] as const

/**
 * A claim that is called true leaves open what its fact leaves open: a plan is no deed, what is alleged, estimated
 * or somebody's judgement is not so for that, and "may" is not "does".
 */
export const claimStatus: VerdictRule = (claim, place) => {
  if (!claim.called || claim.told < tells.partly) return []
  const raised = raisedStatus(claim)
  return raised === undefined
    ? []
    : [
        contradicted(
          claim,
          place,
          'question/claim-status',
          raised.what,
          `${raised.expected}, as in fact "${claim.near.id}"`,
        ),
      ]
}

/** What a claim makes of a fact that leaves something open; undefined where it leaves as much open. */
export function raisedStatus(claim: Claim): Raised | undefined {
  const { text, beside, near, base, words } = claim
  const { hedges } = base.language
  const whole = `${beside} ${text}`
  const status = open[near.status]
  const vouches = words.vouches.exec(text)?.[0]
  if (status && vouches !== undefined && !words.vouches.test(near.statement))
    return { what: `"${vouches}"`, expected: status.expected }
  // What an article with a label says in its own voice needs no words for it.
  if (status && isOpen(near.statement, claim) && !isOpen(whole, claim)) return status
  const dropped = hedges
    ?.read(near.statement)
    .find(({ class: kind }) => kind !== 'hearsay' && !kinds.some((each) => hedges.carries(whole, each)))
  return dropped && { what: 'claim that leaves nothing open', expected: `the "${dropped.text}"` }
}

/** Whether a text says in words that something is planned, or that somebody says, holds or doubts it. */
function isOpen(text: string, { near, base, words }: Claim): boolean {
  const { hedges, judging } = base.language
  if (words.leavesOpen.test(text)) return true
  // "Will" and "is to" plan as well.
  if (near.status === 'planned') return judging?.test(text) === true
  return hedges?.attributes(text) === true || kinds.some((kind) => hedges?.carries(text, kind) === true)
}
