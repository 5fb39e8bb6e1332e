// Decks: the ordinary Slidev file with its theme, the hosted page, and the one file for a stick.

import type { Deck } from '../../contract/deck.ts'
import { error, warning, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { deckMarkdown } from '../render/slidev-markdown.ts'
import { withFonts } from '../render/slidev/deck-fonts.ts'
import { picturesOf, withPicturesBeside, withPicturesInside } from '../render/slidev/pictures.ts'
import {
  deckWithCompiled,
  holdsDiagram,
  showsElsewhere,
  writtenSlides,
} from '../render/slidev/compiled-slides.ts'
import { output } from './output.ts'

/** The decks of the content. */
export const decks = output({
  name: 'decks',
  makes: 'decks',
  scope: 'deck',
  options: {
    withoutNotes: { kind: 'flag', does: 'add one-file decks for students, without speaker notes' },
  },
  files: {
    page: {
      shows: 'slides',
      links: [
        { words: 'present', for: 'class' },
        { words: 'presenter', for: 'teachers', fragment: '#/presenter/1' },
        { words: 'download', for: 'class', download: true },
      ],
    },
    student: { shows: 'slides', links: [{ words: 'student', for: 'learners' }] },
    hosted: { shows: 'slides', links: [{ words: 'hosted', for: 'class' }] },
    markdown: { links: [{ words: 'markdown', for: 'authors', download: true }] },
  },
  limits: limitsOf,
  madeFrom: deckWithCompiled,
  async shared(deck, { content, render }) {
    const shells = await render.shells(content.decks)
    const shell = await shells.of(deck)
    const files = shell.filesFor(deckMarkdown(deck, render.templates))
    return [
      ...files.map(({ name, data }) => ({ path: `decks/assets/${name}`, data })),
      ...(await shell.themeFiles()).map(({ name, data }) => ({ path: `slidev/theme/${name}`, data })),
      ...picturesOf(deck).map(({ name, data }) => ({ path: `slidev/public/pictures/${name}`, data })),
    ]
  },
  async emit(deck, { content, render, options, progress }) {
    progress('slide shell')
    const shells = await render.shells(content.decks)
    const shell = await shells.of(deck)
    progress(deck.title)
    const markdown = deckMarkdown(deck, render.templates)
    const pictures = picturesOf(deck)
    const data = await withFonts(await shell.deckData(markdown, deck.id), deck)
    const inOneFile = withPicturesInside(data, pictures)
    return [
      {
        path: `decks/${deck.id}.html`,
        data: shell.oneFilePage(inOneFile, { notes: true }),
        kind: 'page',
      },
      ...(options.withoutNotes
        ? [
            {
              path: `decks/${deck.id}-student.html`,
              data: shell.oneFilePage(inOneFile, { notes: false }),
              kind: 'student' as const,
            },
          ]
        : []),
      {
        path: `decks/${deck.id}/index.html`,
        data: shell.hostedPage(withPicturesBeside(data, pictures), '../assets/'),
        kind: 'hosted',
      },
      ...pictures.map(({ name, data: bytes }) => ({
        path: `decks/${deck.id}/pictures/${name}`,
        data: bytes,
      })),
      { path: `slidev/${deck.id}.md`, data: markdown, kind: 'markdown' },
    ]
  },
})

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
