// An ordinary Slidev file -> the JSON that the shell shows. The file stays the source of truth: what `npx slidev` shows is what this reads.

import { extractImagesUsage, parseSlide, parseSync, resolveConfig } from '@slidev/parser'
import type { DeckData, SlideData } from './deck-data.ts'
import { parseFrontmatterLines } from './frontmatter.ts'
import { renderBody, renderNotes, renderTitle, titleText } from './render-markdown.ts'

/** A deck that the shell cannot show; the message says what to do about it. */
export class DeckError extends Error {}

/** What a deck is read against. */
export interface DeckContext {
  /** Name of the deck, unique in the output. */
  id: string
  /** Layouts of the shell. */
  layouts: readonly string[]
  /** The theme's part of the configuration. */
  themeMeta: Record<string, unknown>
}

/** Reads a deck. Throws DeckError on an unknown layout, on broken frontmatter and on slides taken from other files. */
export function readDeck(markdown: string, { id, layouts, themeMeta }: DeckContext): DeckData {
  const parsed = parseSync(markdown, `${id}.md`, { noParseYAML: true }).slides.map((source) => ({
    source,
    frontmatter: frontmatterOf(source.raw, source.frontmatterRaw, `${id}.md:${source.start + 1}`),
  }))
  const headmatter: Record<string, unknown> = { ...parsed[0]?.frontmatter }
  const defaults = (headmatter.defaults ?? {}) as Record<string, unknown>
  const slides = parsed
    .filter(({ frontmatter }) => !frontmatter.disabled && !frontmatter.hide)
    .map(({ source, frontmatter }, index): SlideData => {
      const at = `${id}.md:${source.start + 1}`
      if (frontmatter.src !== undefined) {
        throw new DeckError(`${at}: Unexpected slide taken from another file, expected its text here`)
      }
      const layout = String(frontmatter.layout ?? defaults.layout ?? (index === 0 ? 'cover' : 'default'))
      if (!layouts.includes(layout)) {
        throw new DeckError(`${at}: Unexpected layout "${layout}", expected one of ${layouts.join(', ')}`)
      }
      const title = frontmatter.title ?? frontmatter.name ?? source.title
      const level = frontmatter.level ?? source.level
      const images = extractImagesUsage(source.content, frontmatter)
      const body = source.content === '' ? {} : renderBody(source.content)
      return {
        layout,
        frontmatter: { ...defaults, ...frontmatter },
        ...(title === undefined ? {} : { title: String(title) }),
        titleHTML: title === undefined ? '' : renderTitle(String(title)),
        ...(level === undefined ? {} : { level: Number(level) }),
        noteHTML: source.note ? renderNotes(source.note) : '',
        ...(images.length > 0 ? { images } : {}),
        ...(Object.keys(body).length > 0 ? { body } : {}),
      }
    })
  if (slides[0]?.title !== undefined) headmatter.title ??= slides[0].title
  const config = resolveConfig(headmatter, themeMeta, `${id}.md`)
  const title = config.titleTemplate.replace('%s', titleText(config.title))
  const htmlAttrs = config.htmlAttrs as Record<string, string>
  const language = String(headmatter.lang ?? htmlAttrs.lang ?? 'en')
  return {
    id,
    title,
    language,
    configs: {
      ...config,
      htmlAttrs: { ...htmlAttrs, lang: language },
      info: typeof config.info === 'string' ? renderNotes(config.info) : config.info,
      remote: '',
      slidesTitle: title,
      channel: `factdeck ${id}`,
    },
    slides,
  }
}

function frontmatterOf(slide: string, raw: string | undefined, at: string): Record<string, unknown> {
  if (raw === undefined) return {}
  const lines = parseFrontmatterLines(raw)
  if (lines) return lines
  const { frontmatter, frontmatterDoc } = parseSlide(slide)
  const [problem] = frontmatterDoc?.errors ?? []
  if (problem) throw new DeckError(`${at}: Unexpected frontmatter: ${problem.message}`)
  return frontmatter
}
