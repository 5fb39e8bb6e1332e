// Hand-written slides on PowerPoint slides: texts, lists, a table and a picture of each. What only a browser
// shows is left out.

import type { MarkdownExit } from 'markdown-exit'
import type { HandwrittenSlide } from '../../../../contract/deck.ts'
import { readHandwritten } from '../../../decks/handwritten.ts'
import { pictureDrawing, type Drawing } from './drawings.ts'
import type { Line, Page } from './page.ts'

type Token = ReturnType<MarkdownExit['parse']>[number]

/** The slides of a file as Slidev shows them; what their author noted comes before `notes`. */
export async function handwrittenPages(slide: HandwrittenSlide, notes: readonly string[]): Promise<Page[]> {
  const read = readHandwritten(slide.markdown, slide.file)
  if ('fault' in read) return []
  // Only who asks for PowerPoint files waits for a parser.
  const { createMarkdownExit } = await import('markdown-exit')
  const parser = createMarkdownExit({ html: true })
  return read.slides
    .filter(({ frontmatter }) => !frontmatter['disabled'] && !frontmatter['hide'])
    .map(({ title = '', content, note = '' }) => {
      const tokens = parser.parse(withoutSlots(content), {})
      const heading = tokens.find(
        (token, at) => token.content === title && tokens[at - 1]?.type === 'heading_open',
      )
      return {
        title: (heading ? wordsOf(heading) : title) || slide.id,
        master: 'content',
        ...bodyOf(tokens, heading, slide.pictures),
        notes: [...note.split(/\n\s*\n/).flatMap((each) => each.trim() || []), ...notes],
      }
    })
}

/** `::right::` says where in a layout a text stands. */
function withoutSlots(markdown: string): string {
  return markdown.replaceAll(/<!--[^]*?-->|^::[\w.\-: ]+::[ \t]*$/gm, '')
}

function bodyOf(
  tokens: readonly Token[],
  heading: Token | undefined,
  pictures: HandwrittenSlide['pictures'],
): Pick<Page, 'lines' | 'table' | 'drawing'> {
  const lines: Line[] = []
  const add = (role: Line['role'], text: string): void => {
    for (const line of text.split('\n')) if (line.trim() !== '') lines.push({ role, text: line.trim() })
  }
  let table: Page['table']
  // Beside a table there is no room for a picture.
  const drawing = tokens.some(({ type }) => type === 'table_open')
    ? undefined
    : firstPicture(tokens, pictures)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.type === 'table_open') {
      const end = tokens.findIndex(({ type }, n) => n > at && type === 'table_close')
      const [head = [], ...rows] = rowsIn(tokens.slice(at, end))
      // Nor for a second table.
      if (table) for (const row of [head, ...rows]) add('point', row.join(' · '))
      else table = { head, rows }
      at = end
    } else if (token.type === 'heading_open') {
      at += 1
      if (tokens[at] !== heading) add('lead', wordsOf(tokens[at]!))
    } else if (token.type === 'inline')
      add(isItem(tokens, at) ? 'point' : 'plain', wordsOf(token, drawing?.alt))
    else if (token.type === 'fence' || token.type === 'code_block') add('plain', token.content)
    else if (token.type === 'html_block') add('plain', untagged(token.content))
  }
  return { lines, ...(table ? { table } : {}), ...(drawing ? { drawing } : {}) }
}

function firstPicture(tokens: readonly Token[], pictures: HandwrittenSlide['pictures']): Drawing | undefined {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const src = token.type === 'image' ? token.attrGet('src') : null
    const drawing =
      src === null ? undefined : pictureDrawing({ src, alt: token.content, credit: '' }, pictures)
    if (drawing) return drawing
  }
  return undefined
}

/** Whether a paragraph stands in an item of a list. */
function isItem(tokens: readonly Token[], at: number): boolean {
  const { level } = tokens[at]!
  return tokens.slice(0, at).findLast((outer) => outer.level === level - 2)?.tag === 'li'
}

function rowsIn(tokens: readonly Token[]): string[][] {
  const rows: string[][] = []
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'inline') rows.at(-1)!.push(wordsOf(token))
  }
  return rows
}

/** The letters of a paragraph, without the words for the picture that is drawn. */
function wordsOf({ children }: Token, drawn?: string): string {
  return (children ?? [])
    .map(({ type, content }) => {
      if (type === 'softbreak') return ' '
      if (type === 'hardbreak') return '\n'
      if (type === 'image') return content === drawn ? '' : content
      return type === 'html_inline' ? '' : content
    })
    .join('')
    .trim()
}

function untagged(html: string): string {
  return html.replaceAll(/<(script|style)\b[^>]*>[^]*?<\/\1>|<[^>]*>/gi, '')
}
