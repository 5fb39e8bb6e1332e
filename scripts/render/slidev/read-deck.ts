// An ordinary Slidev file -> the JSON that the shell shows. The file stays the source of truth: what `npx
// slidev` shows is what this reads.

import { extractImagesUsage, parseSlide, parseSync, resolveConfig } from '@slidev/parser'
import type { DeckData, SlideData } from '../../../contract/deck-data.ts'
import { holdsVue, openBodyCompiler, utilityStyles, type CompileBody } from './compile-body.ts'
import { parseFrontmatterLines } from './frontmatter.ts'
import { needsCompiler, showsElsewhere, slideKey } from './compiled-slides.ts'
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
  /** Keys of the slides that are compiled into the shell. */
  modules?: ReadonlySet<string>
}

/**
 * Reads a deck. Throws DeckError on an unknown layout, on broken frontmatter and on slides taken from other
 * files.
 */
export async function readDeck(markdown: string, context: DeckContext): Promise<DeckData> {
  const { id, layouts, themeMeta, modules = new Set() } = context
  const renders: Record<string, string> = {}
  const pictures: Record<string, string> = {}
  const parsed = parseSync(markdown, `${id}.md`, { noParseYAML: true }).slides.map((source) => ({
    source,
    frontmatter: frontmatterOf(source.raw, source.frontmatterRaw, `${id}.md:${source.start + 1}`),
  }))
  const compile = parsed.some(({ source }) => source.content !== '') ? await openBodyCompiler() : undefined
  const headmatter: Record<string, unknown> = { ...parsed[0]?.frontmatter }
  const defaults = (headmatter.defaults ?? {}) as Record<string, unknown>
  const slides = parsed
    .filter(({ frontmatter }) => !frontmatter.disabled && !frontmatter.hide)
    .map(({ source, frontmatter }, index): SlideData => {
      const at = `${id}.md:${source.start + 1}`
      const elsewhere =
        frontmatter.src === undefined ? showsElsewhere(source.content) : 'slide taken from another file'
      if (elsewhere)
        throw new DeckError(`${at}: Unexpected ${elsewhere}, expected what a finished deck can show`)
      const needed = needsCompiler(source.content)
      const module = needed ? slideKey(source.content) : undefined
      if (module !== undefined && !modules.has(module))
        throw new DeckError(`${at}: Unexpected ${needed}, expected what the slide shell can show`)
      const layout = String(frontmatter.layout ?? defaults.layout ?? (index === 0 ? 'cover' : 'default'))
      if (!layouts.includes(layout)) {
        throw new DeckError(`${at}: Unexpected layout "${layout}", expected one of ${layouts.join(', ')}`)
      }
      const title = frontmatter.title ?? frontmatter.name ?? source.title
      const level = frontmatter.level ?? source.level
      if (module !== undefined)
        for (const [address, name = ''] of source.content.matchAll(/\/pictures\/([\w.-]+)/g))
          pictures[name] = address
      const images = extractImagesUsage(source.content, frontmatter)
      return {
        layout,
        frontmatter: { ...defaults, ...frontmatter },
        ...(title === undefined ? {} : { title: titleText(String(title)) }),
        titleHTML: title === undefined ? '' : renderTitle(String(title)),
        ...(level === undefined ? {} : { level: Number(level) }),
        noteHTML: source.note ? renderNotes(source.note) : '',
        ...(images.length > 0 ? { images } : {}),
        ...(module === undefined ? compile && bodyOf(source.content, at, renders, compile) : { module }),
      }
    })
  if (slides[0]?.title !== undefined) headmatter.title ??= slides[0].title
  const style = await utilityStyles(parsed.map(({ source }) => source.content))
  const config = resolveConfig({ titleTemplate: '%s', ...headmatter }, themeMeta, `${id}.md`)
  const title = config.titleTemplate.replace('%s', () => titleText(config.title))
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
    ...(style === '' ? {} : { style }),
    ...(Object.keys(renders).length > 0 ? { renders } : {}),
    ...(Object.keys(pictures).length > 0 ? { pictures } : {}),
  }
}

/** The body by slot, compiled where it holds Vue; compiled code is added to `renders`. */
function bodyOf(
  content: string,
  at: string,
  renders: Record<string, string>,
  compile: CompileBody,
): Pick<SlideData, 'body' | 'compiled'> {
  if (content === '') return {}
  const body: Record<string, string> = {}
  const compiled: Record<string, string> = {}
  for (const [slot, html] of Object.entries(renderBody(content))) {
    if (!holdsVue(html)) body[slot] = html
    else {
      const { key, code, problems } = compile(html)
      if (problems[0]) throw new DeckError(`${at}: Unexpected Vue template: ${problems[0].message}`)
      renders[key] = code
      compiled[slot] = key
    }
  }
  return {
    ...(Object.keys(body).length > 0 ? { body } : {}),
    ...(Object.keys(compiled).length > 0 ? { compiled } : {}),
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
