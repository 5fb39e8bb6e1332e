// Two copies of facts/reviews.json that were written apart, and put together by git or by hand.

import { rewriteJson } from '../../source/json-edit.ts'
import { versionsOf } from '../../source/merge-conflict.ts'
import type { Review } from './review-schema.ts'

/** What is asked of a review to tell which of two counts. */
type Weighed = Partial<Pick<Review, 'fact' | 'by' | 'on' | 'verdict' | 'digest'>>

/**
 * Whether a review counts beside an earlier one that the same reader gave of the same fact: the one that read the
 * fact as it is now, else the one of the later day; of one day an objection, which is not to be lost, else what
 * stands later in the file.
 * @param digest of the fact as it is now.
 */
export function supersedes(later: Weighed, earlier: Weighed, digest: string | undefined): boolean {
  const fits = (review: Weighed): boolean => digest !== undefined && review.digest === digest
  if (fits(later) !== fits(earlier)) return fits(later)
  const [on, before] = [later.on ?? '', earlier.on ?? '']
  if (on !== before) return on > before
  return earlier.verdict !== 'objected' || later.verdict === 'objected'
}

/**
 * The text of facts/reviews.json with one review of each reader and fact: where git has left two versions in it,
 * with the reviews of both. Undefined where there is nothing to mend, or a version that is no such file.
 * @param digestOf a fact as it is now; undefined for one that is not there.
 */
export function mergeReviews(
  text: string,
  digestOf: (fact: string) => string | undefined,
): { text: string; done: string[] } | undefined {
  const versions = versionsOf(text)
  const lists = (versions ?? [text]).map(reviewsIn)
  if (!lists.every((list) => list !== undefined)) return undefined
  const all = lists.flat()
  const kept = new Map<string, Weighed>()
  for (const review of all) {
    const name = nameOf(review)
    const earlier = kept.get(name)
    if (!earlier || supersedes(review, earlier, digestOf(String(review.fact)))) kept.set(name, review)
  }
  const own = versions?.[0] ?? text
  const merged = rewriteJson(own, { ...(JSON.parse(bare(own)) as object), reviews: [...kept.values()] })
  if (merged === text) return undefined
  const dropped = new Map<string, Weighed>()
  for (const review of all)
    if (JSON.stringify(review) !== JSON.stringify(kept.get(nameOf(review))))
      dropped.set(nameOf(review), review)
  return {
    text: merged,
    done: [
      versions
        ? `the reviews of both versions are there, ${kept.size} in all`
        : 'of each reader one review of a fact is there',
      ...Array.from(dropped, ([name, { fact, by, on, verdict }]) => {
        const counts = kept.get(name)!
        return `of ${by} "${counts.verdict}" of ${counts.on} counts for "${fact}", and no longer "${verdict}" of ${on}`
      }),
    ],
  }
}

/** Reader and fact; whatever bears no such names is itself. */
function nameOf(review: Weighed): string {
  return typeof review.fact === 'string' && typeof review.by === 'string'
    ? JSON.stringify([review.fact, review.by])
    : JSON.stringify(review)
}

function reviewsIn(text: string): Weighed[] | undefined {
  try {
    const { reviews } = JSON.parse(bare(text)) as { reviews?: unknown }
    const isList =
      Array.isArray(reviews) && reviews.every((each) => typeof each === 'object' && each !== null)
    return isList ? (reviews as Weighed[]) : undefined
  } catch {
    return undefined
  }
}

function bare(text: string): string {
  return text.replace(/^\uFEFF/, '')
}
