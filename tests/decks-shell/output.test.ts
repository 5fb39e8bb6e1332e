// The decks of a build as files.

import { expect, test } from 'vitest'
import type { Content } from '../../scripts/decks/content.ts'
import type { Deck, Slide } from '../../contract/deck.ts'
import { formatDiagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { decks } from '../../scripts/outputs/decks.ts'
import { limitsOf } from '../../scripts/outputs/parts.ts'
import type { Render } from '../../scripts/render/render.ts'
import { openShells } from '../../scripts/render/slidev/shells.ts'
import { madeBy } from '../made-by.ts'
import { compiledBodies, sampleDeck } from './sample-deck.ts'
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
  return {
    unit: {} as Content['unit'],
    sources: [],
    topics: [],
    background: [],
    facts: [],
    banks: [],
    decks: [deck],
  }
}

/** A template that leaves hand-written slides as they are. */
const render: Pick<Render, 'templates' | 'shells'> = {
  templates: {
    render: (_, deck) =>
      [
        sampleDeck(),
        ...(deck as Deck).slides.map((slide) => (slide.kind === 'handwritten' ? slide.markdown : '')),
      ].join('\n---\nlayout: default\n---\n\n'),
  },
  shells: async (all) => openShells(await fixtureShell(), all),
}

const made = async (content: Content, withoutNotes: boolean): Promise<Map<string, string>> => {
  const files = await madeBy([decks], content, render, { withoutNotes })
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
    'slidev/theme/setup/shiki.ts',
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

test('a deck with slides that Slidev compiles has the same forms, and a deck beside it stays as it is', async () => {
  const own = contentOf('sums', compiledBodies.map(handwritten))
  const plain = contentOf('tides', [handwritten('# Own')])
  const both = await made({ ...own, decks: [...own.decks, ...plain.decks] }, true)
  for (const path of ['sums/index.html', 'sums.html', 'sums-student.html'])
    expect(both.has(`decks/${path}`), path).toBe(true)
  const start = /<script type="module" src="\.\.\/assets\/([^"]+)"/.exec(
    both.get('decks/sums/index.html') ?? '',
  )?.[1]
  expect(both.has(`decks/assets/${start}`)).toBe(true)
  for (const [path, text] of await made(plain, true)) expect(both.get(path) === text, path).toBe(true)
})

test('says what hand-written slides cannot show, or only at a price', () => {
  const content = contentOf('tides', [
    handwritten('# Own\n\n---\n\n```mermaid\npie\n  "Salt" : 1\n```\n\n---\nsrc: ./more.md\n---\n'),
    handwritten('\n\n# Code\n\n<<< @/tide.js\n\n---\n\n<Youtube id="x" />'),
  ])
  expect(limitsOf([decks], content).map(formatDiagnostic)).toMatchInlineSnapshot(`
    [
      "slides/tides/own.md:5:1: warning: Unexpected diagram for a light deck, expected a picture where size matters [output/diagram-weighs]
      note: what draws it adds about 3.5 MB (0.9 MB gzip) to decks/tides.html; the hosted deck loads only its part of that",
      "slides/tides/own.md:14:1: error: Unexpected slide taken from another file in a hand-written slide, expected what a finished deck can show by itself [output/slide-stands-alone]
      note: name that file in the outline: { "markdown": "..." }",
      "slides/tides/own.md:3:1: error: Unexpected code taken from a file in a hand-written slide, expected what a finished deck can show by itself [output/slide-stands-alone]
      note: write it into the slide, or show a picture of it",
      "slides/tides/own.md:9:1: error: Unexpected component that shows another site in a hand-written slide, expected what a finished deck can show by itself [output/slide-stands-alone]
      note: write it into the slide, or show a picture of it",
    ]
  `)
})

test('has no limits for Markdown, Vue, code and formulas', () => {
  const content = contentOf('tides', [
    handwritten('# Own {{ $page }}\n\n<v-click>x</v-click>\n\n```js\n1\n```\n\n$a^2$'),
  ])
  expect(limitsOf([decks], content)).toEqual([])
})
