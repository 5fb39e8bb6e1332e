// Prints decks: one browser, two pages of it, and what is done when one of them dies or hangs.

import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { openFixedFonts, type FixedFonts } from './fixed-fonts.ts'
import { withMetadata } from './pdf-metadata.ts'
import {
  Misprinted,
  openPress,
  type DeckPdfs,
  type Press,
  type PrintableDeck,
  type PrintOptions,
} from './press.ts'
import type { SharedFile } from './slidev/shared-file.ts'

/** A deck that could not be printed; the message names it. */
export class PrintFailed extends Error {
  readonly deck: string

  constructor(deck: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.deck = deck
  }
}

export interface DeckPrinter {
  /**
   * Starts the browser once more when it dies. Throws BrowserMissing where there is none, PrintFailed for a
   * deck that does not finish loading or in which the browser dies twice, Misprinted for one whose
   * hand-written slides lose something. Two decks at a time are printed; who asks for more has them printed
   * one after the other.
   */
  print(deck: PrintableDeck, options: PrintOptions): Promise<DeckPdfs>
  /** As `print`, but only the slides. */
  printSlides(
    deck: PrintableDeck,
    options: Pick<PrintOptions, 'perClick' | 'paperWhite'>,
  ): Promise<Uint8Array>
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

/**
 * Pages of the browser in which decks are printed side by side. While the layout of one is made, another is
 * drawn.
 */
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
    let started: Browser | undefined
    try {
      started = await mine
      return await openPress(started, templates, fontsOf)
    } catch (thrown) {
      if (browser === mine && !started?.isConnected()) browser = undefined
      throw started?.isConnected() === false ? new BrowserDied('', { cause: thrown }) : thrown
    }
  }
  let closed = false
  const openLane = (): (<T>(id: string, work: (press: Press) => Promise<T>) => Promise<T>) => {
    let press: Promise<Press> | undefined
    const attempt = async <T>(id: string, work: (press: Press) => Promise<T>): Promise<T> => {
      for (let deaths = 0; ;) {
        if (closed) throw new Error('the printer is closed')
        let mine: Press | undefined
        try {
          press ??= open()
          mine = await withinTime(press, patience)
          return await withinTime(work(mine), patience)
        } catch (thrown) {
          if (thrown instanceof Misprinted) throw thrown
          press = undefined
          if (!mine && !(thrown instanceof BrowserDied || thrown instanceof OutOfTime)) throw thrown
          const alive = mine?.isAlive() ?? false
          // A page that hangs does not close; the browser takes it along.
          void mine?.close()
          if (mine && !mine.browser.isConnected() && (await browser?.catch(() => undefined)) === mine.browser)
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
      const started = await browser?.catch(() => undefined)
      // One that was killed at the wrong moment never says that it is closed.
      if (started) await withinTime(started.close(), Math.min(patience, 10_000)).catch(() => undefined)
    },
  }
}

async function finished(pdf: Uint8Array, { data, author, subject }: PrintableDeck): Promise<Uint8Array> {
  // The browser is told of the next deck first.
  await pause(5)
  return withMetadata(pdf, { title: data.title, author, subject, language: data.language })
}

class OutOfTime extends Error {}

/** The browser ended before its page was open. */
class BrowserDied extends Error {}

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
