import { ArticleRefused } from '../imported.ts'

/**
 * The text of bytes: UTF-8, or UTF-16 with its mark. Other encodings are refused rather than guessed: a wrong
 * guess changes letters and nobody notices. @throws ArticleRefused
 */
export function decodeText(data: Uint8Array): string {
  const mark =
    data[0] === 0xff && data[1] === 0xfe
      ? 'utf-16le'
      : data[0] === 0xfe && data[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    const text = new TextDecoder(mark, { fatal: true }).decode(data)
    if (!text.includes('\0')) return text
  } catch {
    // Not in this encoding.
  }
  throw new ArticleRefused(
    data.subarray(0, 4000).includes(0) ? 'a file that is no text' : 'a text that is not in UTF-8',
    data.subarray(0, 4000).includes(0)
      ? 'give the article as .txt, .md, .html, .docx or .pdf'
      : 'open it in your editor and save it anew with the encoding “UTF-8”; if letters look wrong there, choose the right encoding first',
  )
}
