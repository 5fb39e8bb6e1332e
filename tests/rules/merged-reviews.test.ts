// Two copies of one review file, written apart and merged by git.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mergeReviews } from '../../scripts/facts/reviews/merge-reviews.ts'
import { noReviews, recordReview } from '../../scripts/facts/reviews/record-review.ts'
import type { Review } from '../../scripts/facts/reviews/review-schema.ts'
import { parseJson } from '../../scripts/source/json-document.ts'
import { shown } from './content.ts'

const now = 'a'.repeat(64)
const review = (fact: string, by: string, more: Partial<Review> = {}): Review =>
  ({ fact, by, on: '2024-05-23', verdict: 'agreed', digest: now, ...more }) as Review
const written = (text: string, ...reviews: Review[]): string =>
  reviews.reduce((before, each) => recordReview(before, each)!, text)

/** What git makes of two versions of a file. */
function mergedByGit(base: string, ours: string, theirs: string, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'reviews-'))
  const files = Object.entries({ ours, base, theirs }).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
  const { status } = spawnSync('git', ['merge-file', ...options, ...files])
  // The number of conflicts; above 127 it failed.
  expect(status).toBeGreaterThan(0)
  expect(status).toBeLessThan(128)
  return readFileSync(files[0]!, 'utf8')
}

const reviewsOf = (text: string): string[] =>
  (JSON.parse(text) as { reviews: Review[] }).reviews.map(
    ({ fact, by, on, verdict }) => `${fact} ${by} ${on} ${verdict}`,
  )

const start = written(noReviews, review('opening', 'Bo Reed'))

test.each([[[]], [['--diff3']]])(
  'two readers who read apart: git finds a conflict, and the reviews of both are kept %j',
  (options) => {
    expect(execFileSync('git', ['--version']).length).toBeGreaterThan(0)
    const ours = written(start, review('carts', 'Bo Reed'), review('ferry', 'Bo Reed'))
    const theirs = written(
      start,
      review('carts', 'Cy Reed', { verdict: 'objected', remark: 'Not so.' }),
      review('opening', 'Bo Reed', { on: '2024-06-01' }),
    )
    const text = mergedByGit(start, ours, theirs, ...options)
    expect(shown(parseJson('facts/reviews.json', text).diagnostics)).toEqual([
      expect.stringMatching(
        /^facts\/reviews\.json:\d+:1: error: Unexpected two versions of some lines, expected one: git could not merge them \[source\/json\]\n {2}note: factdeck check --fix keeps the reviews of both$/,
      ),
    ])
    const merged = mergeReviews(text, () => now)!
    expect(reviewsOf(merged.text)).toEqual([
      'opening Bo Reed 2024-06-01 agreed',
      'carts Bo Reed 2024-05-23 agreed',
      'ferry Bo Reed 2024-05-23 agreed',
      'carts Cy Reed 2024-05-23 objected',
    ])
    expect(merged.done[0]).toBe('the reviews of both versions are there, 4 in all')
    expect(merged.text).toContain('"remark": "Not so."')
    expect(mergeReviews(merged.text, () => now)).toBeUndefined()
  },
)

test('of one reader with two verdicts of one fact the one that counts is kept, and the other is told', () => {
  const ours = written(start, review('carts', 'Bo Reed'))
  const theirs = written(
    start,
    review('carts', 'Bo Reed', { on: '2024-06-01', verdict: 'objected', remark: 'No.' }),
  )
  const text = mergedByGit(start, ours, theirs)
  const { text: merged, done } = mergeReviews(text, () => now)!
  expect(reviewsOf(merged)).toEqual([
    'opening Bo Reed 2024-05-23 agreed',
    'carts Bo Reed 2024-06-01 objected',
  ])
  expect(done).toContain(
    'of Bo Reed "objected" of 2024-06-01 counts for "carts", and no longer "agreed" of 2024-05-23',
  )
})

test('what was put together by hand: one review of each reader and fact is left', () => {
  const both = {
    reviews: [review('carts', 'Bo Reed'), review('ferry', 'Cy Reed'), review('carts', 'Bo Reed')],
  }
  const { text, done } = mergeReviews(JSON.stringify(both, undefined, 2), () => now)!
  expect(reviewsOf(text)).toEqual(['carts Bo Reed 2024-05-23 agreed', 'ferry Cy Reed 2024-05-23 agreed'])
  expect(done).toEqual(['of each reader one review of a fact is there'])
})

test('nothing is mended in what is no file of reviews, or where half of a conflict is gone', () => {
  const broken = start.replace('"fact"', '<<<<<<< HEAD\n"fact"')
  for (const text of ['', '{', '[]', broken, start]) expect(mergeReviews(text, () => now)).toBeUndefined()
})

test('two versions in any other file are named as what they are', () => {
  const text = '{\n<<<<<<< HEAD\n  "title": "One"\n=======\n  "title": "Two"\n>>>>>>> other\n}\n'
  expect(shown(parseJson('facts/unit.json', text).diagnostics)).toEqual([
    'facts/unit.json:2:1: error: Unexpected two versions of some lines, expected one: git could not merge them [source/json]\n  note: keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
  ])
})
