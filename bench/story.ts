// `npm run bench -- story`: what a class is shown by the decks of the repository's own content. Counted, not
// timed: the same on every machine.

import { spokenMinutes } from '../scripts/decks/plan/time/spoken.ts'
import type { Content } from '../scripts/decks/content.ts'
import type { Deck, Slide } from '../contract/deck.ts'
import { emit, gzipped } from './measure.ts'
import { kilobytes } from './table.ts'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shownProps } from '../scripts/render/slidev-markdown.ts'
import { loadContent } from '../scripts/commands/load-content.ts'
import { packageRoot } from './measure.ts'

/** Layouts that are sentences and nothing else. */
const ofText: ReadonlySet<string> = new Set(['statement', 'account', 'voices', 'disagreement', 'quotation'])

/** A table in Markdown, a line a deck. */
export async function measureStory(): Promise<string> {
  const { content } = await loadContent(packageRoot)
  if (!content) throw new Error('Unexpected errors in the content, expected none: npm run check')
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-story-'))
  try {
    await emit({ content: packageRoot, outputs: ['decks'], out: folder })
    return await table(content, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function table({ decks }: Content, folder: string): Promise<string> {
  const lines = await Promise.all(
    decks.map(async (deck) => {
      const page = await readFile(join(folder, `decks/${deck.id}.html`), 'utf8')
      const bare = page.replaceAll(/url\((["']?)data:font\/[^)]*\)/g, 'url()')
      return [
        deck.id,
        deck.slides.length,
        layoutsOf(deck).size,
        deck.slides.filter((slide) => ofText.has(nameOf(slide))).length,
        neighbours(deck),
        deck.slides.reduce((sum, slide) => sum + wordsOn(slide), 0),
        `${Math.ceil(deck.slides.reduce((sum, slide) => sum + spokenMinutes(slide, deck.language), 0))} of ${deck.minutes}`,
        kilobytes(gzipped(bare)),
        kilobytes(mapBytes(deck)),
      ].join(' | ')
    }),
  )
  const head =
    'deck | slides | layouts | of them text | neighbours of one layout | words shown | minutes spoken | one file without fonts, gzip | maps in it, gzip'
  return [head, head.replaceAll(/[^|]+/g, ' --- '), ...lines].map((line) => `| ${line} |`).join('\n')
}

function nameOf(slide: Slide): string {
  return slide.kind === 'layout' ? slide.layout : slide.kind
}

function layoutsOf({ slides }: Deck): Set<string> {
  return new Set(slides.map(nameOf))
}

/** Slides that look like the one before them; lists that go on are one. */
function neighbours({ slides }: Deck): number {
  return slides.filter(
    (slide, index) =>
      index > 0 && nameOf(slide) === nameOf(slides[index - 1]!) && nameOf(slide) !== 'sources',
  ).length
}

const unseen = new Set([
  'goods',
  'id',
  'status',
  'kind',
  'from',
  'to',
  'land',
  'borders',
  'disputed',
  'degree',
  'src',
])

function wordsOn(slide: Slide): number {
  const count = (value: unknown): number => {
    if (typeof value === 'string') return value.split(/\s+/).filter((word) => word !== '').length
    if (typeof value !== 'object' || value === null) return 0
    return Object.entries(value).reduce((sum, [key, each]) => sum + (unseen.has(key) ? 0 : count(each)), 0)
  }
  return slide.kind === 'layout' ? count(shownProps(slide)) : count(slide.markdown)
}

/** What the paths of maps weigh. */
function mapBytes({ slides }: Deck): number {
  const paths = slides.flatMap((slide) =>
    slide.kind === 'layout' && slide.layout === 'map'
      ? [slide.props.map.land, slide.props.map.borders, slide.props.map.disputed]
      : [],
  )
  return paths.length === 0 ? 0 : gzipped(paths.join('\n'))
}
