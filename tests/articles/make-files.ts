// Articles in the formats that are read, made here: one invented text, and around it what such files have.

import { PDFDocument, PDFHexString, StandardFonts } from 'pdf-lib'
import { strToU8, zipSync } from 'fflate'

export const title = 'The ferry line to Skerry Island will close'
export const paragraphs = [
  'The harbour office announced on Monday that the ferry to Skerry Island will stop in October. About 340 people live there, and the boat carried 21,000 passengers last year.',
  'Mayor Ida Lind said a bridge-building plan was under way. “We will not leave anybody behind,” she told the town council.',
  'The islanders’ union estimates that the detour by road takes at least 90 minutes. A well-known baker, Olle Berg, reportedly plans to move his shop to the mainland.',
]

export const markdownFile = `---
title: "${title}"
author: Mira Holm
date: 2024-09-03
publisher: Coast News
---

# ${title}

${paragraphs[0]}

![The ferry at the pier](ferry.jpg)

${paragraphs[1]?.replace('under way', '**under way**').replace('the town council', '[the town council](https://example.org)')}

- ${paragraphs[2]}

<script>globalThis.ran = true</script>
`

export const htmlFile = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} – Coast News</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="Coast News">
<link rel="canonical" href="https://news.example/ferry">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title}","datePublished":"2024-09-03T08:15:00+02:00","author":[{"@type":"Person","name":"Mira Holm"}],"publisher":{"@type":"Organization","name":"Coast News"}}</script>
<script>globalThis.ran = true; document.write('<p>Injected words</p>')</script>
<style>body{color:red}</style></head>
<body onload="globalThis.ran = true"><header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>${title}</h1>
<figure><img src="ferry.jpg" alt=""><figcaption>The ferry at the pier. Photo: Coast News</figcaption></figure>
<p>${paragraphs[0]}</p>
<div class="related"><p>Read also: The pier gets a new roof</p></div>
<p>${paragraphs[1]}</p>
<aside><p>Subscribe to our newsletter</p></aside>
<p>${paragraphs[2]}</p>
<div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
</article></main>
<section class="comments"><p>First comment: I will miss the boat.</p></section>
<footer><p>© Coast News. All rights reserved.</p></footer></body></html>`

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const written = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A file of Word; `more` puts further parts into it. */
export function docxFile(more: Record<string, Uint8Array> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${word}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${word}><w:body>${written(title, 'Heading1')}${written(paragraphs[0]!)}${written('Figure 1: The ferry at the pier', 'Caption')}${written(paragraphs[1]!)}${written(paragraphs[2]!)}</w:body></w:document>`,
    'word/header1.xml': `<?xml version="1.0"?><w:hdr ${word}>${written('Coast News – draft')}</w:hdr>`,
    'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dc:creator>Mira Holm</dc:creator><dcterms:created>2024-09-02T10:00:00Z</dcterms:created></cp:coreProperties>`,
  }
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  return zipSync({ ...files, ...more })
}

/**
 * A PDF of two pages in columns, with a head and a number on each, and words parted at the ends of lines.
 * `script` puts JavaScript into it; an `empty` one holds no text, and a `locked` one opens with a password.
 */
export async function pdfFile({
  columns = 1,
  script = false,
  empty = false,
  locked = false,
} = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  pdf.setTitle(title)
  pdf.setAuthor('Mira Holm')
  pdf.setCreationDate(new Date('2024-09-02T10:00:00Z'))
  const size = 11
  const width = columns === 1 ? 400 : 190
  const pages = [paragraphs.slice(0, 2), paragraphs.slice(2)]
  for (const [index, texts] of pages.entries()) {
    const page = pdf.addPage([500, 500])
    if (empty) {
      page.drawRectangle({ x: 50, y: 50, width: 300, height: 300 })
      continue
    }
    page.drawText('Coast News · September 2024', { x: 50, y: 480, size: 8, font })
    page.drawText(`${index + 1}`, { x: 245, y: 15, size: 8, font })
    if (index === 0) page.drawText(title, { x: 50, y: 440, size: 18, font })
    const lines = texts.flatMap((text, at) => [
      ...(at > 0 ? [''] : []),
      ...broken(plain(text), width, (part) => font.widthOfTextAtSize(part, size)),
    ])
    const rows = Math.ceil(lines.length / columns)
    for (const [at, text] of lines.entries()) {
      const column = Math.floor(at / rows)
      if (text !== '') page.drawText(text, { x: 50 + column * 215, y: 400 - (at % rows) * 14, size, font })
    }
  }
  if (script) pdf.addJavaScript('start', 'app.alert("ran")')
  if (locked) {
    // Nobody knows the password that fits these.
    const { context } = pdf
    const key = PDFHexString.of('5a'.repeat(32))
    context.trailerInfo.Encrypt = context.register(
      context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4, O: key, U: key }),
    )
    context.trailerInfo.ID = context.obj([PDFHexString.of('aa'), PDFHexString.of('aa')])
  }
  return pdf.save()
}

/** What the standard fonts of PDF can write. */
export function plain(text: string): string {
  return text.replaceAll(/[“”]/g, '"').replaceAll('’', "'")
}

/** Lines of a width; a word of eight letters and more is parted where it does not fit. */
function broken(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = ['']
  for (const next of text.split(' ')) {
    const line = lines.at(-1)!
    if (measure(line === '' ? next : `${line} ${next}`) <= width) {
      lines[lines.length - 1] = line === '' ? next : `${line} ${next}`
      continue
    }
    const head = `${next.slice(0, 4)}-`
    if (/^\p{L}{8,}$/u.test(next) && measure(`${line} ${head}`) <= width) {
      lines[lines.length - 1] = `${line} ${head}`
      lines.push(next.slice(4))
    } else lines.push(next)
  }
  return lines
}
