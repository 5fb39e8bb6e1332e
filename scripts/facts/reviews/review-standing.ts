// What the reviews of a unit say of its facts today.

import type { Entry, FactBase } from '../fact-base.ts'
import type { FactId } from '../ids.ts'
import { factDigest } from './fact-digest.ts'
import { supersedes } from './merge-reviews.ts'
import type { Review } from './review-schema.ts'

/**
 * - `agreed`: somebody agreed to the fact as it is now, and nobody objects to it.
 * - `objected`: somebody objects to it as it is now.
 * - `changed`: it was reviewed, and changed since.
 * - `never`: nobody reviewed it.
 */
export type ReviewState = 'agreed' | 'objected' | 'changed' | 'never'

export interface ReviewStanding {
  state: ReviewState
  /** The reviews of the fact as it is now; of those before, for `changed`. */
  reviews: readonly Entry<Review>[]
}

/** The standing of every fact, in the order of the base. Of several reviews of one reader one counts. */
export function reviewStandings(base: FactBase): Map<FactId, ReviewStanding> {
  const byFact = new Map<FactId, Entry<Review>[]>()
  for (const review of base.reviews) {
    const same = byFact.get(review.value.fact)
    if (same) same.push(review)
    else byFact.set(review.value.fact, [review])
  }
  return new Map(
    Array.from(base.facts.values(), ({ value: fact }): [FactId, ReviewStanding] => {
      const given = byFact.get(fact.id) ?? []
      if (given.length === 0) return [fact.id, { state: 'never', reviews: [] }]
      const digest = factDigest(fact)
      const all = countingOf(given, digest)
      const reviews = all.filter(({ value }) => value.digest === digest)
      if (reviews.length === 0) return [fact.id, { state: 'changed', reviews: all }]
      const objected = reviews.some(({ value }) => value.verdict === 'objected')
      return [fact.id, { state: objected ? 'objected' : 'agreed', reviews }]
    }),
  )
}

/** Of each reader the review that counts. */
function countingOf(reviews: readonly Entry<Review>[], digest: string): Entry<Review>[] {
  const counting = new Map<string, Entry<Review>>()
  for (const review of reviews) {
    const earlier = counting.get(review.value.by)
    if (!earlier || supersedes(review.value, earlier.value, digest)) counting.set(review.value.by, review)
  }
  return [...counting.values()]
}

/** How many facts stand in each state. */
export function countStandings(standings: Iterable<ReviewStanding>): Record<ReviewState, number> {
  const counts: Record<ReviewState, number> = { agreed: 0, objected: 0, changed: 0, never: 0 }
  for (const { state } of standings) counts[state] += 1
  return counts
}

/** The counts in a line, for a terminal. */
export function formatStandings({ agreed, objected, changed, never }: Record<ReviewState, number>): string {
  const all = agreed + objected + changed + never
  return [
    `a second reader agreed to ${agreed} of ${all} statements`,
    ...(objected > 0 ? [`objected to ${objected}`] : []),
    `changed since review: ${changed}`,
    `never reviewed: ${never}`,
  ].join('; ')
}
