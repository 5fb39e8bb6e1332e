import { dayIn, type Dropped, type Imported, type Known } from '../imported.ts'
import { paragraphs, parseHtml, reported } from './document.ts'
import { decodeText } from './plain-text.ts'

/** Markdown as plain paragraphs. Front matter tells of the article; pictures and comments go out. */
export async function readMarkdown(data: Uint8Array): Promise<Imported> {
  const { createMarkdownExit } = await import('markdown-exit')
  const whole = decodeText(data).replace(/^\uFEFF/, '')
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(whole)
  const about = (key: string): Known | undefined => {
    const line = new RegExp(`^${key}:\\s*(.+?)\\s*$`, 'im')
      .exec(front?.[1] ?? '')?.[1]
      ?.replace(/^(["'])(.*)\1$/, '$2')
    return line ? { value: line, basis: `the front matter, “${key}”` } : undefined
  }
  const source = whole.slice(front?.[0].length ?? 0)
  const dropped: Dropped[] = [...source.matchAll(/!\[([^\]]*)\]\([^)]*\)/g)].map(([, text]) => ({
    what: 'picture',
    text: text || 'a picture',
  }))
  const html = createMarkdownExit({ html: true }).render(source)
  const { body } = await parseHtml(`<!doctype html><html><body>${html}</body></html>`)
  const lines = paragraphs(body).map(({ text }) => text)
  const published = about('date') ?? about('published')
  const day = dayIn(published?.value)
  const first = body.querySelector('h1')?.textContent.trim()
  const title = about('title') ?? (first ? { value: first, basis: 'its first heading' } : undefined)
  const [author, publisher] = [about('author'), about('publisher')]
  return {
    format: 'markdown',
    text: [...(title && lines[0] !== title.value ? [title.value] : []), ...lines].join('\n\n'),
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(publisher ? { publisher } : {}),
    ...(published && day !== undefined ? { published: { value: day, basis: published.basis } } : {}),
    dropped: reported(dropped),
    notes: [],
  }
}
