// All that an article claims, as drafts of facts.

import { markArticle } from '../articles/candidates.ts'
import type { DraftFile } from './draft-schema.ts'
import { proposeFact, type Drafting, type FactProposal, type Passage } from './propose-fact.ts'

/** A proposal as a draft of a file. */
export function draftOf(proposal: FactProposal): object {
  const { fact, reasons, newActors, otherDates, disagreements, sums } = proposal
  const { saidBy, via, quantities, actors, places, ...rest } = fact
  return {
    fact: {
      ...pick(rest, ['id', 'statement', 'short']),
      ...some('saidBy', saidBy),
      ...some('via', via),
      ...pick(rest, ['status', 'when']),
      ...some('quantities', quantities),
      ...some('actors', actors),
      ...some('places', places),
      ...pick(rest, ['tags', 'evidence']),
    },
    reasons,
    ...some('newActors', newActors),
    ...some(
      'otherDates',
      otherDates.map(({ from, to, precision, resolved }) => ({
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        precision,
        ...(resolved === undefined ? {} : { resolved }),
      })),
    ),
    ...some('disagreements', disagreements),
    ...some('sums', sums),
  }
}

function some(key: string, list: readonly unknown[]): object {
  return list.length === 0 ? {} : { [key]: list }
}

function pick(from: object, keys: readonly string[]): object {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = (from as Record<string, unknown>)[key]
      return value === undefined ? [] : [[key, value] as const]
    }),
  )
}

/** The passages of an article that a fact, a draft or a decision to leave them out touches. */
export function usedPassages(
  { base, source }: Pick<Drafting, 'base' | 'source'>,
  before?: Pick<DraftFile, 'drafts' | 'leftOut'>,
): Passage[] {
  return [
    ...[...base.facts.values()]
      .flatMap(({ value }) => value.evidence)
      .filter((each) => each.source === source.id),
    ...(before?.drafts ?? []).flatMap(({ fact }) => fact.evidence),
    ...(before?.leftOut ?? []),
  ]
}

/**
 * The drafts of an article: one for each sentence that claims something, but for those that a fact of the
 * base, a draft or a passage that was left out touches already. Pure.
 */
export function distil(drafting: Drafting, before?: Pick<DraftFile, 'drafts' | 'leftOut'>): FactProposal[] {
  const { base, article } = drafting
  const used = usedPassages(drafting, before)
  const taken = new Set<string>([
    ...(before?.drafts ?? []).map(({ fact }) => fact.id),
    ...(drafting.taken ?? []),
  ])
  const proposals: FactProposal[] = []
  for (const candidate of markArticle(article, base.language).candidates) {
    if (used.some(({ start, end }) => start < candidate.end && candidate.start < end)) continue
    const proposal = proposeFact(candidate, { ...drafting, taken })
    taken.add(proposal.fact.id)
    proposals.push(proposal)
  }
  return proposals
}
