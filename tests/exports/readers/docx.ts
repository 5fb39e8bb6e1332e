import type { MadeFile } from '../../../scripts/outputs/parts.ts'
import type { ReadQuestion } from '../read-question.ts'
import { all, xml } from './markup.ts'
import { unpacked } from './qti.ts'

/** Paragraphs of a document with their styles, as WordprocessingML has them. */
function paragraphs(data: Uint8Array): { style: string; text: string }[] {
  const root = xml(unpacked(data).get('word/document.xml')!)
  return all(root, 'p').map((paragraph) => ({
    style: all(paragraph, 'pStyle')[0]?.getAttribute('w:val') ?? '',
    text: all(paragraph, 't')
      .map(({ textContent }) => textContent ?? '')
      .join(''),
  }))
}

/** Questions by their headings: what the worksheet asks, and what the key says to it. */
export function readDocx(files: readonly MadeFile[]): ReadQuestion[] {
  const bytes = (ending: string) =>
    files.filter(({ path }) => path.endsWith(ending)).map(({ data }) => data as Uint8Array)
  const keys = bytes('-key.docx').map(byHeading)
  return bytes('-worksheet.docx').flatMap((data, n) =>
    byHeading(data).map((asked, place) => {
      const solved = keys[n]![place]!
      return {
        id: /\(([^()]+)\)$/.exec(solved.at(-1)!)![1]!,
        stem: asked[0]!.replace(/^\d+\. /, ''),
        texts: [...asked, ...solved],
      }
    }),
  )
}

function byHeading(data: Uint8Array): string[][] {
  const found: string[][] = []
  for (const { style, text } of paragraphs(data))
    if (style === 'Heading2') found.push([text])
    else found.at(-1)?.push(text)
  return found
}
