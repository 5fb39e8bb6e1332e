// Decks: the ordinary Slidev file with its theme, the hosted page, and the one file for a stick.

import type { Deck } from '../decks/deck.ts'
import { warning, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { deckMarkdown } from '../render/slidev-markdown.ts'
import { picturesOf, withPicturesBeside, withPicturesInside } from '../render/slidev/pictures.ts'
import { slidesForSlidev } from '../render/slidev/own-build.ts'
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
      const files: OutputFile[] = [
        ...shell.sharedFiles.map(({ name, data }) => ({ path: `decks/assets/${name}`, data })),
        ...(await shell.themeFiles()).map(({ name, data }) => ({ path: `slidev/theme/${name}`, data })),
      ]
      for (const deck of content.decks) {
        progress(deck.title)
        files.push(...(await filesOf(deck, render, studentCopies)))
      }
      // Decks may share a picture.
      return [...new Map(files.map((file) => [file.path, file])).values()]
    },
  }
}

async function filesOf(deck: Deck, render: Render, studentCopies: boolean): Promise<OutputFile[]> {
  const shell = await render.slidev()
  const markdown = deckMarkdown(deck, render.templates)
  const pictures = picturesOf(deck)
  const ordinary: OutputFile[] = [
    { path: `slidev/${deck.id}.md`, data: markdown },
    ...pictures.map(({ name, data }) => ({ path: `slidev/public/pictures/${name}`, data })),
  ]
  if (slidesForSlidev(deck).length > 0) {
    const built = await shell.buildOrdinary(markdown, pictures)
    return [...ordinary, ...built.map(({ name, data }) => ({ path: `decks/${deck.id}/${name}`, data }))]
  }
  const data = await shell.deckData(markdown, deck.id)
  const inOneFile = withPicturesInside(data, pictures)
  return [
    ...ordinary,
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

/** Hand-written slides that only Slidev's own compiler can show: the deck then goes through it, and has fewer forms. */
function limitsOf(deck: Deck): Diagnostic[] {
  return slidesForSlidev(deck).map(({ file, reason }) =>
    warning(
      { file: `slides/${file}`, line: 1, column: 1 },
      'output/slide-needs-slidev',
      `Unexpected ${reason} in a hand-written slide, expected Markdown, HTML and Vue without a script`,
      `Slidev builds the whole deck for a web server, which takes longer; there is no one-file form and no PDF of it`,
    ),
  )
}
