// PDFs of decks: the slides, and handouts with notes or with lines to write on.

import { deckMarkdown } from '../render/slidev-markdown.ts'
import { picturesOf, withPicturesInside } from '../render/slidev/pictures.ts'
import { openShells } from '../render/slidev/shells.ts'
import type { Output, OutputFile } from './output.ts'

/** `pdf/<deck>-slides.pdf`, `-handout.pdf` and `-handout-lines.pdf`, printed from the built decks. */
export function deckPdfs({
  paper = 'a4',
  perClick = false,
}: { paper?: 'a4' | 'letter'; perClick?: boolean } = {}): Output {
  return {
    name: 'deck-pdfs',
    limits: () => [],
    async emit({ decks }, render, progress) {
      if (decks.length === 0) return []
      const shells = await openShells(await render.slidev(), decks)
      const printer = await render.printer()
      const files: OutputFile[] = []
      for (const deck of decks) {
        progress(deck.title)
        const shell = shells.of(deck)
        const pdfs = await printer.print(
          {
            data: withPicturesInside(
              await shell.deckData(deckMarkdown(deck, render.templates), deck.id),
              picturesOf(deck),
            ),
            author: deck.author,
            subject: deck.summary,
            page: (data, assetsPath) => shell.hostedPage(data, assetsPath),
            files: shell.sharedFiles,
          },
          { paper, perClick },
        )
        files.push(
          { path: `pdf/${deck.id}-slides.pdf`, data: pdfs.slides },
          { path: `pdf/${deck.id}-handout.pdf`, data: pdfs.handout },
          { path: `pdf/${deck.id}-handout-lines.pdf`, data: pdfs.handoutLines },
        )
      }
      return files
    },
  }
}
