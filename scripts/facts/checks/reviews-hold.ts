import { error, warning, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { FactBase } from '../fact-base.ts'
import type { FactId } from '../ids.ts'
import { factDigest } from '../reviews/fact-digest.ts'
import { supersedes } from '../reviews/merge-reviews.ts'
import { reviewStandings } from '../reviews/review-standing.ts'

/**
 * The reviews belong to this unit and to their facts, and a unit that asks for a second reader has one for
 * every fact.
 */
export function reviewsHold(base: FactBase): Diagnostic[] {
  const owners: Owners = base.reviews.length === 0 ? new Map() : ownersIn(base)
  return [
    ...ofThisUnit(base),
    ...oncePerReader(base),
    ...ofTheirFacts(base, owners),
    ...standing(base, owners),
  ]
}

function ofThisUnit({ reviews, facts }: FactBase): Diagnostic[] {
  const unknown = reviews.filter(({ value }) => !facts.has(value.fact))
  const [first] = unknown
  if (first && facts.size > 0 && unknown.length === reviews.length)
    return [
      error(
        first.place.in('fact').location,
        'fact/review-known',
        'Unexpected reviews of another unit, expected reviews of facts of this one',
        'put the file back where it belongs; reviews of this unit are made with factdeck review',
      ),
    ]
  return unknown.map(({ value, place }) =>
    error(
      place.in('fact').location,
      'fact/review-known',
      `Unexpected review of "${value.fact}", expected a fact of this unit${suggest(value.fact, facts.keys())}`,
      'rename it where the fact was renamed; delete it where the fact is gone',
    ),
  )
}

function oncePerReader({ reviews, facts }: FactBase): Diagnostic[] {
  const seen = new Map<string, (typeof reviews)[number]>()
  return reviews.flatMap((review) => {
    const name = JSON.stringify([review.value.fact, review.value.by])
    const first = seen.get(name)
    if (!first) {
      seen.set(name, review)
      return []
    }
    const fact = facts.get(review.value.fact)?.value
    const counts = supersedes(review.value, first.value, fact && factDigest(fact)) ? review : first
    seen.set(name, counts)
    const { verdict, on } = counts.value
    return error(
      review.place.location,
      'fact/review-once',
      `Unexpected second review of "${review.value.fact}" by ${review.value.by}, expected the one that counts alone: "${verdict}" of ${on}`,
      'factdeck check --fix deletes the other',
      { message: 'first review', at: first.place.location },
    )
  })
}

/** Which fact a digest is of, as it is now. */
type Owners = ReadonlyMap<string, FactId>

function ownersIn({ facts }: FactBase): Owners {
  return new Map(Array.from(facts.values(), ({ value }) => [factDigest(value), value.id]))
}

/** A digest that fits another fact was not made by reading this one; an author is no second reader. */
function ofTheirFacts({ reviews, unit }: FactBase, owners: Owners): Diagnostic[] {
  return reviews.flatMap(({ value, place }): Diagnostic[] => {
    const owner = owners.get(value.digest)
    return [
      ...(owner !== undefined && owner !== value.fact
        ? [
            error(
              place.in('digest').location,
              'fact/review-digest',
              `Unexpected digest of "${owner}" in a review of "${value.fact}", expected the digest of what was read`,
              'read the fact with factdeck review',
            ),
          ]
        : []),
      ...(unit.author === value.by
        ? [
            error(
              place.in('by').location,
              'fact/review-reader',
              `Unexpected review by ${value.by}, who is the author of this unit, expected a second reader`,
            ),
          ]
        : []),
    ]
  })
}

function standing(base: FactBase, owners: Owners): Diagnostic[] {
  const required = base.unit.review === 'required'
  if (!required && base.reviews.length === 0) return []
  return Array.from(reviewStandings(base)).flatMap(([id, { state, reviews }]): Diagnostic[] => {
    const at = base.facts.get(id)!.place.in('statement').location
    const read = 'read it with factdeck review --articles DIR'
    if (state === 'objected')
      return reviews
        .filter(({ value }) => value.verdict === 'objected')
        .map(({ value, place }) =>
          (required ? error : warning)(
            at,
            'fact/review-objection',
            `Unexpected objection of ${value.by} to "${id}", expected the statement mended or the objection withdrawn: ${value.remark ?? ''}`,
            { message: 'the review', at: place.location },
          ),
        )
    if (state === 'agreed') return []
    if (!required)
      return reviews
        .filter(({ value }) => !owners.has(value.digest))
        .slice(-1)
        .map(({ value, place }) =>
          warning(
            place.in('digest').location,
            'fact/review-digest',
            `Unexpected digest in the review of "${id}" by ${value.by}, expected that of the fact as it is now: it was changed since ${value.on}`,
            read,
          ),
        )
    return [
      error(
        at,
        'fact/reviewed',
        state === 'never'
          ? `Unexpected fact "${id}" that no second reader has reviewed, expected one to have agreed to it`
          : `Unexpected fact "${id}" that was changed since ${reviews.map(({ value }) => value.by).join(' and ')} reviewed it, expected a second reader to agree to it as it is now`,
        read,
      ),
    ]
  })
}
