// Decks: the ordinary Slidev file with its theme, the hosted page, and the one file for a stick.

import type { Deck } from '../../contract/deck.ts'
import { error, warning, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { deckMarkdown } from '../render/slidev-markdown.ts'
import { picturesOf, withPicturesBeside, withPicturesInside } from '../render/slidev/pictures.ts'
import { holdsDiagram, showsElsewhere, writtenSlides } from '../render/slidev/compiled-slides.ts'
import type { SlidevShell } from '../render/slidev/shell.ts'
import { openShells } from '../render/slidev/shells.ts'
import type { Render } from '../render/render.ts'
import type { Output, OutputFile } from './output.ts'

export interface DeckOptions {
  /** Also `decks/<deck>-student.html`, without speaker notes. */
  studentCopies: boolean
}

/** The decks of the content. */
export function decks({ studentCopies }: DeckOptions): Output {
  return {
    name: 'decks',
    limits: (content) => content.decks.flatMap(limitsOf),
    async emit(content, render, progress) {
      if (content.decks.length === 0) return []
      progress('slide shell')
      const shell = await render.slidev()
      const shells = await openShells(shell, content.decks)
      const files: OutputFile[] = [
        ...shells.all
          .flatMap(({ sharedFiles }) => sharedFiles)
          .map(({ name, data }) => ({ path: `decks/assets/${name}`, data })),
        ...shell.themeFiles().map(({ name, data }) => ({ path: `slidev/theme/${name}`, data })),
      ]
      for (const deck of content.decks) {
        progress(deck.title)
        files.push(...(await filesOf(deck, shells.of(deck), render, studentCopies)))
      }
      // Decks may share a picture, and shells a font.
      return [...new Map(files.map((file) => [file.path, file])).values()]
    },
  }
}

async function filesOf(
  deck: Deck,
  shell: SlidevShell,
  { templates }: Render,
  studentCopies: boolean,
): Promise<OutputFile[]> {
  const markdown = deckMarkdown(deck, templates)
  const pictures = picturesOf(deck)
  const data = await shell.deckData(markdown, deck.id)
  const inOneFile = withPicturesInside(data, pictures)
  return [
    { path: `slidev/${deck.id}.md`, data: markdown },
    ...pictures.map(({ name, data: bytes }) => ({ path: `slidev/public/pictures/${name}`, data: bytes })),
    {
      path: `decks/${deck.id}/index.html`,
      data: shell.hostedPage(withPicturesBeside(data, pictures), '../assets/'),
    },
    ...pictures.map(({ name, data: bytes }) => ({ path: `decks/${deck.id}/pictures/${name}`, data: bytes })),
    { path: `decks/${deck.id}.html`, data: shell.oneFilePage(inOneFile, { notes: true }) },
    ...(studentCopies
      ? [{ path: `decks/${deck.id}-student.html`, data: shell.oneFilePage(inOneFile, { notes: false }) }]
      : []),
  ]
}

/** Hand-written slides that a finished deck cannot show, or not without a price. */
function limitsOf(deck: Deck): Diagnostic[] {
  return writtenSlides(deck).flatMap(({ file, line, body, src }) => {
    const at = { file: `slides/${file}`, line, column: 1 }
    const elsewhere = src === undefined ? showsElsewhere(body) : 'slide taken from another file'
    if (elsewhere)
      return error(
        at,
        'output/slide-stands-alone',
        `Unexpected ${elsewhere} in a hand-written slide, expected what a finished deck can show by itself`,
        src === undefined
          ? 'write it into the slide, or show a picture of it'
          : 'name that file in the outline: { "markdown": "..." }',
      )
    if (holdsDiagram(body))
      return warning(
        at,
        'output/diagram-weighs',
        `Unexpected diagram for a light deck, expected a picture where size matters`,
        `what draws it adds about 3.5 MB (0.9 MB gzip) to decks/${deck.id}.html; the hosted deck loads only its part of that`,
      )
    return []
  })
}
