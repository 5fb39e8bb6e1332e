import type { Language } from '../../languages/language.ts'
import { ArticleRefused, dayIn, type Dropped, type Imported, type Known } from '../imported.ts'
import { paragraphs, parseHtml, partOfPage, reported, type Document, type Node } from './document.ts'
import { decodeText } from './plain-text.ts'

/** Larger pages are no articles, and reading them takes a browser's time. */
const largest = 12_000_000

/**
 * The article of a page as a browser saves it. Mozilla's Readability, which Firefox's reader view rests on,
 * finds it; what stands around it, between it and below its pictures goes out. @throws ArticleRefused
 */
export async function readHtml(data: Uint8Array, language: Language): Promise<Imported> {
  if (data.length > largest)
    throw new ArticleRefused(
      'a page of more than 12 MB',
      'save it again as “Web page, HTML only”, or copy the article and paste it',
    )
  const document = await parseHtml(decodePage(data))
  const known = knownOf(document)
  const dropped: Dropped[] = []
  const scripts = [...document.querySelectorAll('script')].filter(
    (each) => each.getAttribute?.('type') !== 'application/ld+json',
  )
  if (scripts.length > 0)
    dropped.push({
      what: 'script',
      text: `${scripts.length} ${scripts.length === 1 ? 'script' : 'scripts'}, not run`,
    })
  const all = paragraphs(document.body)
  const kept = await article(document)
  const furniture = language.claims?.furniture
  const title = known.title?.value
  const lines = kept.flatMap(({ text, of }) => {
    const what =
      partOfPage(of) ??
      (furniture?.test(text) && text.split(' ').length <= 25 ? furnitureKind(text) : undefined)
    if (what === undefined) return [text]
    dropped.push({ what, text })
    return []
  })
  const there = new Set(lines)
  for (const { text, of } of all)
    if (!there.has(text) && text !== title)
      dropped.push({ what: partOfPage(of) ?? (furniture?.test(text) ? furnitureKind(text) : 'around'), text })
  if (lines.join(' ').split(/\s+/).length < 25)
    throw new ArticleRefused(
      'a page without the text of an article',
      'many pages put their text in only when they are shown: open it in the browser, choose “Save page as … Web page, complete”, or copy the article and paste it',
    )
  const text = [...(title !== undefined && lines[0] !== title ? [title] : []), ...lines].join('\n\n')
  return { format: 'html', text, ...known, dropped: reported(dropped), notes: [] }
}

function furnitureKind(text: string): Dropped['what'] {
  if (/read|see also|related|more (?:on|from)|next|previous/i.test(text)) return 'read-also'
  return /photo|image|picture|credit/i.test(text) ? 'caption' : 'share'
}

async function article(document: Document): Promise<{ text: string; of: Node }[]> {
  const { Readability } = await import('@mozilla/readability')
  // Readability takes the document apart: it gets one of its own.
  const copy = await parseHtml(
    `<!doctype html>${(document.documentElement as unknown as { outerHTML: string }).outerHTML}`,
  )
  for (const each of copy.querySelectorAll('figcaption, aside, nav, footer')) each.remove()
  const found = new Readability(copy as never, { charThreshold: 200, keepClasses: true }).parse()
  if (found?.content) {
    const { body } = await parseHtml(`<!doctype html><html><body>${found.content}</body></html>`)
    const made = paragraphs(body)
    if (made.length > 0) return made
  }
  const main = document.querySelector('article') ?? document.querySelector('main') ?? document.body
  return paragraphs(main).filter(({ of }) => partOfPage(of) === undefined)
}

/** In the encoding that its mark or its head names, else UTF-8. */
function decodePage(data: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(data.subarray(0, 4096))
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  if (named !== undefined && !/^utf-?8$/i.test(named)) {
    try {
      return new TextDecoder(named, { fatal: true }).decode(data)
    } catch {
      // Not in the encoding that it names.
    }
  }
  return decodeText(data)
}

type Metadata = Pick<Imported, 'title' | 'author' | 'publisher' | 'published' | 'url'>

/** What a page says of itself: JSON-LD first, which is written for machines, then its `meta` elements. */
function knownOf(document: Document): Metadata {
  const data = linkedData(document)
  const meta = (...names: string[]): Known | undefined => {
    for (const name of names) {
      const content = document
        .querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
        ?.getAttribute?.('content')
        ?.trim()
      if (content) return { value: content, basis: `the page’s <meta> “${name}”` }
    }
    return undefined
  }
  const element = (selector: string, attribute?: string): Known | undefined => {
    const found = document.querySelector(selector)
    const text = (attribute === undefined ? found?.textContent : found?.getAttribute?.(attribute))
      ?.replaceAll(/\s+/g, ' ')
      .trim()
    return text ? { value: text, basis: `the page’s <${selector.replace(/\[.*/, '')}>` } : undefined
  }
  const published =
    from(data?.['datePublished'], 'datePublished') ??
    meta(
      'article:published_time',
      'datePublished',
      'date',
      'dc.date',
      'DC.date.issued',
      'citation_publication_date',
    ) ??
    element('time[datetime]', 'datetime')
  const day = dayIn(published?.value)
  const title =
    from(data?.['headline'], 'headline') ??
    meta('og:title', 'citation_title') ??
    element('h1') ??
    element('title')
  const author =
    from(data?.['author'], 'author') ??
    meta('author', 'article:author', 'citation_author') ??
    element('[rel=author]')
  const publisher = from(data?.['publisher'], 'publisher') ?? meta('og:site_name', 'citation_journal_title')
  const address = element('link[rel=canonical]', 'href') ?? meta('og:url')
  return {
    ...(title ? { title } : {}),
    ...(author && !/^https?:/.test(author.value) ? { author } : {}),
    ...(publisher ? { publisher } : {}),
    ...(published && day !== undefined ? { published: { value: day, basis: published.basis } } : {}),
    ...(address && /^https?:\/\/[^\s]+$/.test(address.value) ? { url: address } : {}),
  }
}

function from(value: unknown, key: string): Known | undefined {
  const text = nameOf(value)
  return text === undefined ? undefined : { value: text, basis: `the page’s data (JSON-LD), “${key}”` }
}

function linkedData(document: Document): Record<string, unknown> | undefined {
  for (const each of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const value = JSON.parse(each.textContent) as unknown
      const list = Array.isArray(value)
        ? value
        : [value, ...((value as { '@graph'?: unknown[] })['@graph'] ?? [])]
      const found = list.find((item) =>
        /Article|BlogPosting|Report/.test(String((item as { '@type'?: unknown })?.['@type'])),
      )
      if (found) return found as Record<string, unknown>
    } catch {
      // Data that cannot be read says nothing.
    }
  }
  return undefined
}

/** A name as JSON-LD gives it: a text, an object with one, or a list of either. */
function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim().slice(0, 300)
  if (Array.isArray(value)) {
    const names = value.slice(0, 10).flatMap((each) => nameOf(each) ?? [])
    return names.length === 0 ? undefined : names.join(', ')
  }
  return value !== null && typeof value === 'object' ? nameOf((value as { name?: unknown }).name) : undefined
}
