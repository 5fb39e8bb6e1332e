// Reading PDFs back in tests: with libraries everywhere, with qpdf where it is installed.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { getDocumentProxy } from 'unpdf'

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

/** What a screen reader and a library catalogue need to know. */
export async function passport(pdf: Uint8Array): Promise<object> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { catalog } = document
  const language = catalog.lookup(PDFName.of('Lang'))
  const info = document.context.lookup(document.context.trailerInfo.Info) as PDFDict
  return {
    title: document.getTitle(),
    author: document.getAuthor(),
    language:
      language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : undefined,
    tagged:
      catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked')) === PDFBool.True &&
      catalog.has(PDFName.of('StructTreeRoot')),
    outline: catalog.has(PDFName.of('Outlines')),
    dated: info.has(PDFName.of('CreationDate')) || info.has(PDFName.of('ModDate')),
  }
}

/**
 * How letters are in the file, for example `CIDFontType2`; `Type3` are shapes that some viewers draw badly.
 */
export function fontKinds(pdf: Uint8Array): Promise<string[]> {
  return ofFonts(pdf, (font) => font.lookup(PDFName.of('Subtype'), PDFName))
}

/** What the embedded fonts call themselves, for example `SourceSans3-Roman`. */
export async function fontNames(pdf: Uint8Array): Promise<string[]> {
  const tagged = await ofFonts(pdf, (font) => font.lookup(PDFName.of('BaseFont'), PDFName))
  return [...new Set(tagged.map((name) => name.replace(/^[A-Z]{6}\+/, '')))].toSorted()
}

async function ofFonts(pdf: Uint8Array, tell: (font: PDFDict) => PDFName): Promise<string[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  const told = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const font = object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font')
    return font ? [tell(object).decodeText()] : []
  })
  return [...new Set(told)].toSorted()
}

/** Types of PDF 1.7 that a tag may have (ISO 32000-1, 14.8.4). */
const standardTypes = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

/** Types of tags that readers of PDF 1.7 do not know, and that the file does not explain to them. */
export async function unknownTags(pdf: Uint8Array): Promise<string[]> {
  const { catalog, context } = await PDFDocument.load(pdf, { updateMetadata: false })
  const roles = catalog
    .lookup(PDFName.of('StructTreeRoot'), PDFDict)
    .lookupMaybe(PDFName.of('RoleMap'), PDFDict)
  const types = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const type =
      object instanceof PDFDict && object.has(PDFName.of('P')) ? object.get(PDFName.of('S')) : undefined
    return type instanceof PDFName ? [roles?.get(type) ?? type] : []
  })
  const names = types.map((type) => (type instanceof PDFName ? type.decodeText() : String(type)))
  return [...new Set(names)].filter((name) => !standardTypes.has(name)).toSorted()
}

export async function pageCount(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()
}

/** The text of each page, line by line from the top, the pieces of a line from left to right. */
export async function pageTexts(pdf: Uint8Array, arrange = inLines): Promise<string[]> {
  // A copy: the reader takes the bytes away.
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pages = (await PDFDocument.load(pdf, { updateMetadata: false })).getPages()
  const texts: string[] = []
  for (const [at, page] of pages.entries()) {
    const content = await (await document.getPage(at + 1)).getTextContent({ includeMarkedContent: true })
    texts.push(arrange(asMeant(content.items as Item[], actualTexts(page))))
  }
  return texts
}

/** Pieces in the order in which they are read aloud and copied: text in columns has no lines across the page. */
export function inOrder(pieces: readonly Piece[]): string {
  return pieces.map(({ str }) => str).join(' ')
}

type Item = Piece | { type: string; tag?: string; id?: string | null }

/**
 * Glyphs that are one letter only together, such as a letter and the mark over it, say in an `ActualText`
 * what they mean (ISO 32000-1, 14.9.4). pdf.js does not read that and takes the numbers of such glyphs for
 * letters; other readers do. Here the spans that have one are given its words.
 */
function asMeant(items: readonly Item[], actual: string[]): Piece[] {
  const pieces: Piece[] = []
  const open: { says: string | undefined; from: number }[] = []
  for (const item of items) {
    if ('str' in item) {
      if (item.str.trim() !== '') pieces.push(item)
    } else if (item.type !== 'endMarkedContent') {
      const marked = item.type === 'beginMarkedContentProps' && item.tag === 'Span' && !item.id
      open.push({ says: marked ? actual.shift() : undefined, from: pieces.length })
    } else {
      const { says, from } = open.pop() ?? { says: undefined, from: 0 }
      const [first, ...others] = says === undefined ? [] : pieces.splice(from)
      if (!first) continue
      const right = Math.max(...[first, ...others].map((each) => left(each) + each.width))
      pieces.push({ ...first, str: says ?? '', width: right - left(first) })
    }
  }
  if (actual.length > 0) throw new Error(`Unexpected ${actual.length} texts left, expected a span for each`)
  return withMarks(pieces)
}

/**
 * Marks have no width and belong to what was set before them, wherever they stand over it. A mark at another
 * height Typst sets by itself, and of it, too, it says that it is the whole letter: copied from any reader,
 * that letter comes twice. On paper it is right.
 */
function withMarks(pieces: readonly Piece[]): Piece[] {
  const letters: Piece[] = []
  for (const piece of pieces) {
    const before = letters.at(-1)
    if (piece.width > 0 || !before) letters.push({ ...piece })
    else if (/^\p{M}+$/u.test(piece.str) || !before.str.endsWith(piece.str)) before.str += piece.str
  }
  return letters
}

/** The `ActualText` of the spans of a page, in the order of its content. */
function actualTexts({ node }: PDFPage): string[] {
  const contents = node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents]
  return streams.flatMap((stream) => {
    if (!(stream instanceof PDFRawStream)) return []
    const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    return [
      ...content.matchAll(
        /\/Span\s*<<\s*\/ActualText\s*(?:<([\dA-Fa-f\s]*)>|\(((?:\\[^]|[^\\)])*)\))\s*>>\s*BDC/g,
      ),
    ].map(([, hex, literal = '']) =>
      (hex === undefined ? PDFString.of(literal) : PDFHexString.of(hex)).decodeText(),
    )
  })
}

/** Every piece of text with its size and its ends, in points. */
export async function placedTexts(
  pdf: Uint8Array,
): Promise<{ text: string; size: number; left: number; right: number }[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pieces: { text: string; size: number; left: number; right: number }[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    for (const item of items)
      if ('str' in item && item.str.trim() !== '')
        pieces.push({
          text: item.str,
          size: Math.round(item.height * 100) / 100,
          left: left(item),
          right: left(item) + item.width,
        })
  }
  return pieces
}

interface Piece {
  str: string
  /** The last two numbers are x and y of the start of the base line, y from the foot of the page. */
  transform: number[]
  width: number
  height: number
}

function left({ transform }: Piece): number {
  return transform[4] ?? 0
}

function inLines(pieces: readonly Piece[]): string {
  const lines: { y: number; pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const y = piece.transform[5] ?? 0
    const line = lines.find((each) => Math.abs(each.y - y) < 3)
    if (line) line.pieces.push(piece)
    else lines.push({ y, pieces: [piece] })
  }
  return lines
    .toSorted((a, b) => b.y - a.y)
    .map((line) => {
      let text = ''
      let end = Number.NEGATIVE_INFINITY
      for (const piece of line.pieces.toSorted((a, b) => left(a) - left(b))) {
        text += (left(piece) - end > piece.height * 0.12 && text !== '' ? ' ' : '') + piece.str
        end = left(piece) + piece.width
      }
      return text.replaceAll(/ +/g, ' ').trim()
    })
    .join('\n')
}

/** What qpdf has to say; throws on a damaged file. */
export function qpdfCheck(pdf: Uint8Array): string {
  return withFile(pdf, (file) => execFileSync('qpdf', ['--check', file], { encoding: 'utf8' }))
}

function withFile<T>(pdf: Uint8Array, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'factdeck-pdf-'))
  try {
    const file = join(folder, 'it.pdf')
    writeFileSync(file, pdf)
    return use(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Width and height of the first page, in points. */
export async function pageSize(pdf: Uint8Array): Promise<[number, number]> {
  const { width, height } = (await PDFDocument.load(pdf, { updateMetadata: false })).getPage(0).getSize()
  return [Math.round(width), Math.round(height)]
}

/** Addresses that the pages link to. */
export async function linkTargets(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.getPages().flatMap(({ node }) =>
    (node.Annots()?.asArray() ?? []).flatMap((reference) => {
      const action = document.context.lookup(reference, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict)
      const target = action?.lookup(PDFName.of('URI'))
      return target instanceof PDFString ? [target.decodeText()] : []
    }),
  )
}
