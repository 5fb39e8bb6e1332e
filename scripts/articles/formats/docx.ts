import { ArticleRefused, dayIn, type Dropped, type Imported, type Known } from '../imported.ts'
import { paragraphs, parseHtml, reported } from './document.ts'

/** What the parts that are read may take unpacked; a thesis has a tenth of it. */
const largest = 30_000_000

/**
 * The text of a file of Word (.docx). Only the parts of text are unpacked, and no more than is sensible, so
 * that a file which unpacks to gigabytes is refused before it does. @throws ArticleRefused
 */
export async function readDocx(data: Uint8Array): Promise<Imported> {
  const parts = await textParts(data)
  if (!parts['word/document.xml'])
    throw new ArticleRefused(
      'a packed file that Word did not make',
      'give the article as .txt, .md, .html, .docx or .pdf',
    )
  const [{ zipSync, strFromU8 }, { default: mammoth }] = await Promise.all([
    import('fflate'),
    import('mammoth'),
  ])
  const { value: html } = await mammoth
    .convertToHtml({ buffer: Buffer.from(zipSync(parts, { level: 0 })) }, {
      styleMap: ["p[style-name='caption'] => p.caption:fresh", "p[style-name='Caption'] => p.caption:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    } as never)
    .catch(() => {
      throw new ArticleRefused(
        'a file of Word that is damaged',
        'open it in Word or LibreOffice and save it again as .docx',
      )
    })
  const { body } = await parseHtml(`<!doctype html><html><body>${html}</body></html>`)
  const dropped: Dropped[] = []
  for (const _ of body.querySelectorAll('img')) dropped.push({ what: 'picture', text: 'a picture' })
  for (const [name, part] of Object.entries(parts))
    if (/^word\/(?:header|footer)\d*\.xml$/.test(name))
      dropped.push({ what: 'running-head', text: wordsOf(strFromU8(part)) })
  const lines = paragraphs(body).flatMap(({ text, of }) => {
    if (of.getAttribute?.('class') === 'caption') dropped.push({ what: 'caption', text })
    else return [text.replaceAll(/(?<=\p{L}[.,;]?)\[\d+\]/gu, '')]
    return []
  })
  const core = parts['docProps/core.xml'] ? strFromU8(parts['docProps/core.xml']) : ''
  const property = (name: string): Known | undefined => {
    const text = wordsOf(new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`).exec(core)?.[1] ?? '')
    return text === '' ? undefined : { value: text, basis: 'the properties of the file' }
  }
  const [title, author, created] = [property('dc:title'), property('dc:creator'), property('dcterms:created')]
  const day = dayIn(created?.value)
  const first = body.querySelector('h1')?.textContent.trim()
  const named = title ?? (first ? { value: first, basis: 'its first heading' } : undefined)
  return {
    format: 'docx',
    text: lines.join('\n\n'),
    ...(named ? { title: named } : {}),
    ...(author ? { author } : {}),
    dropped: reported(dropped),
    notes:
      day === undefined
        ? []
        : [`the file was made on ${day}; that need not be the day on which the article appeared`],
  }
}

async function textParts(data: Uint8Array): Promise<Record<string, Uint8Array>> {
  const { Unzip, UnzipInflate } = await import('fflate')
  const parts: Record<string, Uint8Array> = {}
  const counted = {
    bytes: 0,
    get tooMany() {
      return this.bytes > largest
    },
  }
  // By and by, counting what really comes out: the sizes that a packed file states may lie.
  const unzip = new Unzip((file) => {
    if (
      counted.tooMany ||
      !/^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/document\.xml\.rels|[a-z]+\d*\.xml))$/i.test(
        file.name,
      )
    )
      return
    const chunks: Uint8Array[] = []
    file.ondata = (failed, chunk, final) => {
      if (failed || counted.tooMany) return
      counted.bytes += chunk.length
      if (counted.tooMany) return file.terminate()
      chunks.push(chunk)
      if (final) parts[file.name] = Buffer.concat(chunks)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  const step = 16_384
  try {
    for (let at = 0; at < data.length && !counted.tooMany; at += step)
      unzip.push(data.subarray(at, at + step), at + step >= data.length)
  } catch {
    throw new ArticleRefused('a packed file that is damaged', 'save or download it again')
  }
  if (counted.tooMany)
    throw new ArticleRefused(
      'a file that unpacks to more than 30 MB of text',
      'no article is that long; copy the part that you need into a new file',
    )
  return parts
}

/** The words of XML without its marks. */
function wordsOf(xml: string): string {
  return xml
    .replaceAll(/<\/w:p>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim()
}
