// PDFs of decks: the slides, and handouts with notes or with lines to write on.

import { Misprinted, type DeckPdfs } from '../render/press.ts'
import type { Misprint } from '../render/print-page.ts'
import { deckMarkdown } from '../render/slidev-markdown.ts'
import { slidesInOrder, type WrittenSlide } from '../render/slidev/compiled-slides.ts'
import { picturesOf, withPicturesInside } from '../render/slidev/pictures.ts'
import { openShells } from '../render/slidev/shells.ts'
import { placeOf, type SlideFault } from '../render/slidev/slide-places.ts'
import { SlidesError } from '../render/slidev/slides-error.ts'
import type { Deck } from '../../contract/deck.ts'
import type { Output, OutputFile } from './output.ts'

/**
 * `pdf/<deck>-slides.pdf` and, where `handouts` are wanted, `-handout.pdf` and `-handout-lines.pdf`, printed from the built decks. Here a browser lays out
 * what authors wrote by hand, which no rule can measure: where something of it is lost, that is an error. Throws SlidesError with all of them.
 */
export function deckPdfs({
  paper = 'a4',
  perClick = false,
  handouts = true,
}: { paper?: 'a4' | 'letter'; perClick?: boolean; handouts?: boolean } = {}): Output {
  return {
    name: 'deck-pdfs',
    limits: () => [],
    async emit({ decks }, render, progress) {
      if (decks.length === 0) return []
      // The browser starts while the shells are opened.
      const printer = await render.printer()
      const shells = await openShells(await render.slidev(), decks)
      const printed: Promise<OutputFile[]>[] = []
      const faults: SlideFault[] = []
      for (const deck of decks) {
        progress(deck.title)
        const shell = shells.of(deck)
        const printable = {
          data: withPicturesInside(
            await shell.deckData(deckMarkdown(deck, render.templates), deck.id),
            picturesOf(deck),
          ),
          author: deck.author,
          subject: deck.summary,
          page: shell.hostedPage,
          files: shell.sharedFiles,
        }
        const files = (
          handouts
            ? printer.print(printable, { paper, perClick }).then((pdfs) => filesOf(deck.id, pdfs))
            : printer.printSlides(printable, { perClick }).then((data) => [slidesFile(deck.id, data)])
        ).catch((thrown: unknown) => {
          if (!(thrown instanceof Misprinted)) throw thrown
          faults.push(...faultsOf(deck, thrown.misprints))
          return []
        })
        // It may fail while nobody waits for it yet.
        files.catch(() => undefined)
        printed.push(files)
        // While two decks are printed the next is made ready, and not all of them are held at once.
        await printed.at(-3)
      }
      const made = (await Promise.all(printed)).flat()
      if (faults.length > 0) throw new SlidesError(faults)
      return made
    },
  }
}

/** One fault for a slide's lost words, however many they are, and one for each of its diagrams. */
function faultsOf(deck: Deck, misprints: readonly Misprint[]): SlideFault[] {
  return slidesInOrder(deck).flatMap((slide, index) => {
    if (!slide) return []
    const found = misprints.filter((misprint) => misprint.slide === index + 1)
    const diagrams = found
      .filter(({ kind }) => kind === 'diagram')
      .map(({ text }) => diagramFault(slide, text))
    const [first, ...others] = new Map(
      found.flatMap((misprint) => (misprint.kind === 'cut' ? [[misprint.text, misprint.by] as const] : [])),
    )
    if (!first) return diagrams
    const [text, by] = first
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
    const more = others.length > 0 ? ` and ${others.length} more` : ''
    const message = `Unexpected words beyond the edge by ${by} of the slide's 980 by 552 pixels, "${shown}"${more}, expected all of a slide to be seen; shorten it, or make two slides of it`
    const cut = {
      ...placeOf(slide, Math.max(slide.body.indexOf(text.slice(0, 20)), 0)),
      message,
      rule: 'render/slide-fits',
    }
    return [cut, ...diagrams]
  })
}

/** Mermaid counts the lines of a diagram from the one below its fence. */
function diagramFault(slide: WrittenSlide, said: string): SlideFault {
  const { file, line } = placeOf(slide, Math.max(slide.body.search(/(?:```|~~~)mermaid\b|<Mermaid\b/), 0))
  const within = Number(/\bline (\d+)/.exec(said)?.[1] ?? 0)
  const reason = said
    .replace(/^(?:\w*Error: )+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return {
    file,
    line: line + within,
    column: 1,
    message: `Unexpected diagram, expected one that Mermaid can draw: ${reason}`,
  }
}

function filesOf(id: string, { slides, handout, handoutLines }: DeckPdfs): OutputFile[] {
  return [
    slidesFile(id, slides),
    { path: `pdf/${id}-handout.pdf`, data: handout },
    { path: `pdf/${id}-handout-lines.pdf`, data: handoutLines },
  ]
}

function slidesFile(id: string, data: Uint8Array): OutputFile {
  return { path: `pdf/${id}-slides.pdf`, data }
}
