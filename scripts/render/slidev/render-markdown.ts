// Markdown to HTML with the parser and the settings of Slidev's own compiler, so that a slide reads the same
// in both.

import { createMarkdownExit, type MarkdownExit, type Token } from 'markdown-exit'

const notes = linked(createMarkdownExit({ html: true }), false)
const bodies = linked(
  createMarkdownExit({ html: true, xhtmlOut: true, linkify: true, typographer: true, quotes: `""''` }),
  true,
)
// Slidev compiles a title as Markdown and Vue; here a tag in a title is text.
const titles = createMarkdownExit({ html: false, linkify: true, quotes: `""''` })

/** Speaker notes as Slidev renders them, `[click]` marks included. */
export function renderNotes(text: string): string {
  let clicks = 0
  const marked = text.replaceAll(/\[click(?::(\d+))?\]/gi, (_, count = '1') => {
    clicks += Number(count)
    return `<span class="slidev-note-click-mark" data-clicks="${clicks}"></span>`
  })
  return notes.render(marked)
}

/** A slide's title as the overview and the table of contents show it. */
export function renderTitle(title: string): string {
  return titles.render(withoutComments(title)).trim()
}

/** A title without its Markdown, for the browser's tab. */
export function titleText(title: string): string {
  return titles
    .parseInline(withoutComments(title), {})
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('')
    .trim()
}

/** Generated titles keep two braces apart with an empty comment, which Slidev's compiler drops. */
function withoutComments(title: string): string {
  return title.replaceAll('<!---->', '')
}

/** The body of a slide by slot: what stands before the first `::name::` line is `default`. */
export function renderBody(markdown: string): Record<string, string> {
  const slots: Record<string, string> = {}
  let name = 'default'
  let lines: string[] = []
  const close = (): void => {
    const html = bodies.render(lines.join('\n')).trim()
    if (html !== '') slots[name] = html
    lines = []
  }
  for (const line of markdown.split('\n')) {
    const marker = /^::\s*([\w.\-:]+)\s*::\s*$/.exec(line)
    if (!marker) lines.push(line)
    else {
      close()
      name = marker[1] ?? name
    }
  }
  close()
  return slots
}

/** Links to slides are Slidev's `Link`; all others open in a new tab. */
function linked(md: MarkdownExit, toSlides: boolean): MarkdownExit {
  md.renderer.rules.link_open = (tokens, index, options, _, self) => {
    const token = tokens[index] as Token
    const href = token.attrGet('href') ?? ''
    if (!'./#'.includes(href[0] ?? '') && !/^\d+$/.test(href)) {
      if (token.attrGet('target') === null) token.attrPush(['target', '_blank'])
    } else if (toSlides) {
      token.tag = 'Link'
      token.attrs = (token.attrs ?? []).map(([name, value]) => [name === 'href' ? 'to' : name, value])
      const close = tokens.slice(index).find(({ type }) => type === 'link_close')
      if (close) close.tag = 'Link'
    }
    return self.renderToken(tokens, index, options)
  }
  return md
}
