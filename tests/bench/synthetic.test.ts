import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { marpMarkdown } from '../../bench/marp-deck.ts'
import { factsPerDeck, slidesPerDeck, syntheticContent } from '../../bench/synthetic.ts'
import { writeContent } from '../../bench/write-content.ts'
import { loadContent, type Loaded } from '../../scripts/commands/load-content.ts'

test('the same options give the same bytes', () => {
  expect(syntheticContent({ decks: 7 })).toEqual(syntheticContent({ decks: 7 }))
})

test('more decks leave the earlier ones as they are', () => {
  const few = syntheticContent({ decks: 5 }).files
  const many = syntheticContent({ decks: 10 }).files
  expect([...few.keys()].filter((path) => path.startsWith('slides/'))).toHaveLength(5)
  expect([...few].filter(([path, text]) => path.startsWith('slides/') && many.get(path) !== text)).toEqual([])
})

describe('content of 12 decks, proven against its articles', () => {
  let folder: string
  let loaded: Loaded

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synthetic-'))
    const { root, articles } = await writeContent(folder, { decks: 12, questionsPerBank: 50 })
    loaded = await loadContent(root, articles)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('no check finds anything', () => {
    expect(loaded.diagnostics.filter(({ rule }) => rule !== 'question/key-positions')).toEqual([])
  })

  test('it has the size that was asked for', () => {
    const { facts, decks, banks } = loaded.content!
    expect(facts).toHaveLength(12 * factsPerDeck)
    expect(decks.map(({ slides }) => slides.length)).toEqual(Array.from({ length: 12 }, () => slidesPerDeck))
    expect(banks.map(({ questions }) => questions.length)).toEqual([50, 50, 20])
  })

  test('every slide is told in Markdown for Marp too', () => {
    for (const deck of loaded.content!.decks)
      expect(marpMarkdown(deck).match(/^---$/gm)).toHaveLength(slidesPerDeck + 1)
  })

  test('a deck shows most of the layouts', () => {
    const [deck] = loaded.content!.decks
    const layouts = deck!.slides.map((slide) => (slide.kind === 'layout' ? slide.layout : slide.kind))
    expect(layouts).toEqual([
      'cover',
      'agenda',
      'marks',
      'section',
      'statement',
      'figure',
      'bars',
      'checkpoint',
      'section',
      'timeline',
      'voices',
      'quotation',
      'checkpoint',
      'discussion',
      'recap',
      'sources',
    ])
  })
})
