// How many of their statements a second reader agreed to, and when, stands on the index, at the end of a deck
// and in a key.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { factDigest } from '../../scripts/facts/reviews/fact-digest.ts'
import { keyView } from '../../scripts/outputs/worksheets.ts'
import { wordReviews } from '../../scripts/facts/reviews/word-reviews.ts'
import { bridgeCopy } from '../commands/bridge.ts'
import { sitePages } from '../site/pages.ts'

test('index, decks and keys say how many statements a second reader agreed to, and when', async () => {
  const { folder, write } = await bridgeCopy()
  const root = join(folder, 'unit')
  const { base } = await loadContent(root)
  const [first] = base!.facts.values()
  const review = {
    fact: first!.value.id,
    by: 'Bo Reed',
    on: '2024-05-23',
    verdict: 'agreed',
    digest: factDigest(first!.value),
  }
  await write('unit/facts/reviews.json', JSON.stringify({ reviews: [review] }))
  const { content } = await loadContent(root)
  const said = 'Statements that a second reader agreed to: 1 of 2 (last on 23 May 2024)'

  const closing = content!.decks[0]!.slides.flatMap((slide) =>
    'props' in slide && 'reviewed' in slide.props && slide.props.reviewed ? [slide.props.reviewed] : [],
  )
  expect(closing).toEqual([said])
  expect(keyView(content!, content!.banks[0]!, 'a4')).toMatchObject({
    reviewed: expect.stringContaining('last on 23 May 2024'),
  })
  expect(wordReviews(content!.facts, 'en')).toBe(said)
  const { 'index.html': index } = await sitePages(content!)
  expect(index).toContain(said)
})
