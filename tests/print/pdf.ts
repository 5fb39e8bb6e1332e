// Reading PDFs back in tests: with pdf-lib everywhere, with poppler and qpdf where they are installed.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'

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

export async function pageCount(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()
}

/** The text of each page, in the layout of the page. Needs pdftotext. */
export function pageTexts(pdf: Uint8Array, ...options: string[]): string[] {
  return withFile(pdf, (file) => execFileSync('pdftotext', [...options, file, '-'], { encoding: 'utf8' }))
    .split('\f')
    .slice(0, -1)
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
