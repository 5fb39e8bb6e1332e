// A printer of decks and a Typst that make what was not made before, and start for that alone.

import type { DeckPrinter } from './deck-printer.ts'
import type { Inputs, KeptPdfs } from './kept-pdfs.ts'
import type { PrintableDeck } from './press.ts'
import { sha256 } from '../source/digest.ts'
import type { SharedFile } from './slidev/shared-file.ts'
import type { Typst } from './typst.ts'

/**
 * `open` opens the printer that prints, whose browser starts at once: where nothing is kept yet, before the
 * first deck is there.
 */
export function keptPrinter(open: () => DeckPrinter, kept: KeptPdfs): DeckPrinter {
  let opened: DeckPrinter | undefined
  const printer = (): DeckPrinter => (opened ??= open())
  if (kept.none) printer()
  const digests = new WeakMap<readonly SharedFile[], string>()
  const digestOf = (files: readonly SharedFile[]): string => {
    const digest = digests.get(files) ?? sha256(...files.flatMap(({ name, data }) => [`${name}\n`, data]))
    digests.set(files, digest)
    return digest
  }
  const inputsOf = (deck: PrintableDeck, options: object): Inputs => [
    deck.page(deck.data, '/assets/'),
    JSON.stringify([deck.data, deck.author, deck.subject, options]),
    digestOf(deck.files),
  ]
  return {
    async print(deck, options) {
      const names = ['slides', 'handout', 'handoutLines'] as const
      return kept.of(names, inputsOf(deck, options), async () => ({
        ...(await printer().print(deck, options)),
      }))
    },
    async printSlides(deck, options) {
      const { slides } = await kept.of(['slides'], inputsOf(deck, { ...options, alone: true }), async () => ({
        slides: await printer().printSlides(deck, options),
      }))
      return slides
    },
    async close() {
      await opened?.close()
    },
  }
}

/** As `typst`, which sets what is not kept. */
export function keptTypst(typst: Typst, kept: KeptPdfs): Typst {
  return {
    async compile(template, data) {
      const { pdf } = await kept.of(['pdf'], [template, JSON.stringify(data)], async () => ({
        pdf: await typst.compile(template, data),
      }))
      return pdf
    },
  }
}
