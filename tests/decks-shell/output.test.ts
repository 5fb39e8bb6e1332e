// The decks of a build as files.

import { expect, test } from 'vitest'
import type { Content } from '../../scripts/decks/content.ts'
import type { Deck, Slide } from '../../scripts/decks/deck.ts'
import { formatDiagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { decks } from '../../scripts/outputs/decks.ts'
import type { Render } from '../../scripts/render/render.ts'
import { sampleDeck } from './sample-deck.ts'
import { fixtureShell } from './site.ts'

const notes = { say: [], sources: [], minutes: 1 }
const handwritten = (markdown: string): Slide => ({
  kind: 'handwritten',
  id: 'own',
  file: 'tides/own.md',
  markdown,
  notes,
  facts: [],
  questions: [],
})

const contentOf = (id: string, slides: Slide[]): Content => {
  const deck: Deck = {
    id,
    title: 'Tides',
    summary: 'About tides.',
    audience: 'Everybody',
    minutes: 45,
    language: 'en',
    unit: 'Water',
    author: 'A. Teacher',
    objectives: [],
    slides,
  }
  return { unit: {} as Content['unit'], sources: [], topics: [], facts: [], banks: [], decks: [deck] }
}

/** A template that leaves hand-written slides as they are. */
const render: Pick<Render, 'templates' | 'slidev'> = {
  templates: {
    render: (_, deck) =>
      [
        sampleDeck(),
        ...(deck as Deck).slides.map((slide) => (slide.kind === 'handwritten' ? slide.markdown : '')),
      ].join('\n---\nlayout: default\n---\n\n'),
  },
  slidev: () => fixtureShell(),
}

const made = async (content: Content, studentCopies: boolean): Promise<Map<string, string>> => {
  const files = await decks({ studentCopies }).emit(content, render as Render, () => {})
  return new Map(files.map(({ path, data }) => [path, String(data)]))
}

test('a deck has its Slidev file, its hosted page and its one file, with the theme and the shared assets once', async () => {
  const files = await made(contentOf('tides', [handwritten('# Own')]), true)
  expect([...files.keys()].map((path) => path.replace(/-[0-9a-f]{12}\./, '-HASH.')).toSorted()).toEqual([
    'decks/assets/shell-HASH.css',
    'decks/assets/shell-HASH.js',
    'decks/tides-student.html',
    'decks/tides.html',
    'decks/tides/index.html',
    'slidev/theme/global-bottom.ts',
    'slidev/theme/layouts/checkpoint.vue',
    'slidev/theme/layouts/cover.vue',
    'slidev/theme/layouts/default.vue',
    'slidev/theme/layouts/statement.vue',
    'slidev/theme/package.json',
    'slidev/tides.md',
  ])
  const linked = /href="\.\.\/assets\/([^"]+\.css)"/.exec(files.get('decks/tides/index.html') ?? '')?.[1]
  expect(files.has(`decks/assets/${linked}`)).toBe(true)
  expect(
    [files.get('decks/tides.html'), files.get('decks/tides-student.html')].map((page) =>
      page?.includes('about tides'),
    ),
  ).toEqual([true, false])
})

test('without student copies there are none', async () => {
  expect((await made(contentOf('tides', []), false)).has('decks/tides-student.html')).toBe(false)
})

test('says which hand-written slides need Slidev itself, and leaves the deck to it', async () => {
  const content = contentOf('tides', [
    handwritten('<script setup>\nconst sum = 2 + 2\n</script>\n\n# Sum {{ sum }}'),
  ])
  expect(decks({ studentCopies: false }).limits(content).map(formatDiagnostic)).toMatchInlineSnapshot(`
    [
      "slides/tides/own.md:1:1: warning: Unexpected <script> in a hand-written slide, expected Markdown, HTML and Vue without a script [output/slide-needs-slidev]
      note: Slidev builds the whole deck for a web server, which takes longer; there is no one-file form and no PDF of it",
    ]
  `)
  const files = await made(content, false)
  expect(files.has('decks/tides/index.html')).toBe(true)
  expect(files.has('decks/tides.html')).toBe(false)
  expect(
    [...files].some(([path, text]) => path.startsWith('decks/tides/assets/') && text.includes('Sum ')),
  ).toBe(true)
})

test('has no limits for Markdown and Vue', () => {
  const content = contentOf('tides', [handwritten('# Own {{ $page }}\n\n<v-click>x</v-click>')])
  expect(decks({ studentCopies: false }).limits(content)).toEqual([])
})
