// An article as it comes, in whatever format, as the plain text that facts are pinned in.

import type { Language } from '../languages/language.ts'
import { normaliseText } from '../source/normalise.ts'
import { decodeText } from './formats/plain-text.ts'
import { ArticleRefused, type Format, type Imported } from './imported.ts'

export { ArticleRefused, type Imported } from './imported.ts'

/** A file as it was chosen or dropped: its name, and its bytes. */
export interface ArticleFile {
  name: string
  data: Uint8Array
}

/** Larger files are no articles. */
const largestArticle = 25_000_000
/** Characters: a book of a thousand pages. */
const longestText = 3_000_000

/**
 * Reads an article. Libraries are loaded for the format at hand only; nothing in the file runs, nothing is
 * fetched. @throws ArticleRefused with the reason, and what to do, in words for a teacher.
 */
export async function readArticle(file: ArticleFile, language: Language): Promise<Imported> {
  const { data } = file
  if (data.length === 0) throw new ArticleRefused('an empty file', 'save or download it again')
  if (data.length > largestArticle)
    throw new ArticleRefused(
      `a file of ${Math.round(data.length / 1e6)} MB`,
      `at most ${largestArticle / 1e6} MB are read; copy the article alone into a new file`,
    )
  const imported = await read(formatOf(file), data, language)
  const { length } = imported.text
  if (length > longestText)
    throw new ArticleRefused(
      `a text of ${length.toLocaleString('en')} characters`,
      `at most ${longestText.toLocaleString('en')} are read; copy the part that you need into a new file`,
    )
  const { text, removed } = cleaned(imported.text)
  if (!/\p{L}/u.test(text))
    throw new ArticleRefused('a file without words', 'choose the file that holds the article')
  return {
    ...imported,
    text,
    dropped: [
      ...imported.dropped,
      ...(removed > 0
        ? [
            {
              what: 'invisible' as const,
              text: `${removed} invisible ${removed === 1 ? 'sign' : 'signs'} (soft hyphens, controls, directions)`,
            },
          ]
        : []),
    ],
  }
}

async function read(format: Format, data: Uint8Array, language: Language): Promise<Imported> {
  if (format === 'html') return (await import('./formats/html.ts')).readHtml(data, language)
  if (format === 'markdown') return (await import('./formats/markdown.ts')).readMarkdown(data)
  if (format === 'docx') return (await import('./formats/docx.ts')).readDocx(data)
  if (format === 'pdf') return (await import('./formats/pdf.ts')).readPdf(data)
  const text = normaliseText(decodeText(data))
  const first = text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim()
  const title =
    first !== undefined && first.length <= 120 && !/[.!?]$/.test(first)
      ? { value: first, basis: 'its first line' }
      : undefined
  return { format: 'text', text, ...(title ? { title } : {}), dropped: [], notes: [] }
}

/** By what the file holds; by its name where that says nothing. */
function formatOf({ name, data }: ArticleFile): Format {
  const head = new TextDecoder('latin1').decode(data.subarray(0, 2048))
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^\s{0,64}%PDF-/.test(head) || head.slice(0, 1024).includes('%PDF-1.')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) {
    const other: Readonly<Record<string, string>> = {
      odt: 'LibreOffice',
      pages: 'Pages',
      epub: 'an e-book',
      xlsx: 'Excel',
      pptx: 'PowerPoint',
    }
    if (other[ending] !== undefined)
      throw new ArticleRefused(
        `a file of ${other[ending]} (.${ending})`,
        'save it as .docx or .pdf, or copy its text',
      )
    return 'docx'
  }
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0'))
    throw ending === 'docx'
      ? new ArticleRefused(
          'a file of Word that a password locks',
          'open it with the password and save it without one',
        )
      : new ArticleRefused(
          'a file of an old Word (.doc)',
          'open it in Word or LibreOffice and save it as .docx',
        )
  if (head.startsWith('{\\rtf'))
    throw new ArticleRefused(
      'a file in Rich Text Format (.rtf)',
      'open it in Word or LibreOffice and save it as .docx',
    )
  if (/^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8|RIFF....WEBP|II\*\0|MM\0\*)/.test(head))
    throw new ArticleRefused(
      'a picture',
      'let a program for text recognition (OCR) make a text of it, or type the passages that you need',
    )
  if (
    /^(?:From:|MIME-Version:|Content-Type: multipart)/im.test(head.slice(0, 400)) &&
    /^mht(?:ml)?$|^eml$/.test(ending)
  )
    throw new ArticleRefused(`a web archive (.${ending})`, 'save the page again as “Web page, HTML only”')
  if (
    /^(?:\u00EF\u00BB\u00BF)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article)\b/i.test(
      head,
    ) ||
    /^x?html?$/.test(ending)
  )
    return 'html'
  return /^(?:md|markdown|mdown)$/.test(ending) ? 'markdown' : 'text'
}

/** A text as it can be shown: what nobody sees goes out, blanks of all kinds become blanks. */
function cleaned(raw: string): { text: string; removed: number } {
  const normal = normaliseText(raw)
  // Marks that join letters (U+200C, U+200D) and those of one direction (U+200E, U+200F) belong to scripts.
  const plain = normal.replaceAll(/[\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n\t]/gu, '')
  return {
    text: `${plain
      .replaceAll(/[\t\u00A0\u2007\u202F\u2028\u2029]/g, ' ')
      .replaceAll(/[ ]+$/gm, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()}\n`,
    removed: normal.length - plain.length,
  }
}

/**
 * The name that the text of an article gets in the articles folder: from the name of its file, whatever
 * folders that names.
 */
export function textFileName(name: string): string {
  const stem = (name.split(/[/\\]/).at(-1) ?? '').replace(/\.[a-z0-9]{1,8}$/i, '')
  const plain = stem
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60)
  return `${/^(?:con|prn|aux|nul|com\d|lpt\d)?$/.test(plain) ? `article${plain === '' ? '' : `-${plain}`}` : plain}.txt`
}
