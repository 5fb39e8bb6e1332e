// Pictures of hand-written slides, from the content folder to every form of a deck.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOnePiece } from '../../scripts/outputs/output.ts'
import { pictureChecks } from '../../scripts/decks/checks/pictures.ts'
import type { Deck, HandwrittenSlide } from '../../contract/deck.ts'
import { pictureReferences, withPublicPictures } from '../../scripts/decks/handwritten-pictures.ts'
import { formatDiagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { decks } from '../../scripts/outputs/decks.ts'
import { openShells } from '../../scripts/render/slidev/shells.ts'
import { launchBrowser } from '../../scripts/render/browser.ts'
import { readContentFolder, type ContentFolder } from '../../scripts/source/content-folder.ts'
import { markdownTextChecks } from '../../scripts/source/text-checks.ts'
import { madeBy } from '../made-by.ts'
import { fixtureShell, openSite } from './site.ts'

const svg = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"><rect width="${width}" height="9"/></svg>`

let root: string
let folder: ContentFolder

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'factdeck-pictures-'))
  await mkdir(join(root, 'slides/tides'), { recursive: true })
  await writeFile(join(root, 'slides/tides/high water.svg'), svg(21))
  await writeFile(join(root, 'slides/low.svg'), svg(22))
  await writeFile(join(root, 'slides/tides/moon.svg'), svg(23))
  folder = (await readContentFolder(root)).value!
})

afterAll(async () => rm(root, { recursive: true, force: true }))

const body = [
  '# Tides',
  '',
  '![High water](high%20water.svg "At noon")',
  '',
  '<img src="../low.svg" alt="Low water">',
  '',
  '<div v-if="true"><img alt="The moon" src="./moon.svg"></div>',
].join('\n')

test('finds pictures in Markdown, HTML and frontmatter, not in code and comments', () => {
  const hidden = '`![code](none.svg)` <!-- ![comment](none.svg) -->\n\n~~~md\n![x](none.svg)\n~~~'
  const text = `---\nlayout: statement\nimage: moon.svg\nbackground: "#123"\n---\n\n${body}\n\n${hidden}`
  const found = pictureReferences(text, 'tides/own.md')
  expect(found.map(({ path }) => path)).toEqual([
    'tides/moon.svg',
    'tides/high water.svg',
    'low.svg',
    'tides/moon.svg',
  ])
  for (const { written, at } of found) expect(text.slice(at, at + written.length)).toBe(written)
})

test.each([
  ['![a b](<high water.svg>)', 'tides/high water.svg'],
  ['![a](high%20water.svg "At noon")', 'tides/high water.svg'],
  ['![[a]](./../tides/moon.svg)', 'tides/moon.svg'],
  ["<img v-click src='moon.svg'/>", 'tides/moon.svg'],
])('reads %s', (text, path) => {
  expect(pictureReferences(text, 'tides/own.md').map((reference) => reference.path)).toEqual([path])
})

test.each(['<img :src="moon">', '[a](moon.svg)', '![a](data:image/png;base64,AA==)', 'image: moon'])(
  'sees no picture to take in %s',
  (text) => {
    expect(pictureReferences(text, 'tides/own.md')).toEqual([])
  },
)

test.each(['/etc/passwd', '../../notes.txt', './plan', '~/.ssh/id', 'file:///etc/passwd'])(
  'a path in frontmatter is meant as a picture: %s',
  (written) => {
    for (const key of ['image', 'background']) {
      const found = pictureReferences(`---\nlayout: image\n${key}: ${written}\n---\n`, 'tides/own.md')
      expect(found.map((reference) => reference.written)).toEqual([written])
    }
  },
)

test.each(['#123', 'rgb(1, 2, 3)', 'linear-gradient(red, blue)', 'white'])(
  'a colour is none: %s',
  (colour) => {
    expect(pictureReferences(`---\nbackground: ${colour}\n---\n`, 'tides/own.md')).toEqual([])
  },
)

test('says which pictures are missing, and where', () => {
  const text =
    '# Tides\r\n\r\nSee ![a](lost.png) and ![b](moon.svg)\r\n<img src="https://example.org/a.png">\n![c](../../x.png)'
  const found = pictureChecks({
    markdown: new Map([['tides/own.md', text]]),
    pictures: folder.pictures,
    slides: [],
  })
  expect(found.map(formatDiagnostic)).toMatchInlineSnapshot(`
    [
      "slides/tides/own.md:3:10: error: Unexpected picture "lost.png", expected the path of a PNG, JPEG, GIF, WebP, AVIF or SVG file from the slides' own folder [outline/picture]
      note: there is no slides/tides/lost.png",
      "slides/tides/own.md:4:11: error: Unexpected picture "https://example.org/a.png", expected the path of a PNG, JPEG, GIF, WebP, AVIF or SVG file from the slides' own folder [outline/picture]
      note: put the picture beside the slides",
      "slides/tides/own.md:5:6: error: Unexpected picture "../../x.png", expected the path of a PNG, JPEG, GIF, WebP, AVIF or SVG file from the slides' own folder [outline/picture]
      note: put the picture beside the slides",
    ]
  `)
})

test('holds the text of hand-written slides to what can be shown', () => {
  const text = `# Tides\n\n\tFine: https://example.org/${'a'.repeat(120)}\nTwo \u0007 bells \ud83d\n`
  expect(markdownTextChecks(new Map([['tides/own.md', text]])).map(formatDiagnostic)).toMatchInlineSnapshot(`
    [
      "slides/tides/own.md:4:13: error: Unexpected lone surrogate in a text, expected well-formed Unicode [source/text]",
      "slides/tides/own.md:4:5: error: Unexpected control character U+0007 in a text, expected one line that can be shown [source/text]",
    ]
  `)
})

function slideOf(markdown: string): HandwrittenSlide {
  const shown = withPublicPictures(markdown, 'tides/own.md', folder.pictures)
  return {
    kind: 'handwritten',
    id: 'own',
    file: 'tides/own.md',
    ...shown,
    notes: { say: [], sources: [], minutes: 1 },
    facts: [],
    questions: [],
  }
}

async function made(markdown: string): Promise<Map<string, string | Uint8Array>> {
  const slides = [slideOf(markdown)]
  const render = {
    templates: {
      render: (_: string, deck: object) =>
        `---\ntitle: Tides\nlayout: default\n---\n\n${((deck as Deck).slides[0] as HandwrittenSlide).markdown}`,
    },
    shells: async (all: readonly Deck[]) => openShells(await fixtureShell(), all),
  }
  const deck = { id: 'tides', title: 'Tides', slides } as unknown as Deck
  const files = await madeBy([decks], { decks: [deck] } as unknown as Content, render)
  return new Map(files.map(({ path, data }) => [path, inOnePiece(data)]))
}

test.each([
  ['plain slides', ''],
  ['slides that Slidev compiles', '<script setup>\nconst unused = 1\n</script>\n\n'],
])('shows pictures in decks of %s', async (_, start) => {
  const files = await made(`${start}${body}`)
  const browser = await launchBrowser()
  const site = await openSite(Object.fromEntries(files))
  const asked: string[] = []
  try {
    for (const path of ['decks/tides/', 'decks/tides.html']) {
      const page = await browser.newPage()
      page.on('request', (request) =>
        asked.push(new URL(request.url()).pathname.replace(/-[0-9a-f]{12}/, '')),
      )
      await page.goto(site.url + path)
      await page.locator('h1:visible').first().waitFor()
      await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
      const widths = await page
        .locator('#slideshow img')
        .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))
      expect(widths, path).toEqual([21, 22, 23])
      await page.close()
    }
  } finally {
    await browser.close()
    await site.close()
  }
  // Once each, beside the hosted page: the one file has them in it.
  expect(asked.filter((path) => path.endsWith('.svg')).toSorted()).toEqual(
    ['high-water', 'low', 'moon'].map((name) => `/some/base/decks/tides/pictures/${name}.svg`),
  )
  expect(
    [...files.keys()]
      .filter((path) => path.startsWith('slidev/public/'))
      .map((path) => path.replace(/-[0-9a-f]{12}/, ''))
      .toSorted(),
  ).toEqual(['high-water', 'low', 'moon'].map((name) => `slidev/public/pictures/${name}.svg`))
})

test('a layout gets its picture in both forms', async () => {
  const files = await made('# Water\n\n---\nlayout: statement\nimage: moon.svg\n---\n\n# Tides')
  expect(String(files.get('decks/tides/index.html'))).toMatch(/"image":"pictures\/moon-[0-9a-f]{12}\.svg"/)
  expect(String(files.get('decks/tides.html'))).toContain('"image":"data:image/svg+xml;base64,')
})
