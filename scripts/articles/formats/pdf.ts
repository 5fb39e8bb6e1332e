import { ArticleRefused, dayIn, type Dropped, type Imported } from '../imported.ts'
import { reported } from './document.ts'
import { linesOf, median, secondColumn, type Line, type Piece } from './pdf-lines.ts'

/** More pages are a book. */
const mostPages = 300

interface TextItem {
  str: string
  transform: readonly number[]
  width: number
  height: number
}

/**
 * The text of a PDF: columns, words parted at the ends of lines, heads and numbers of pages. Nothing in it
 * runs. A scan, which is pictures of pages, and a locked file are refused. @throws ArticleRefused
 */
export async function readPdf(data: Uint8Array): Promise<Imported> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(data.slice(), {
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  } as never).catch((thrown: Error) => {
    if (thrown.name === 'PasswordException')
      throw new ArticleRefused(
        'a PDF that a password locks',
        'open it with the password and print it to a new PDF, or copy its text',
      )
    throw new ArticleRefused('a PDF that is damaged', 'save or download it again, or copy its text')
  })
  try {
    if (pdf.numPages > mostPages)
      throw new ArticleRefused(
        `a PDF of ${pdf.numPages} pages`,
        `take the pages that you need out of it; at most ${mostPages} are read`,
      )
    const pieces: Piece[][] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      pieces.push((items as unknown as TextItem[]).flatMap((item) => pieceOf(item, height)))
    }
    const gutters = pieces.flatMap((page) => secondColumn(page) ?? [])
    const pages = pieces.map((page) => linesOf(page, gutters.length === 0 ? undefined : median(gutters)))
    const letters = pages.flat().reduce((sum, { text }) => sum + text.replaceAll(/\s/g, '').length, 0)
    if (letters < 20 * pdf.numPages)
      throw new ArticleRefused(
        'a PDF without text, such as a scan: it holds pictures of pages',
        'let a program for text recognition (OCR) make a PDF with text of it, or type the passages that you need',
      )
    const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as {
      info: Record<string, unknown>
    }
    const scripts = await pdf.getJSActions().catch(() => null)
    const { kept, dropped } = withoutRunningHeads(pages)
    const paragraphs = paragraphsOf(kept)
    const basis = 'the properties of the file'
    const told = (key: string): string | undefined => {
      const value = info[key]
      return typeof value === 'string' &&
        value.trim() !== '' &&
        !/\.(?:docx?|indd|pdf|tex)$|^untitled/i.test(value)
        ? value.trim().slice(0, 300)
        : undefined
    }
    const [title, author, made] = [
      told('Title'),
      told('Author'),
      dayIn(info['CreationDate'] as string | undefined),
    ]
    if (scripts) dropped.push({ what: 'script', text: 'scripts, not run' })
    return {
      format: 'pdf',
      text: paragraphs.join('\n\n'),
      ...(title === undefined ? {} : { title: { value: title, basis } }),
      ...(author === undefined ? {} : { author: { value: author, basis } }),
      dropped: reported(dropped),
      notes:
        made === undefined
          ? []
          : [`the file was made on ${made}; that need not be the day on which the article appeared`],
    }
  } finally {
    await (pdf as unknown as { destroy(): Promise<void> }).destroy().catch(() => undefined)
  }
}

function pieceOf({ str, transform, width }: TextItem, height: number): Piece[] {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  const size = Math.hypot(a, b) || 1
  // Words that stand upright, such as a mark along the margin, are no line.
  return Math.abs(b) > Math.abs(a) || str.trim() === '' ? [] : [{ text: str, x, y: height - y, width, size }]
}

/** Lines at the top or foot of pages that come again, figures aside, and numbers of pages. */
function withoutRunningHeads(pages: readonly Line[][]): { kept: Line[][]; dropped: Dropped[] } {
  const ends = pages.map((lines) => {
    const order = lines.toSorted((a, b) => a.y - b.y)
    return new Set([...order.slice(0, 2), ...order.slice(-2)])
  })
  const counts = new Map<string, number>()
  for (const lines of ends)
    for (const each of new Set([...lines].map(form))) counts.set(each, (counts.get(each) ?? 0) + 1)
  const dropped: Dropped[] = []
  const kept = pages.map((lines, index) =>
    lines.filter((line) => {
      if (!ends[index]!.has(line)) return true
      const number = /^[-–—\s]*(?:page|seite|стор\.?|p\.)?\s*\d+(?:\s*(?:\/|of|von|з)\s*\d+)?[-–—\s]*$/i.test(
        line.text,
      )
      const again = pages.length > 1 && (counts.get(form(line)) ?? 0) >= Math.max(2, pages.length * 0.6)
      if (!number && !again) return true
      dropped.push({ what: number ? 'page-number' : 'running-head', text: line.text })
      return false
    }),
  )
  return { kept, dropped }
}

/** A line without its figures, so that "Page 3" comes again as "Page 4". */
function form({ text }: Line): string {
  return text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function paragraphsOf(pages: readonly Line[][]): string[] {
  const all = pages.flat()
  const words = new Set(all.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? []))
  const steps = pages.flatMap((lines) =>
    lines
      .slice(1)
      .map((line, at) => line.y - lines[at]!.y)
      .filter((step) => step > 0),
  )
  const usual = median(steps)
  const paragraphs: string[] = []
  let before: Line | undefined
  for (const [page, lines] of pages.entries()) {
    const edges = new Map<number, number>()
    for (const { column, x } of lines) edges.set(column, Math.min(edges.get(column) ?? Infinity, x))
    for (const [at, line] of lines.entries()) {
      const text = line.text.replaceAll(/\s+/g, ' ').trim()
      const last = paragraphs.length - 1
      const turns = before !== undefined && (at === 0 ? page > 0 : before.column !== line.column)
      const indented = line.x - (edges.get(line.column) ?? line.x) > line.size * 0.8
      const goesOn = turns
        ? !/[.!?:”"]$/.test(paragraphs[last] ?? '.') && Math.abs(before!.size - line.size) < 0.6
        : before !== undefined &&
          line.y - before.y < usual * 1.35 &&
          Math.abs(before.size - line.size) < 0.6 &&
          !indented
      if (goesOn && last >= 0) paragraphs[last] = joinLines(paragraphs[last]!, text, words)
      else paragraphs.push(text)
      before = line
    }
  }
  return paragraphs
}

/** Two lines as one text: a word parted between them is whole again, a word with a hyphen keeps it. */
function joinLines(first: string, second: string, words: ReadonlySet<string>): string {
  const head = /([\p{L}]+)[-‐\u00AD]$/u.exec(first)
  const tail = /^[\p{Ll}]+/u.exec(second)
  if (!head || !tail) return `${first} ${second}`
  const withHyphen = `${head[1]}-${tail[0]}`.toLowerCase()
  const whole = `${head[1]}${tail[0]}`.toLowerCase()
  return words.has(withHyphen) && !words.has(whole) ? first + second : first.slice(0, -1) + second
}
