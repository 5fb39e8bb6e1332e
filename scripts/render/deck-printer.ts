// Prints decks: one browser, a page or two, the decks swapped in place. Nothing is served and nothing is fetched; the page's requests are
// answered from memory.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { openFixedFonts, type FixedFonts, type OpticalFace } from './fixed-fonts.ts'
import { withMetadata } from './pdf-metadata.ts'
import type { DeckData } from './slidev/deck-data.ts'
import type { SharedFile } from './slidev/shell-cache.ts'

/** A deck that could not be printed; the message names it. */
export class PrintFailed extends Error {
  readonly deck: string

  constructor(deck: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.deck = deck
  }
}

/** What nobody could read of a hand-written slide. */
export interface Misprint {
  /** Of the slide in its deck, from 1. */
  slide: number
  /** `cut`: words leave the slide or a box that hides them. `diagram`: it cannot be drawn. */
  kind: 'cut' | 'diagram'
  /** The words that are cut, or what is wrong with the diagram. */
  text: string
  /** CSS pixels of a slide 980 wide that are cut off; 0 for a diagram. */
  by: number
}

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

interface PrintOptions {
  paper: 'a4' | 'letter'
  /** A page for every click step; otherwise each slide once, as it is after its last click. */
  perClick: boolean
}

/** PDFs: tagged, with outline, title, author and language, without dates. */
export interface DeckPdfs {
  slides: Uint8Array
  /** Slides with their notes beside them. */
  handout: Uint8Array
  /** Slides with ruled lines beside them. */
  handoutLines: Uint8Array
}

export interface DeckPrinter {
  /**
   * Starts the browser once more when it dies. Throws BrowserMissing where there is none, PrintFailed for a deck that does not finish loading or in
   * which the browser dies twice, Misprinted for one whose hand-written slides lose something. Two decks at a time are printed; who asks for more has them printed one after the other.
   */
  print(deck: PrintableDeck, options: PrintOptions): Promise<DeckPdfs>
  /** As `print`, but only the slides. */
  printSlides(deck: PrintableDeck, options: Pick<PrintOptions, 'perClick'>): Promise<Uint8Array>
  close(): Promise<void>
}

export interface PrinterSetup {
  /** The folder that holds `handout.css`. */
  templates: string
  launch(): Promise<Browser>
  /** Where fonts for print are kept between runs; absent where none are. */
  cacheFolder?: string
  /** Milliseconds that one deck may take. */
  patience?: number
}

/** Pages of the browser in which decks are printed side by side. While the layout of one is made, another is drawn. */
const lanes = 2

/** A printer; its browser starts at once and ends with `close`. */
export function openDeckPrinter({
  templates,
  launch,
  cacheFolder,
  patience = 120_000,
}: PrinterSetup): DeckPrinter {
  let browser: Promise<Browser> | undefined = launch()
  // Whoever prints is told.
  browser.catch(() => undefined)
  const fonts = new WeakMap<readonly SharedFile[], Promise<FixedFonts>>()
  const fontsOf = (files: readonly SharedFile[]): Promise<FixedFonts> => {
    const opened = fonts.get(files) ?? openFixedFonts(files, cacheFolder)
    fonts.set(files, opened)
    return opened
  }
  const open = async (): Promise<Press> => {
    browser ??= launch()
    const mine = browser
    try {
      return await openPress(await mine, templates, fontsOf)
    } catch (thrown) {
      if (browser === mine) browser = undefined
      throw thrown
    }
  }
  let closed = false
  const openLane = (): (<T>(id: string, work: (press: Press) => Promise<T>) => Promise<T>) => {
    let press: Promise<Press> | undefined
    const attempt = async <T>(id: string, work: (press: Press) => Promise<T>): Promise<T> => {
      for (let deaths = 0; ;) {
        if (closed) throw new Error('the printer is closed')
        press ??= open()
        const mine = await press.catch((thrown: unknown) => {
          press = undefined
          throw thrown
        })
        try {
          return await withinTime(work(mine), patience)
        } catch (thrown) {
          if (thrown instanceof Misprinted) throw thrown
          const alive = mine.isAlive()
          press = undefined
          // A page that hangs does not close; the browser takes it along.
          void mine.close()
          if (!mine.browser.isConnected() && (await browser?.catch(() => undefined)) === mine.browser)
            browser = undefined
          if (closed) throw thrown
          if (thrown instanceof OutOfTime) {
            const seconds = Math.round(patience / 1000)
            throw new PrintFailed(
              id,
              `Unexpected wait for deck "${id}", expected all its slides within ${seconds} seconds; open decks/${id}.html to see which one does not appear`,
              thrown,
            )
          }
          if (alive)
            throw new PrintFailed(
              id,
              `Unexpected failure of deck "${id}" in print: ${(thrown as Error).message}`,
              thrown,
            )
          deaths += 1
          if (deaths === 2) {
            throw new PrintFailed(
              id,
              `Unexpected end of the browser while it printed deck "${id}", twice; the machine may be short of memory, or FACTDECK_BROWSER may name another browser`,
              thrown,
            )
          }
        }
      }
    }
    /** The last deck that was asked for; never fails. */
    let before: Promise<unknown> = Promise.resolve()
    return (id, work) => {
      const turn = before.then(() => attempt(id, work))
      before = turn.catch(() => undefined)
      return turn
    }
  }
  const all = Array.from({ length: lanes }, openLane)
  let asked = 0
  const inTurn = <T>(id: string, work: (press: Press) => Promise<T>): Promise<T> =>
    all[asked++ % lanes]!(id, work)
  /** Fonts are read while the browser starts. */
  const readFonts = ({ files }: PrintableDeck): void => void fontsOf(files).catch(() => undefined)
  return {
    async print(deck, options) {
      readFonts(deck)
      const printed = await inTurn(deck.data.id, (press) => press.print(deck, options))
      return {
        slides: await finished(printed.slides, deck),
        handout: await finished(printed.handout, deck),
        handoutLines: await finished(printed.handoutLines, deck),
      }
    },
    async printSlides(deck, options) {
      readFonts(deck)
      return finished(await inTurn(deck.data.id, (press) => press.printSlides(deck, options)), deck)
    },
    async close() {
      closed = true
      await (await browser?.catch(() => undefined))?.close().catch(() => undefined)
    },
  }
}

async function finished(pdf: Uint8Array, { data, author, subject }: PrintableDeck): Promise<Uint8Array> {
  // The browser is told of the next deck first.
  await pause(5)
  return withMetadata(pdf, { title: data.title, author, subject, language: data.language })
}

class OutOfTime extends Error {}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutOfTime(`after ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
    // What is left of it fails when the browser is closed; nobody waits for that.
    work.catch(() => undefined)
  }
}

/** A page in which decks are printed. PDFs are as the browser makes them. */
interface Press {
  browser: Browser
  isAlive(): boolean
  close(): Promise<void>
  print(deck: PrintableDeck, options: PrintOptions): Promise<DeckPdfs>
  printSlides(deck: PrintableDeck, options: Pick<PrintOptions, 'perClick'>): Promise<Uint8Array>
}

const origin = 'http://factdeck.localhost'

/**
 * A page break after the last slide would make an empty page. Nobody sees the screen: slides are not laid out and painted for it, which would take as
 * long as to print them, but for those whose own code may measure what it shows.
 */
const printStyle = `
.print-slide-container:last-child { break-after: avoid !important }
#app { text-rendering: geometricPrecision }
@media screen { .unseen .print-slide-container > * { content-visibility: hidden } }`

/** Paper is light. */
function inPrint({ data }: PrintableDeck): DeckData {
  return { ...data, configs: { ...data.configs, colorSchema: 'light' } }
}

async function openPress(
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
    // Code and styles come with a page and not later: decks that bring their own are opened as pages of their own.
    const alone =
      data.renders !== undefined ||
      data.style !== undefined ||
      data.slides.some(({ module }) => module !== undefined)
    if (shown === perClick && !alone) {
      await page.evaluate(hideFromScreen, written.length === 0)
      // As text: the driver looks at every value of an object, twice.
      await page.evaluate(swapDeck, JSON.stringify(data))
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
      await page.evaluate(hideFromScreen, written.length === 0)
    }
    shown = alone ? undefined : perClick
    await page.evaluate(untilAllSlidesAreThere, data.slides.length)
    await page.evaluate(fixOpticalSizes, opticalFaces)
    const misprints = written.length > 0 ? await page.evaluate(findMisprints, written) : []
    if (misprints.length > 0) throw new Misprinted(misprints)
  }

  const pdf = (): Promise<Uint8Array> =>
    page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })

  return {
    browser,
    isAlive: () => browser.isConnected() && !page.isClosed() && !crashed,
    close: () => page.close().catch(() => undefined),
    async printSlides(deck, { perClick }) {
      await show(deck, inPrint(deck), perClick)
      return pdf()
    },
    async print(deck, { paper, perClick }) {
      const data = inPrint(deck)
      await show(deck, data, perClick)
      const slides = await pdf()
      await page.evaluate(openHandout, {
        title: data.title,
        notes: data.slides.map(({ noteHTML }) => noteHTML),
        style: `${handoutStyle}\n@page { size: ${paper === 'a4' ? 'A4' : 'letter'}; margin: 14mm }`,
      })
      const handout = await pdf()
      await page.evaluate(() => document.querySelector('#handout')?.classList.add('ruled'))
      const handoutLines = await pdf()
      await page.evaluate(closeHandout)
      return { slides, handout, handoutLines }
    },
  }
}

// The functions below run in the page; nothing from outside is known to them.

function swapDeck(deck: string): Promise<void> {
  const door = Object.entries(window).find(([name]) => name === '__factdeck')?.[1] as
    | { show(deck: DeckData): Promise<void> }
    | undefined
  if (!door) throw new Error('the page has no door for another deck')
  return door.show(JSON.parse(deck) as DeckData)
}

function hideFromScreen(hidden: boolean): void {
  document.documentElement.classList.toggle('unseen', hidden)
}

/** Looks at every line of text of these slides: it must stand within the slide and within every box that cuts off what is too much. */
function findMisprints(slides: number[]): Misprint[] {
  const found: Misprint[] = []
  for (const slide of slides) {
    const number = String(slide).padStart(3, '0')
    for (const container of document.querySelectorAll<HTMLElement>(
      `.print-slide-container[id^="${number}-"]`,
    )) {
      const scale = container.getBoundingClientRect().width / 980
      const texts = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const node = texts.currentNode
        const words = node.nodeValue?.replaceAll(/\s+/g, ' ').trim() ?? ''
        const element = node.parentElement
        if (words === '' || !element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          continue
        const boxes: DOMRect[] = []
        for (let box: Element | null = element; box; box = box === container ? null : box.parentElement)
          if (box === container || getComputedStyle(box).overflow !== 'visible')
            boxes.push(box.getBoundingClientRect())
        // Of what is there for screen readers alone nothing is seen.
        if (boxes.some(({ width, height }) => width <= 2 || height <= 2)) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const beyond = [...range.getClientRects()].flatMap((line) =>
          boxes.flatMap((box) => [
            line.right - box.right,
            line.bottom - box.bottom,
            box.left - line.left,
            box.top - line.top,
          ]),
        )
        const by = Math.round(Math.max(0, ...beyond) / scale)
        // The box of a line reaches beyond its letters.
        if (by > 4) found.push({ slide, kind: 'cut', text: words, by })
      }
      for (const fault of container.querySelectorAll('pre[border^="1 red"]'))
        found.push({ slide, kind: 'diagram', text: fault.textContent ?? '', by: 0 })
    }
  }
  return found
}

/** Never ends where a slide does not come; the printer's patience does. */
async function untilAllSlidesAreThere(count: number): Promise<void> {
  const missing = (): boolean => {
    const containers = [...document.querySelectorAll('.print-slide-container')]
    const numbers = new Set(containers.map(({ id }) => id.split('-')[0]))
    return (
      numbers.size !== count ||
      document.querySelector('.slidev-slide-loading') !== null ||
      containers.some((container) => container.getBoundingClientRect().height === 0) ||
      [...document.images].some((image) => !image.complete) ||
      [...document.querySelectorAll('.print-slide-container .mermaid')].some(
        ({ shadowRoot }) => !shadowRoot?.firstElementChild,
      )
    )
  }
  for (;;) {
    // Layout asks for the fonts.
    document.body.getBoundingClientRect()
    await document.fonts.ready
    if (!missing()) return
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

/** Gives every text whose font has sizes of its own the face of its size; they are made as the page asks for them. */
async function fixOpticalSizes(faces: OpticalFace[]): Promise<void> {
  if (faces.length === 0) return
  const optical = new Map(faces.map((face) => [`${face.family} ${face.style}`, face]))
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const cuts = new Map<Element, { name: string; fallback: string; rule: string }>()
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (!element || cuts.has(element) || texts.currentNode.nodeValue?.trim() === '') continue
    const { fontFamily, fontSize, fontStyle, fontWeight: weight } = getComputedStyle(element)
    const family = (fontFamily.split(',')[0] ?? '').replaceAll(/["']/g, '').trim()
    const face = optical.get(`${family} ${fontStyle}`)
    if (!face) continue
    const [least, most] = face.sizes
    const size = Math.min(most, Math.max(least, Number.parseFloat(fontSize)))
    const name = `"${family} ${size}"`
    cuts.set(element, {
      name,
      fallback: fontFamily,
      rule: `@font-face{font-family:${name};font-style:${fontStyle};font-weight:${weight};src:url("/assets/${face.file}?wght=${weight}&opsz=${size}");unicode-range:${face.unicodeRange}}\n`,
    })
  }
  let sheet = document.querySelector<HTMLStyleElement>('#factdeck-cuts')
  if (!sheet) {
    sheet = document.createElement('style')
    sheet.id = 'factdeck-cuts'
    document.head.append(sheet)
  }
  let rules = sheet.textContent
  for (const [element, { name, fallback, rule }] of cuts) {
    if (!rules.includes(rule)) rules += rule
    ;(element as HTMLElement).style.fontFamily = `${name}, ${fallback}`
  }
  if (rules !== sheet.textContent) sheet.textContent = rules
  // Layout asks for the fonts.
  document.body.getBoundingClientRect()
  await document.fonts.ready
}

/** Copies the slides as they are into a document of their own, in front of the hidden deck. */
function openHandout({ title, notes, style }: { title: string; notes: string[]; style: string }): void {
  const handout = document.createElement('main')
  handout.id = 'handout'
  const heading = document.createElement('h1')
  heading.className = 'handout-title'
  heading.textContent = title
  handout.append(heading)
  const lastStep = new Map<string, Element>()
  for (const container of document.querySelectorAll('.print-slide-container')) {
    lastStep.set(container.id.split('-')[0] ?? '', container)
  }
  ;[...lastStep.values()].forEach((container, index) => {
    const row = document.createElement('section')
    row.className = 'handout-row'
    const picture = document.createElement('div')
    picture.className = 'handout-slide'
    const copy = container.cloneNode(true) as HTMLElement
    // A copy has no shadow trees, in which diagrams are drawn.
    const diagrams = [...copy.querySelectorAll('.mermaid')]
    for (const [place, { shadowRoot }] of [...container.querySelectorAll('.mermaid')].entries())
      if (shadowRoot) diagrams[place]!.attachShadow({ mode: 'open' }).innerHTML = shadowRoot.innerHTML
    // Zoom, unlike a transform, takes the room that it shows.
    copy.style.setProperty('zoom', `calc(var(--slide-width) / ${copy.style.width.replace('px', '')})`)
    picture.append(copy)
    const beside = document.createElement('div')
    beside.className = 'handout-notes'
    beside.innerHTML = notes[index] ?? ''
    for (let line = 0; line < 6; line++) {
      const ruled = document.createElement('div')
      ruled.className = 'handout-line'
      beside.append(ruled)
    }
    row.append(picture, beside)
    handout.append(row)
  })
  const sheet = document.createElement('style')
  sheet.id = 'handout-style'
  sheet.textContent = style
  document.head.append(sheet)
  document.body.append(handout)
  document.querySelector<HTMLElement>('#app')?.setAttribute('hidden', '')
}

function closeHandout(): void {
  document.querySelector('#handout')?.remove()
  document.querySelector('#handout-style')?.remove()
  document.querySelector('#app')?.removeAttribute('hidden')
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
