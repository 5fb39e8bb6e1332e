import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ArticleRefused, readArticle, textFileName } from '../../scripts/articles/read-article.ts'
import { languageFor } from '../../scripts/languages/table.ts'
import { docxFile, htmlFile, markdownFile, paragraphs, pdfFile, plain, title } from './make-files.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (name: string, data: Uint8Array) => readArticle({ name, data }, languageFor('en'))
const article = `${[title, ...paragraphs].join('\n\n')}\n`

/** What is known of an article and from what, and what went out. */
async function told(name: string, data: Uint8Array): Promise<string[]> {
  const { title: named, author, publisher, published, url, dropped, notes } = await read(name, data)
  return [
    ...Object.entries({ named, author, publisher, published, url }).flatMap(([key, known]) =>
      known ? `${key}: ${known.value} (${known.basis})` : [],
    ),
    ...dropped.map(({ what, text }) => `- ${what}: ${text}`),
    ...notes,
  ]
}

/** Why a file is refused, and what to do. */
async function refusal(name: string, data: Uint8Array): Promise<string> {
  try {
    await read(name, data)
    return 'it was read'
  } catch (thrown) {
    if (!(thrown instanceof ArticleRefused)) throw thrown
    return `${thrown.message} -> ${thrown.remedy}`
  }
}

test('the same article in every format gives the same text', async () => {
  expect((await read('a.txt', bytes(article))).text).toBe(article)
  expect((await read('a.md', bytes(markdownFile))).text).toBe(article)
  expect((await read('a.html', bytes(htmlFile))).text).toBe(article)
  expect((await read('a.docx', docxFile())).text).toBe(article)
  expect((await read('a.pdf', await pdfFile())).text).toBe(plain(article))
  expect((await read('two.pdf', await pdfFile({ columns: 2 }))).text).toBe(plain(article))
})

test('says what is known of it and from where, and what went out', async () => {
  expect(await told('a.md', bytes(markdownFile))).toMatchInlineSnapshot(`
    [
      "named: The ferry line to Skerry Island will close (the front matter, “title”)",
      "author: Mira Holm (the front matter, “author”)",
      "publisher: Coast News (the front matter, “publisher”)",
      "published: 2024-09-03 (the front matter, “date”)",
      "- picture: The ferry at the pier",
    ]
  `)
  expect(await told('a.html', bytes(htmlFile))).toMatchInlineSnapshot(`
    [
      "named: The ferry line to Skerry Island will close (the page’s data (JSON-LD), “headline”)",
      "author: Mira Holm (the page’s data (JSON-LD), “author”)",
      "publisher: Coast News (the page’s data (JSON-LD), “publisher”)",
      "published: 2024-09-03 (the page’s data (JSON-LD), “datePublished”)",
      "url: https://news.example/ferry (the page’s <link>)",
      "- script: 1 script, not run",
      "- navigation: Home",
      "- navigation: Sport",
      "- caption: The ferry at the pier. Photo: Coast News",
      "- read-also: Read also: The pier gets a new roof",
      "- navigation: Subscribe to our newsletter",
      "- share: Share Tweet",
      "- share: First comment: I will miss the boat.",
      "- navigation: © Coast News. All rights reserved.",
    ]
  `)
  expect(await told('a.docx', docxFile())).toMatchInlineSnapshot(`
    [
      "named: The ferry line to Skerry Island will close (the properties of the file)",
      "author: Mira Holm (the properties of the file)",
      "- running-head: Coast News – draft",
      "- caption: Figure 1: The ferry at the pier",
      "the file was made on 2024-09-02; that need not be the day on which the article appeared",
    ]
  `)
  expect(await told('a.pdf', await pdfFile())).toMatchInlineSnapshot(`
    [
      "named: The ferry line to Skerry Island will close (the properties of the file)",
      "author: Mira Holm (the properties of the file)",
      "- running-head: Coast News · September 2024",
      "- page-number: 1",
      "- page-number: 2",
      "the file was made on 2024-09-02; that need not be the day on which the article appeared",
    ]
  `)
})

test('nothing in a file runs, and what nobody sees goes out', async () => {
  await read('a.html', bytes(htmlFile))
  await read('a.md', bytes(markdownFile))
  expect(globalThis).not.toHaveProperty('ran')
  expect(await told('script.pdf', await pdfFile({ script: true }))).toContain('- script: scripts, not run')
  const { text, dropped } = await read(
    'turned.txt',
    bytes(`Safe\u202Egnp.exe words\u00AD here\u0007 and مرحبا بكم.`),
  )
  expect(text).toBe('Safegnp.exe words here and مرحبا بكم.\n')
  expect(dropped.map(({ what }) => what)).toEqual(['invisible'])
})

test('what cannot be read is refused, with the reason and what to do', async () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const bomb = docxFile({ 'word/footnotes.xml': new Uint8Array(35_000_000) })
  expect(bomb.length).toBeLessThan(100_000)
  const refused: Record<string, Uint8Array> = {
    'empty.txt': new Uint8Array(),
    'latin.txt': new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65]),
    'data.txt': new Uint8Array([1, 0, 2, 0, 3]),
    'huge.txt': new Uint8Array(50_000_000).fill(97),
    'long.txt': new Uint8Array(3_100_000).fill(97),
    'marks.txt': bytes('— … 12 —'),
    'scan.pdf': await pdfFile({ empty: true }),
    'locked.pdf': await pdfFile({ locked: true }),
    'torn.pdf': bytes('%PDF-1.7\nnothing more'),
    'locked.docx': ole,
    'old.doc': ole,
    'bomb.docx': bomb,
    'torn.docx': docxFile().slice(0, 400),
    'other.docx': zipSync({ 'a.txt': bytes('a') }),
    'sheet.xlsx': zipSync({ 'a.txt': bytes('a') }),
    'letter.rtf': bytes('{\\rtf1 Hello}'),
    'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    'shell.html': bytes('<!doctype html><html><body><div id="app"></div></body></html>'),
  }
  const said: Record<string, string> = {}
  for (const [name, data] of Object.entries(refused)) said[name] = await refusal(name, data)
  expect(said).toMatchInlineSnapshot(`
    {
      "bomb.docx": "a file that unpacks to more than 30 MB of text -> no article is that long; copy the part that you need into a new file",
      "data.txt": "a file that is no text -> give the article as .txt, .md, .html, .docx or .pdf",
      "empty.txt": "an empty file -> save or download it again",
      "huge.txt": "a file of 50 MB -> at most 25 MB are read; copy the article alone into a new file",
      "latin.txt": "a text that is not in UTF-8 -> open it in your editor and save it anew with the encoding “UTF-8”; if letters look wrong there, choose the right encoding first",
      "letter.rtf": "a file in Rich Text Format (.rtf) -> open it in Word or LibreOffice and save it as .docx",
      "locked.docx": "a file of Word that a password locks -> open it with the password and save it without one",
      "locked.pdf": "a PDF that a password locks -> open it with the password and print it to a new PDF, or copy its text",
      "long.txt": "a text of 3,100,000 characters -> at most 3,000,000 are read; copy the part that you need into a new file",
      "marks.txt": "a file without words -> choose the file that holds the article",
      "old.doc": "a file of an old Word (.doc) -> open it in Word or LibreOffice and save it as .docx",
      "other.docx": "a packed file that Word did not make -> give the article as .txt, .md, .html, .docx or .pdf",
      "photo.jpg": "a picture -> let a program for text recognition (OCR) make a text of it, or type the passages that you need",
      "scan.pdf": "a PDF without text, such as a scan: it holds pictures of pages -> let a program for text recognition (OCR) make a PDF with text of it, or type the passages that you need",
      "sheet.xlsx": "a file of Excel (.xlsx) -> save it as .docx or .pdf, or copy its text",
      "shell.html": "a page without the text of an article -> many pages put their text in only when they are shown: open it in the browser, choose “Save page as … Web page, complete”, or copy the article and paste it",
      "torn.docx": "a packed file that is damaged -> save or download it again",
      "torn.pdf": "a PDF that is damaged -> save or download it again, or copy its text",
    }
  `)
})

test('the name of the text file stays within the folder', () => {
  expect(
    [
      '../../etc/passwd',
      'C:\\Users\\x\\Ferry Line.PDF',
      'con.txt',
      '...',
      'Überfahrt – Nr. 3.html',
      '新聞.md',
      'a/b.tar.gz',
    ].map(textFileName),
  ).toMatchInlineSnapshot(`
    [
      "passwd.txt",
      "ferry-line.txt",
      "article-con.txt",
      "article.txt",
      "überfahrt-nr-3.txt",
      "新聞.txt",
      "b-tar.txt",
    ]
  `)
})
