// PDFs of decks: the slides, and handouts with notes or with lines to write on.

import { Misprinted, type DeckPdfs } from '../render/press.ts'
import type { Misprint } from '../render/print-page.ts'
import { deckMarkdown } from '../render/slidev-markdown.ts'
import { isBeyondUsual } from '../render/script-fonts.ts'
import { deckWithCompiled, slidesInOrder, type WrittenSlide } from '../render/slidev/compiled-slides.ts'
import { withFonts } from '../render/slidev/deck-fonts.ts'
import { picturesOf, withPicturesInside } from '../render/slidev/pictures.ts'
import { placeOf, type SlideFault } from '../render/slidev/slide-places.ts'
import { SlidesError } from '../render/slidev/slides-error.ts'
import type { Deck } from '../../contract/deck.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import { output, type OutputFile } from './output.ts'
import { paperOption } from './paper.ts'

/**
 * `pdf/<deck>-slides.pdf` and, unless they are not wanted, `-handout.pdf` and `-handout-lines.pdf`, printed
 * from the built decks. Here a browser lays out what authors wrote by hand, which no rule can measure: where
 * something of it is lost, that is an error. Throws SlidesError.
 */
export const deckPdfs = output({
  name: 'deck-pdfs',
  makes: 'PDFs of decks',
  scope: 'deck',
  needsBrowser: true,
  elsewhere: true,
  options: {
    noHandouts: { kind: 'flag', does: 'of decks, the PDF of the slides alone' },
    paperWhite: { kind: 'flag', does: 'slide PDFs on white ground, as handouts always are' },
    perClick: { kind: 'flag', does: 'a PDF page for every click step' },
    ...paperOption,
  },
  files: {
    slides: { links: [{ words: 'slidesPdf', for: 'class' }] },
    handout: { links: [{ words: 'handout', for: 'teachers' }] },
    lines: { links: [{ words: 'handoutLines', for: 'learners' }] },
  },
  limits: limitsOf,
  madeFrom: deckWithCompiled,
  // While two decks are printed the next is made ready, and not all of them are held at once.
  atOnce: 3,
  async emit(deck, { content, render, options: { noHandouts, perClick, paper, paperWhite } }) {
    // The browser starts while the shells are opened.
    const printer = await render.printer()
    const shells = await render.shells(content.decks)
    // One deck that cannot be shown is reason enough not to begin with any: printing takes longest.
    await shells.allSound()
    const shell = await shells.of(deck)
    const printable = {
      data: withPicturesInside(
        await withFonts(await shell.deckData(deckMarkdown(deck, render.templates), deck.id), deck),
        picturesOf(deck),
      ),
      author: deck.author,
      subject: deck.summary,
      page: shell.hostedPage,
      files: shell.sharedFiles,
    }
    try {
      if (noHandouts)
        return [slidesFile(deck.id, await printer.printSlides(printable, { perClick, paperWhite }))]
      return filesOf(deck.id, await printer.print(printable, { paper, perClick, paperWhite }))
    } catch (thrown) {
      if (!(thrown instanceof Misprinted)) throw thrown
      throw new SlidesError(faultsOf(deck, thrown.misprints))
    }
  },
})

/** Of hand-written slides the letters of other scripts: what else is in them may be code. */
function limitsOf(deck: Deck): Diagnostic[] {
  const printed = deck.slides.map((slide, index) =>
    slide.kind === 'layout'
      ? { where: `slide ${index + 1}`, texts: [JSON.stringify([slide.props, slide.notes])] }
      : {
          where: `slide ${index + 1}, slides/${slide.file}`,
          texts: [...slide.markdown].filter(isBeyondUsual),
        },
  )
  return missingGlyphs(printed, {
    file: `slides/${deck.id}.json`,
    fonts: messagesFor(deck.language).language.fonts,
    language: deck.language,
    added: deck.fonts,
    marked: deck.marked,
    shows:
      'the PDFs of the deck show it only where the machine that prints them has a font with it, and an empty box otherwise; screens draw it in a font of the reader’s',
  })
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

function filesOf(id: string, { slides, handout, handoutLines }: DeckPdfs): Printed[] {
  return [
    slidesFile(id, slides),
    { path: `pdf/${id}-handout.pdf`, data: handout, kind: 'handout' },
    { path: `pdf/${id}-handout-lines.pdf`, data: handoutLines, kind: 'lines' },
  ]
}

function slidesFile(id: string, data: Uint8Array): Printed {
  return { path: `pdf/${id}-slides.pdf`, data, kind: 'slides' }
}

type Printed = OutputFile<'slides' | 'handout' | 'lines'>
