import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reviewsHold } from '../../scripts/facts/checks/reviews-hold.ts'
import type { FactBase } from '../../scripts/facts/fact-base.ts'
import { editTexts } from '../../scripts/facts/reviews/edit-texts.ts'
import { factDigest } from '../../scripts/facts/reviews/fact-digest.ts'
import { noReviews, recordReview } from '../../scripts/facts/reviews/record-review.ts'
import type { Review } from '../../scripts/facts/reviews/review-schema.ts'
import {
  countStandings,
  formatStandings,
  reviewStandings,
} from '../../scripts/facts/reviews/review-standing.ts'
import { baseOf, document, fact, shown } from './content.ts'

type Json = Record<string, unknown>

const facts = [
  fact('opening'),
  fact('carts', { statement: 'Carts cross it.' }),
  fact('ferry', { short: 'Ferry' }),
]
const digests = Object.fromEntries(
  Array.from(baseOf(facts).facts.values(), ({ value }) => [value.id, factDigest(value)]),
)

const review = (id: string, more: Json = {}): Json => ({
  fact: id,
  by: 'Bo Reed',
  on: '2024-05-23',
  verdict: 'agreed',
  digest: digests[id] ?? 'a'.repeat(64),
  ...more,
})

const reviewed = (reviews: Json[], unit: Json = {}): FactBase =>
  baseOf({
    facts,
    more: [
      document('facts/reviews.json', { reviews }),
      document('facts/unit.json', { title: 'Bridges', summary: 'On bridges.', author: 'Ann Quill', ...unit }),
    ],
  })

const states = (base: FactBase): string[] =>
  Array.from(reviewStandings(base), ([id, { state }]) => `${id} ${state}`)

test('agreed, objected, changed since, never reviewed', () => {
  const base = reviewed([
    review('opening'),
    review('opening', { by: 'Cy Reed', digest: 'b'.repeat(64), verdict: 'objected', remark: 'Not so.' }),
    review('carts', { digest: 'b'.repeat(64) }),
  ])
  expect(states(base)).toEqual(['opening agreed', 'carts changed', 'ferry never'])
  expect(formatStandings(countStandings(reviewStandings(base).values()))).toBe(
    'a second reader agreed to 1 of 3 statements; changed since review: 1; never reviewed: 1',
  )
  // Whether the fact was changed or the digest: it fits nothing, and is named.
  expect(shown(reviewsHold(base))).toEqual([
    expect.stringMatching(
      /^facts\/reviews\.json:\d+:\d+: warning: Unexpected digest in the review of "carts" .* \[fact\/review-digest\]/,
    ),
  ])
})

test('an objection stands until it is withdrawn or the statement mended', () => {
  const objection = review('opening', { by: 'Cy Reed', verdict: 'objected', remark: 'The day is not in it.' })
  const base = reviewed([review('opening'), objection])
  expect(states(base)[0]).toBe('opening objected')
  expect(shown(reviewsHold(base))).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:10:17: warning: Unexpected objection of Cy Reed to "opening", expected the statement mended or the objection withdrawn: The day is not in it. [fact/review-objection]
    facts/reviews.json:10:3: note: the review",
    ]
  `)
})

test('a unit that requires a second reader refuses what nobody agreed to as it is', () => {
  const base = reviewed([review('opening'), review('carts', { digest: 'b'.repeat(64) })], {
    review: 'required',
  })
  expect(shown(reviewsHold(base))).toMatchInlineSnapshot(`
    [
      "facts/bridge.json:27:17: error: Unexpected fact "carts" that was changed since Bo Reed reviewed it, expected a second reader to agree to it as it is now [fact/reviewed]
      note: read it with factdeck review --articles DIR",
      "facts/bridge.json:44:17: error: Unexpected fact "ferry" that no second reader has reviewed, expected one to have agreed to it [fact/reviewed]
      note: read it with factdeck review --articles DIR",
    ]
  `)
})

test('reviews that belong elsewhere', () => {
  const base = reviewed([
    review('opening', { digest: digests['carts'] }),
    review('carts', { by: 'Ann Quill' }),
    review('cart'),
    review('ferry'),
    review('ferry'),
  ])
  expect(shown(reviewsHold(base))).toMatchInlineSnapshot(`
    [
      "facts/reviews.json:8:14: error: Unexpected digest of "carts" in a review of "opening", expected the digest of what was read [fact/review-digest]
      note: read the fact with factdeck review",
      "facts/reviews.json:12:10: error: Unexpected review by Ann Quill, who is the author of this unit, expected a second reader [fact/review-reader]",
      "facts/reviews.json:18:12: error: Unexpected review of "cart", expected a fact of this unit; did you mean "carts"? [fact/review-known]
      note: rename it where the fact was renamed; delete it where the fact is gone",
      "facts/reviews.json:31:3: error: Unexpected second review of "ferry" by Bo Reed, expected the one that counts alone: "agreed" of 2024-05-23 [fact/review-once]
      note: factdeck check --fix deletes the other
    facts/reviews.json:24:3: note: first review",
    ]
  `)
  expect(shown(reviewsHold(reviewed([review('tower'), review('gate')])))).toMatchInlineSnapshot(`
    [
      "facts/reviews.json:4:12: error: Unexpected reviews of another unit, expected reviews of facts of this one [fact/review-known]
      note: put the file back where it belongs; reviews of this unit are made with factdeck review",
    ]
  `)
})

test('every part that a reader agrees to changes the digest, and no other does', () => {
  const digest = (more: Json): string =>
    factDigest(
      baseOf([fact('opening', more)])
        .facts.values()
        .next().value!.value,
    )
  const genuine = digest({})
  const read: Json[] = [
    { statement: 'The bridge opened late.' },
    { short: 'A bridge' },
    { status: 'reported' },
    { saidBy: ['quill'] },
    { via: ['fleet'] },
    { when: { from: '2019-05-04', precision: 'day' } },
    { quantities: [{ id: 'carts', label: 'carts', unit: 'carts', value: 1200 }] },
    { quantities: [{ id: 'carts', label: 'carts', unit: 'carts', value: 1200, bound: 'moreThan' }] },
    { from: 'The Tidewick bridge' },
  ]
  const all = [genuine, ...read.map(digest)]
  expect(new Set(all).size).toBe(all.length)
  expect([{ tags: ['ferry'] }, { note: 'Mind the step.' }, { places: ['Tidewick'] }].map(digest)).toEqual([
    genuine,
    genuine,
    genuine,
  ])
})

const made = (more: Partial<Review> = {}): Review => review('opening', more) as Review

test('a review is added, or takes the place of the same reader’s earlier one; the rest stays byte for byte', () => {
  const one = recordReview(noReviews, made())!
  expect(one).toBe(`{
  "$schema": "../schemas/reviews.schema.json",
  "reviews": [
    {
      "fact": "opening",
      "by": "Bo Reed",
      "on": "2024-05-23",
      "verdict": "agreed",
      "digest": "${digests['opening']}"
    }
  ]
}
`)
  const two = recordReview(one, made({ by: 'Cy Reed', verdict: 'objected', remark: 'A “doubt”' }))!
  expect(recordReview(two, made({ on: '2024-06-01' }))).toBe(two.replace('2024-05-23', '2024-06-01'))
  const compact = '{"reviews": [\n\t{ "fact": "carts", "by": "Bo Reed" }\n]}'
  expect(recordReview(compact, made({ by: 'Cy' }))).toBe(
    compact.replace(
      '" }\n',
      `" },\n\t{ "fact": "opening", "by": "Cy", "on": "2024-05-23", "verdict": "agreed", "digest": "${digests['opening']}" }\n`,
    ),
  )
})

test('nothing is written into a file that cannot be read as one of reviews', () => {
  expect(
    ['', '{', '[]', '{"reviews": {}}', '{"reviews": ["x"]}'].map((text) => recordReview(text, made())),
  ).toEqual(Array(5).fill(undefined))
})

test('whatever is recorded in whatever order, the latest of each reader and fact is there once', () => {
  const someone = fc.record({
    fact: fc.constantFrom('opening', 'carts'),
    by: fc.string({ minLength: 1 }),
    on: fc.constantFrom('2024-01-01', '2024-01-02'),
  })
  fc.assert(
    fc.property(fc.array(someone), (given) => {
      const text = given.reduce(
        (before, each) => recordReview(before, made(each as Partial<Review>))!,
        noReviews,
      )
      const wanted = new Map(given.map((each) => [JSON.stringify([each.fact, each.by]), each.on]))
      const kept = (JSON.parse(text) as { reviews: Review[] }).reviews
      expect(kept.map((each) => [JSON.stringify([each.fact, each.by]), each.on])).toEqual([...wanted])
    }),
  )
})

test('of two reviews of one reader that which read the fact as it is counts, else the later, else the objection', () => {
  const objects = { verdict: 'objected', remark: 'The day is not in it.' }
  const stale = { digest: 'b'.repeat(64) }
  const stateOf = (...two: Json[]): string => states(reviewed(two.map((more) => review('opening', more))))[0]!
  for (const [one, other, state] of [
    [objects, { on: '2024-06-01' }, 'agreed'],
    [{ ...objects, on: '2024-06-01' }, {}, 'objected'],
    [objects, {}, 'objected'],
    [{ ...objects, ...stale, on: '2024-06-01' }, {}, 'agreed'],
  ] as const) {
    expect(stateOf(one, other)).toBe(`opening ${state}`)
    expect(stateOf(other, one)).toBe(`opening ${state}`)
  }
  expect(shown(reviewsHold(reviewed([review('opening', objects), review('opening')]))).join()).toContain(
    'expected the one that counts alone: "objected" of 2024-05-23 [fact/review-once]',
  )
})

test('a review takes the place of all that the same reader gave of the fact, wherever copies left them', () => {
  const twice = recordReview(
    recordReview(noReviews, made())!.replace('"reviews": [', `"reviews": [${JSON.stringify(made())},`),
    made({ by: 'Cy Reed' }),
  )!
  const text = recordReview(twice, made({ on: '2024-06-01' }))!
  const kept = (JSON.parse(text) as { reviews: Review[] }).reviews
  expect(kept.map(({ by, on }) => `${by} ${on}`)).toEqual(['Bo Reed 2024-06-01', 'Cy Reed 2024-05-23'])
})

test('a statement is edited in its file, and nothing else', () => {
  const text =
    '{"facts": [{"id": "a", "statement": "Old.", "short": "O"}, {"id": "b", "short": "O", "statement": "Old."}]}'
  expect(editTexts(text, 'b', { statement: 'New “one”.', short: 'O' })).toBe(
    '{"facts": [{"id": "a", "statement": "Old.", "short": "O"}, {"id": "b", "short": "O", "statement": "New “one”."}]}',
  )
  expect(editTexts(text, 'c', { statement: 'New.', short: 'N' })).toBeUndefined()
})
