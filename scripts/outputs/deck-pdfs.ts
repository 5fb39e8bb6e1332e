// PDFs of decks: the slides, and handouts with notes or with lines to write on.

import type { DeckPdfs } from '../render/deck-printer.ts'
import { deckMarkdown } from '../render/slidev-markdown.ts'
import { picturesOf, withPicturesInside } from '../render/slidev/pictures.ts'
import { openShells } from '../render/slidev/shells.ts'
import type { Output, OutputFile } from './output.ts'

/** `pdf/<deck>-slides.pdf` and, where `handouts` are wanted, `-handout.pdf` and `-handout-lines.pdf`, printed from the built decks. */
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
        const files = handouts
          ? printer.print(printable, { paper, perClick }).then((pdfs) => filesOf(deck.id, pdfs))
          : printer.printSlides(printable, { perClick }).then((data) => [slidesFile(deck.id, data)])
        // It may fail while nobody waits for it yet.
        files.catch(() => undefined)
        printed.push(files)
        // While two decks are printed the next is made ready, and not all of them are held at once.
        await printed.at(-3)
      }
      return (await Promise.all(printed)).flat()
    },
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
