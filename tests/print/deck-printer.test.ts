import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { deckPdfs } from '../../scripts/outputs/deck-pdfs.ts'
import { BrowserMissing, launchBrowser, type Browser } from '../../scripts/render/browser.ts'
import { openDeckPrinter, PrintFailed, type DeckPrinter } from '../../scripts/render/deck-printer.ts'
import type { DeckPdfs, PrintableDeck } from '../../scripts/render/press.ts'
import { openRender } from '../../scripts/render/open-render.ts'
import { deckMarkdown } from '../../scripts/render/slidev-markdown.ts'
import type { DeckData } from '../../contract/deck-data.ts'
import type { SlidevShell } from '../../scripts/render/slidev/shell.ts'
import { madeBy } from '../made-by.ts'
import {
  fontKinds,
  fontNames,
  isInstalled,
  linkTargets,
  pageCount,
  pageSize,
  pageTexts,
  passport,
  placedTexts,
  qpdfCheck,
  unknownTags,
} from './pdf.ts'
import { mortal } from './mortal.ts'
import { sampleContent, sampleDeck } from './sample-content.ts'

const templates = new URL('../../templates/print', import.meta.url).pathname
const once = { paper: 'a4', perClick: false } as const

const render = openRender(process.env)
let shell: SlidevShell
let printer: DeckPrinter
let tides: PrintableDeck
let bridges: PrintableDeck
let printed: DeckPdfs

async function printable(id: string, title: string): Promise<PrintableDeck> {
  const markdown = deckMarkdown(sampleDeck(id, title), render.templates)
  return {
    data: await shell.deckData(markdown, id),
    author: 'Ada Marsh',
    subject: 'Reads tide tables with care.',
    page: (data: DeckData, assets: string) => shell.hostedPage(data, assets),
    files: shell.sharedFiles,
  }
}

beforeAll(async () => {
  shell = await render.slidev()
  printer = openDeckPrinter({ templates, launch: () => launchBrowser() })
  tides = await printable('tides', 'Tides')
  bridges = await printable('bridges', 'Bridges')
  printed = await printer.print(tides, once)
})

afterAll(async () => {
  await printer.close()
  await render.close()
})

test('tagged, outlined, with title, author and language, without a date', async () => {
  for (const pdf of Object.values(printed) as Uint8Array[]) {
    expect(await passport(pdf)).toEqual({
      title: 'Tides',
      author: 'Ada Marsh',
      language: 'en-GB',
      tagged: true,
      outline: true,
      dated: false,
    })
  }
})

test('every tag is one that readers of this version of PDF know, or is explained to them', async () => {
  const unexplained: string[] = []
  for (const pdf of Object.values(printed) as Uint8Array[]) {
    expect(await unknownTags(pdf)).toEqual([])
    const bare = await PDFDocument.load(pdf)
    bare.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).delete(PDFName.of('RoleMap'))
    unexplained.push(...(await unknownTags(await bare.save())))
  }
  // Without the explanation it would not be so.
  expect(unexplained).toContain('Strong')
})

test('one page for each slide and none more; links alive', async () => {
  expect(await pageCount(printed.slides)).toBe(5)
  expect(await linkTargets(printed.slides)).toEqual(['https://example.org/tides'])
})

test('letters are embedded fonts, not shapes', async () => {
  for (const pdf of Object.values(printed) as Uint8Array[])
    expect(await fontKinds(pdf)).toEqual(['CIDFontType2', 'Type0'])
})

test('a page for every click step on request', async () => {
  const { slides, handout } = await printer.print(tides, { paper: 'a4', perClick: true })
  expect(await pageCount(slides)).toBe(6)
  expect(await pageCount(handout)).toBe(await pageCount(printed.handout))
  const [, , before, after] = await pageTexts(slides)
  expect(before).not.toContain('Ten times too much')
  expect(after).toContain('Ten times too much')
})

const read = async (pdf: Uint8Array): Promise<string> =>
  (await pageTexts(pdf)).join(' ').replaceAll(/\s+/g, ' ')

test('nothing in a handout is smaller than 8 points, the pictures of slides included', async () => {
  for (const pdf of [printed.handout, printed.handoutLines]) {
    const texts = await placedTexts(pdf)
    expect(texts.map(({ text }) => text).join(' ')).toContain('Tides')
    expect(texts.filter(({ size }) => size < 7.99)).toEqual([])
  }
})

test('what stands beside a slide stays with it: every page begins with one', async () => {
  for (const pdf of [printed.handout, printed.handoutLines]) {
    const [first, ...others] = (await pageTexts(pdf)).map((text) => text.split('\n')[0])
    expect(first).toBe('Tides')
    expect(others.filter((line) => !/^\d+$/.test(line ?? ''))).toEqual([])
  }
})

test('notes longer than a page go on overleaf, all of them, as large as others', async () => {
  const paragraphs = Array.from({ length: 90 }, (_, at) => `<p>Paragraph ${at} of what is to be said.</p>`)
  const sources = Array.from({ length: 40 }, (_, at) => `<li>Source ${at}</li>`)
  const noteHTML = `<p><strong>Time</strong> 3 min</p>${paragraphs.join('')}<p><strong>Sources</strong></p><ul>${sources.join('')}</ul>`
  const [slide, ...others] = tides.data.slides
  const long = { ...tides, data: { ...tides.data, slides: [{ ...slide!, noteHTML }, ...others] } }
  const { handout } = await printer.print(long, once)
  const texts = await placedTexts(handout)
  expect(texts.filter(({ size }) => size < 7.99)).toEqual([])
  const words = await read(handout)
  expect(
    Array.from({ length: 90 }, (_, at) => `Paragraph ${at} of`).filter((each) => !words.includes(each)),
  ).toEqual([])
  expect(await pageCount(handout)).toBeGreaterThan(await pageCount(printed.handout))
})

test('pupils get the number that a slide has in class', async () => {
  const numbers = (await pageTexts(printed.handoutLines)).flatMap((text) => text.match(/^\d+$/gm) ?? [])
  expect(numbers).toEqual(['2', '3', '4', '5'])
})

test('slides stand as they are after their last click; notes are in the handout alone', async () => {
  const slides = await read(printed.slides)
  const handout = await read(printed.handout)
  const lines = await read(printed.handoutLines)
  expect(slides).toContain('Ten times too much')
  expect(slides).not.toContain('Point at the mark on the wall')
  for (const note of [
    'Welcome everybody',
    'Point at the mark on the wall',
    'Say goodbye',
    'Ten times too much',
  ]) {
    expect(handout).toContain(note)
  }
  // Pupils answer for themselves; three slides stand on a page.
  expect(lines).not.toContain('Ten times too much')
  expect(await pageCount(printed.handoutLines)).toBe(Math.ceil((await pageCount(printed.slides)) / 3))
  expect(lines).not.toContain('Point at the mark on the wall')
})

test('the same deck is the same bytes, after another deck in the same page too', async () => {
  const between = await printer.print(bridges, once)
  expect(await passport(between.slides)).toMatchObject({ title: 'Bridges' })
  const again = await printer.print(tides, once)
  for (const part of ['slides', 'handout', 'handoutLines'] as const) {
    expect(`${part} ${Buffer.from(again[part]).equals(Buffer.from(printed[part]))}`).toBe(`${part} true`)
  }
})

test('letters of another script are there in a page that had none of them before', async () => {
  const deck = await printable('mosty', 'Мости та припливи')
  const fresh = openDeckPrinter({ templates, launch: () => launchBrowser() })
  const alone = await fresh.print(deck, once)
  await fresh.close()
  const after = await printer.print(deck, once)
  expect((await fontNames(after.slides)).filter((name) => !name.startsWith('Source'))).toEqual([])
  for (const part of ['slides', 'handout', 'handoutLines'] as const)
    expect(`${part} ${Buffer.from(after[part]).equals(Buffer.from(alone[part]))}`).toBe(`${part} true`)
})

test('a dark deck is printed light', async () => {
  const dark = { ...tides, data: { ...tides.data, configs: { ...tides.data.configs, colorSchema: 'dark' } } }
  const { slides } = await printer.print(dark, once)
  expect(Buffer.from(slides).equals(Buffer.from(printed.slides))).toBe(true)
})

test('handouts come on A4 and on Letter', async () => {
  expect(await pageSize(printed.handout)).toEqual([595, 842])
  const { handout } = await printer.print(tides, { paper: 'letter', perClick: false })
  expect(await pageSize(handout)).toEqual([612, 792])
})

test.runIf(isInstalled('qpdf'))('qpdf finds nothing wrong', () => {
  for (const pdf of Object.values(printed) as Uint8Array[]) {
    expect(qpdfCheck(pdf)).toContain('No syntax or stream encoding errors found')
  }
})

test('the output names the files by deck', async () => {
  const content = { ...sampleContent(), decks: [sampleDeck('tides', 'Tides')] }
  const files = await madeBy([deckPdfs], content, { ...render, printer: async () => printer })
  expect(files.map(({ path }) => path)).toEqual([
    'pdf/tides-slides.pdf',
    'pdf/tides-handout.pdf',
    'pdf/tides-handout-lines.pdf',
  ])
})

test('a browser that dies is replaced once', async () => {
  const { launch, launched } = mortal(1, () => launchBrowser())
  const phoenix = openDeckPrinter({ templates, launch })
  const { slides } = await phoenix.print(tides, once)
  await phoenix.close()
  expect(launched()).toBe(2)
  expect(Buffer.from(slides).equals(Buffer.from(printed.slides))).toBe(true)
})

test('a browser that dies twice is an error that names the deck', async () => {
  const { launch, launched } = mortal(9, () => launchBrowser())
  const doomed = openDeckPrinter({ templates, launch })
  const failing = doomed.print(tides, once)
  await expect(failing).rejects.toThrow(PrintFailed)
  await expect(failing).rejects.toThrow(
    /^Unexpected end of the browser while it printed deck "tides", twice; /,
  )
  await doomed.close()
  expect(launched()).toBe(2)
})

test('so is one that dies before its page is open, and twice it is the same error', async () => {
  const { launch, launched } = mortal(1, () => launchBrowser(), 'opening')
  const phoenix = openDeckPrinter({ templates, launch })
  const slides = await phoenix.printSlides(tides, once)
  await phoenix.close()
  expect(launched()).toBe(2)
  expect(Buffer.from(slides).equals(Buffer.from(printed.slides))).toBe(true)
  const doomed = openDeckPrinter({ templates, launch: mortal(9, () => launchBrowser(), 'opening').launch })
  await expect(doomed.print(tides, once)).rejects.toThrow(
    /^Unexpected end of the browser while it printed deck "tides", twice; /,
  )
  await doomed.close()
})

/** A browser that opens no page, and never says that it is closed. */
const launchStuck = async (): Promise<Browser> => {
  const browser = await launchBrowser()
  const close = browser.close.bind(browser)
  browser.newPage = () => new Promise(() => {})
  browser.close = () => close().then(() => new Promise(() => {}))
  return browser
}

test('a page that never opens, and a browser that never says that it is closed, end the wait', async () => {
  const stuck = openDeckPrinter({ templates, launch: launchStuck, patience: 500 })
  await expect(stuck.print(tides, once)).rejects.toThrow(/^Unexpected wait for deck "tides"/)
  await stuck.close()
})

test('a deck that does not finish loading is an error that names it, and the next one is printed', async () => {
  const patience = 77_000
  // The second wait is that for the slides, after that for the page: its time is over soon. What follows has all
  // of it, on any machine.
  let waits = 0
  const { setTimeout: later } = globalThis
  const clock = vi
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation(((ring: () => void, after?: number, ...given: []) =>
      later(ring, after === patience && ++waits === 2 ? 2_000 : after, ...given)) as typeof setTimeout)
  onTestFinished(() => clock.mockRestore())
  const impatient = openDeckPrinter({ templates, launch: () => launchBrowser(), patience })
  const stuck = { ...tides, page: () => '<!DOCTYPE html><title>Ebb</title><p>Not yet</p>' }
  const failing = impatient.print(stuck, once)
  await expect(failing).rejects.toThrow(PrintFailed)
  await expect(failing).rejects.toThrow(
    /^Unexpected wait for deck "tides", expected all its slides within 77 seconds; /,
  )
  expect(await passport((await impatient.print(bridges, once)).slides)).toMatchObject({ title: 'Bridges' })
  await impatient.close()
})

test('without a browser it says what to install', async () => {
  const homeless = openDeckPrinter({ templates, launch: () => launchBrowser({ browser: '/nowhere/chrome' }) })
  await expect(homeless.print(tides, once)).rejects.toThrow(BrowserMissing)
  await homeless.close()
})
