// Hostile texts in print, and any text at all on pages and in print.

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadContent } from '../../scripts/commands/load-content.ts'
import type { Content } from '../../scripts/decks/content.ts'
import { formatDiagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { Line } from '../../scripts/facts/ids.ts'
import { deckPdfs } from '../../scripts/outputs/deck-pdfs.ts'
import { worksheets } from '../../scripts/outputs/worksheets.ts'
import { launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { unprintable } from '../../scripts/render/print-fonts.ts'
import { textProblems } from '../../scripts/source/text-checks.ts'
import { madeBy } from '../made-by.ts'
import { inOrder, pageTexts } from '../print/pdf.ts'
import { makeFolder, removeFolders, writeContent } from './content-folder.ts'
import { comparable, readCorpus } from './corpus.ts'
import { manyTexts } from './many-texts.ts'
import { openReader, pagesOf, slidesOf, type Reader } from './pages.ts'

const render = openRender(process.env)
let browser: Browser
let reader: Reader
let folder: string

beforeAll(async () => {
  folder = await makeFolder()
  browser = await launchBrowser()
  reader = await openReader(await browser.newContext({ reducedMotion: 'reduce' }))
})

afterAll(async () => {
  await browser?.close()
  await render.close()
  await removeFolders()
})

async function load(texts: readonly string[]): Promise<Content> {
  await writeContent(folder, manyTexts(texts))
  const { planned: content, diagnostics } = await loadContent(folder)
  if (!content)
    throw new Error(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(formatDiagnostic)
        .join('\n'),
    )
  return content
}

/**
 * A PDF knows letters by their shapes and lines by their places: blanks, marks without a shape and ligatures
 * do not count.
 */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}\p{Zs}]/gu, '')
}

/**
 * Texts that are not read back from PDFs as they are written: a shape is missing, or letters go from right to
 * left.
 */
function inPrint(text: string): boolean {
  return (
    unprintable(text).length === 0 &&
    !/[\p{Script=Hebrew}\p{Script=Arabic}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text)
  )
}

async function lostInPrint(texts: readonly string[], withDeck: boolean): Promise<string[]> {
  const content = await load(texts)
  const files = await madeBy(withDeck ? [worksheets, deckPdfs] : [worksheets], content, render)
  const read = async (name: string): Promise<string> => {
    const data = files.find(({ path }) => path === `pdf/carts-${name}.pdf`)?.data as Uint8Array
    // The notes of handouts stand in columns.
    return letters((await pageTexts(data, name === 'handout' ? inOrder : undefined)).join('\n'))
  }
  const expected: [string, (text: string, n: number) => string][] = [
    ['worksheet-A', (text, n) => `${text} q${n}`],
    ['worksheet-D', (text, n) => `${text} e${n}`],
    ['worksheet-A-large', (text, n) => `${text} g${n}`],
    ['key', (text, n) => `${text} k${n}`],
    ['key', (text, n) => `${text} f${n}`],
  ]
  if (withDeck)
    expected.push(
      ['slides', (text) => text],
      ['handout', (text) => text],
      ['handout', (text, n) => `${text} n${n}`],
    )
  const lost: string[] = []
  for (const [name, wanted] of expected) {
    const text = await read(name)
    lost.push(
      ...texts
        .filter((each, n) => inPrint(each) && !text.includes(letters(wanted(each, n))))
        .map((each) => `${name}: ${each}`),
    )
  }
  return lost
}

test('hostile texts stay what they are in PDFs', async () => {
  const texts = readCorpus().flatMap((each) => (each.expect === 'literal' ? [each.text] : []))
  expect(texts.filter((text) => !inPrint(text)).length).toBeLessThan(20)
  expect(await lostInPrint(texts, true)).toEqual([])
})

/** Every text that the compiler accepts, up to the length of a statement on a slide. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 24 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...'{}<>$#`*_-[]()&\\"\'!/|~=+:;@%^,. aA1'),
      minLength: 1,
      maxLength: 40,
    }),
  )
  .filter((text) => Line.safeParse(text).success && textProblems(text).length === 0)

// Between the texts of a batch nothing may be the same: a text is told by its number.
const batch = fc.uniqueArray(anyText, {
  minLength: 24,
  maxLength: 24,
  selector: (text) => letters(text).toLowerCase(),
})

test('any text stays what it is on pages', async () => {
  await fc.assert(
    fc.asyncProperty(batch, async (texts) => {
      const content = await load(texts.map((text) => `s ${text}`))
      const wanted = texts.map((text) => comparable(`s ${text}`))
      reader.serve(await pagesOf(content, render))
      const slides = await slidesOf(reader, 'decks/carts.html', content.decks[0]!.slides.length)
      const views = [slides.join('\n')]
      for (const path of ['quizzes/carts.html', 'facts.html']) {
        await reader.page.goto(`http://factdeck.localhost/${path}`)
        views.push((await reader.page.locator('body').textContent()) ?? '')
      }
      expect(views.flatMap((view) => wanted.filter((text) => !comparable(view).includes(text)))).toEqual([])
      expect(reader.offences.splice(0)).toEqual([])
    }),
    { numRuns: 5, endOnFailure: true },
  )
})

test('any text stays what it is in print', async () => {
  await fc.assert(
    fc.asyncProperty(batch, async (texts) => {
      expect(
        await lostInPrint(
          texts.map((text) => `s ${text}`),
          false,
        ),
      ).toEqual([])
    }),
    { numRuns: 3, endOnFailure: true },
  )
})
