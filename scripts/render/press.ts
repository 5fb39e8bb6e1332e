// The press: a page of the browser, in which one deck after the other is shown and printed. Nothing is served
// and nothing is fetched; the page's requests are answered from memory.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { FixedFonts, OpticalFace } from './fixed-fonts.ts'
import { closeHandout, openHandout, ruleBlankBands, type Handout } from './handout-page.ts'
import {
  findMisprints,
  fixOpticalSizes,
  hideFromScreen,
  printStyle,
  swapDeck,
  untilAllSlidesAreThere,
  type Misprint,
} from './print-page.ts'
import type { DeckData } from '../../contract/deck-data.ts'
import type { SharedFile } from './slidev/shared-file.ts'

/** Hand-written slides that cannot be printed as they are; nothing was printed. */
export class Misprinted extends Error {
  readonly misprints: readonly Misprint[]

  constructor(misprints: readonly Misprint[]) {
    super(`Unexpected slides of which something is lost: ${misprints.map(({ slide }) => slide).join(', ')}`)
    this.misprints = misprints
  }
}

export interface PrintableDeck {
  data: DeckData
  author: string
  subject: string
  /** The hosted page of the deck with this data; `assetsPath` leads to the folder of `files`. */
  page(data: DeckData, assetsPath: string): string
  files: readonly SharedFile[]
}

export interface PrintOptions {
  paper: 'a4' | 'letter'
  /** A page for every click step; otherwise each slide once, as it is after its last click. */
  perClick: boolean
  /** The slides on white ground; handouts always are. */
  paperWhite?: boolean
}

/** PDFs: tagged, with outline, title, author and language, without dates. */
export interface DeckPdfs {
  slides: Uint8Array
  /** Slides with their notes beside them. */
  handout: Uint8Array
  /** For pupils: slides without dividers and answers, three a page, with lines to write on. */
  handoutLines: Uint8Array
}

/** A page in which decks are printed. PDFs are as the browser makes them. */
export interface Press {
  browser: Browser
  isAlive(): boolean
  close(): Promise<void>
  print(deck: PrintableDeck, options: PrintOptions): Promise<DeckPdfs>
  printSlides(
    deck: PrintableDeck,
    options: Pick<PrintOptions, 'perClick' | 'paperWhite'>,
  ): Promise<Uint8Array>
}

const origin = 'http://factdeck.localhost'

/**
 * A handout is laid out three times as large as its paper (`handout.css`) and printed at a third: in a slide
 * made small, lines and borders would be rounded to whole pixels, thick ones beside thin.
 */
const handoutScale = 1 / 3

/** Paper is light. */
function inPrint({ data }: PrintableDeck, white = false): DeckData {
  const { configs } = data
  const themeConfig = { ...(configs['themeConfig'] as object | undefined), ...(white ? { white } : {}) }
  return { ...data, configs: { ...configs, colorSchema: 'light', themeConfig } }
}

/** Layouts that say nothing on a paper to write on. */
const dividers: ReadonlySet<string> = new Set(['cover', 'section', 'marks', 'sources'])

/** Layouts that leave something to find out. */
const asking: ReadonlySet<string> = new Set([
  'answer',
  'arithmetic',
  'checkpoint',
  'discussion',
  'guide',
  'verdict',
])

/** The deck as pupils get it, no dividers and what they are asked left open, and a row for each slide. */
function forPupils(data: DeckData): { pupils: DeckData; rows: Handout['rows'] } {
  const themeConfig = { ...(data.configs['themeConfig'] as object | undefined), pupils: true }
  const all = data.slides.map((slide, index) => ({ slide, number: index + 1 }))
  const kept = all.filter(({ slide }) => !dividers.has(slide.layout))
  const shown = kept.length > 0 ? kept : all
  return {
    pupils: {
      ...data,
      configs: { ...data.configs, themeConfig },
      slides: shown.map(({ slide }) => slide),
    },
    rows: shown.map(({ slide, number }) => ({ number, notes: '', asks: asking.has(slide.layout) })),
  }
}

function directionOf({ configs }: DeckData): Handout['direction'] {
  const { direction } = (configs['themeConfig'] ?? {}) as { direction?: string }
  return direction === 'rtl' ? 'rtl' : 'ltr'
}

/** Opens a page; decks are shown in it without loading it anew, where they can be. */
export async function openPress(
  browser: Browser,
  templates: string,
  fontsOf: (files: readonly SharedFile[]) => Promise<FixedFonts>,
): Promise<Press> {
  const handoutStyle = await readFile(join(templates, 'handout.css'), 'utf8')
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  // tsx gives inner functions their names with a function of its own, which pages do not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  // The deadline of a deck is the printer's.
  page.setDefaultTimeout(0)
  let crashed = false
  page.on('crash', () => {
    crashed = true
  })
  let served = new Map<string, { body: string | Buffer; contentType: string }>()
  let fonts: FixedFonts | undefined
  let opticalFaces: OpticalFace[] = []
  await page.route('**/*', async (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    const axes = Object.fromEntries([...searchParams].map(([axis, value]) => [axis, Number(value)]))
    const cut = 'wght' in axes ? await fonts?.cut(pathname.replace('/assets/', ''), axes) : undefined
    const answer = cut ? { body: cut, contentType: 'font/ttf' } : served.get(pathname)
    await (answer ? route.fulfill(answer) : route.abort())
  })

  /** How the page was opened, which a swap cannot change. */
  let shown: boolean | undefined
  const show = async (deck: PrintableDeck, data: DeckData, perClick: boolean): Promise<void> => {
    const written = data.slides.flatMap(({ body, compiled, module }, index) =>
      (body ?? compiled ?? module) ? [index + 1] : [],
    )
    const unseen = written.length === 0
    // Code and styles come with a page and not later: decks that bring their own are opened as pages of their
    // own.
    const alone =
      data.renders !== undefined ||
      data.style !== undefined ||
      data.slides.some(({ module }) => module !== undefined)
    if (shown === perClick && !alone) {
      // As text: the driver looks at every value of an object, twice.
      await page.evaluate(swapDeck, { deck: JSON.stringify(data), unseen })
    } else {
      fonts = await fontsOf(deck.files)
      const style = deck.files.find(({ name }) => name.endsWith('.css'))
      opticalFaces = style ? fonts.opticalFaces(String(style.data)) : []
      served = new Map([['/deck', { body: deck.page(data, '/assets/'), contentType: typeOf('deck.html') }]])
      for (const { name, data: file } of deck.files) {
        const body = name.endsWith('.css') ? fonts.styleSheet(String(file)) : asBody(file)
        served.set(`/assets/${name}`, { body, contentType: typeOf(name) })
      }
      // Another fragment alone would not load the page again.
      await page.goto('about:blank')
      await page.goto(`${origin}/deck?print=${perClick ? 'clicks' : 'true'}#/print`, { waitUntil: 'load' })
      await page.addStyleTag({ content: printStyle })
      await page.evaluate(hideFromScreen, unseen)
    }
    shown = alone ? undefined : perClick
    await page.evaluate(untilAllSlidesAreThere, data.slides.length)
    await page.evaluate(fixOpticalSizes, opticalFaces)
    const misprints = unseen ? [] : await page.evaluate(findMisprints, written)
    if (misprints.length > 0) throw new Misprinted(misprints)
  }

  const pdf = (scale = 1): Promise<Uint8Array> =>
    page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, scale })

  const printHandout = async (handout: Handout): Promise<Uint8Array> => {
    await page.evaluate(openHandout, handout)
    if (handout.ruled) await page.evaluate(ruleBlankBands)
    const printed = await pdf(handoutScale)
    await page.evaluate(closeHandout)
    return printed
  }

  return {
    browser,
    isAlive: () => browser.isConnected() && !page.isClosed() && !crashed,
    close: () => page.close().catch(() => undefined),
    async printSlides(deck, { perClick, paperWhite }) {
      await show(deck, inPrint(deck, paperWhite), perClick)
      return pdf()
    },
    async print(deck, { paper, perClick, paperWhite }) {
      const data = inPrint(deck, paperWhite)
      await show(deck, data, perClick)
      const slides = await pdf()
      const [size, width, row] = paper === 'a4' ? ['A4', 189.9, 91] : ['letter', 195.8, 86]
      const sheet = `${handoutStyle}\n@page { size: ${size} } #handout { --sheet: ${width}mm; --row: ${row}mm }`
      const common = { title: data.title, direction: directionOf(data) }
      const handout = await printHandout({
        ...common,
        rows: data.slides.map(({ noteHTML }, index) => ({ number: index + 1, notes: noteHTML, asks: false })),
        style: sheet,
        ruled: false,
      })
      const { pupils, rows } = forPupils(data)
      await show(deck, pupils, perClick)
      const handoutLines = await printHandout({
        ...common,
        rows,
        style: sheet,
        ruled: true,
      })
      return { slides, handout, handoutLines }
    },
  }
}

function asBody(data: string | Uint8Array): string | Buffer {
  return typeof data === 'string' ? data : Buffer.from(data)
}

function typeOf(name: string): string {
  if (name.endsWith('.html')) return 'text/html; charset=utf-8'
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8'
  if (name.endsWith('.css')) return 'text/css; charset=utf-8'
  return name.endsWith('.woff2') ? 'font/woff2' : 'font/woff'
}
