// What a slide may hold that only Slidev's compiler can make something of, and what no finished deck can
// show. Found by its marks in the text.

import { parseSync } from '@slidev/parser/core'
import type { Deck, HandwrittenSlide } from '../../../contract/deck.ts'
import { shortDigest } from '../../source/digest.ts'

const marks: readonly [RegExp, string][] = [
  [/^\s*(?:```|~~~)/m, 'code block'],
  [/<script\b/i, '<script>'],
  [/<style\b/i, '<style>'],
  [/\$\$|\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?!\d)/, 'formula between dollar signs'],
  [/\bv-(?:mark|motion|drag)\b/, 'v-mark, v-motion or v-drag'],
  [
    /<(?:SlidevVideo|Mermaid|Monaco|ShikiMagicMove|CodeGroup|VDrag|VDragArrow|PoweredBySlidev)\b/,
    'component that loads or compiles something',
  ],
]

/** These take something from another file or another site, and a finished deck stands alone. */
const foreignMarks: readonly [RegExp, string][] = [
  [/^<<<\s/m, 'code taken from a file'],
  [/<(?:Tweet|BlueSky|Youtube)\b/, 'component that shows another site'],
  [/^\s*(?:```|~~~)plantuml\b|<PlantUml\b/m, 'diagram that another site draws'],
]

/**
 * Names what the shell cannot show of a slide's body unless Slidev's compiler makes it; undefined where it
 * can show everything.
 */
export function needsCompiler(body: string): string | undefined {
  return marks.find(([mark]) => mark.test(body))?.[1]
}

/** Names what no finished deck can show of a slide's body. */
export function showsElsewhere(body: string): string | undefined {
  return foreignMarks.find(([mark]) => mark.test(body))?.[1]
}

/** Whether a body holds a diagram, whose drawing takes a library of megabytes. */
export function holdsDiagram(body: string): boolean {
  return /^\s*(?:```|~~~)mermaid\b|<Mermaid\b/m.test(body)
}

/** A slide as its author wrote it. */
export interface WrittenSlide {
  /** Of what stands in the slide: the same body is the same slide in any deck. */
  key: string
  /** Without frontmatter and notes. */
  body: string
  /** Path within the content folder's slides/. */
  file: string
  /** Where the body starts in the file, from 1. */
  line: number
  /** The file from which it takes its slides, if it is no more than that. */
  src?: string
}

/** The slides of a deck that its author wrote, in order. Hidden ones do not count. */
export function writtenSlides(deck: Deck): WrittenSlide[] {
  return slidesInOrder(deck).filter((slide) => slide !== undefined)
}

/**
 * All slides of a deck as they are numbered: what its author wrote, undefined for one that is made from
 * facts.
 */
export function slidesInOrder(deck: Deck): (WrittenSlide | undefined)[] {
  return deck.slides.flatMap((slide) => (slide.kind === 'handwritten' ? slidesOf(slide) : [undefined]))
}

/** The slides of a deck that Slidev's compiler must make. */
export function slidesToCompile(deck: Deck): WrittenSlide[] {
  return writtenSlides(deck).filter(({ body }) => needsCompiler(body) !== undefined)
}

/**
 * What the files of a deck are made from: the deck and, where it has slides that Slidev's compiler must make, those
 * of all decks, which are compiled together.
 */
export function deckWithCompiled(deck: Deck, { decks }: { decks: readonly Deck[] }): unknown {
  return slidesToCompile(deck).length === 0 ? deck : [deck, decks.map(slidesToCompile)]
}

/** Of a slide's body. */
export function slideKey(body: string): string {
  return shortDigest(body)
}

function slidesOf({ markdown, file }: HandwrittenSlide): WrittenSlide[] {
  const lines = markdown.split(/\r?\n/)
  return parseSync(markdown, file)
    .slides.filter(({ frontmatter }) => !frontmatter['disabled'] && !frontmatter['hide'])
    .map(({ content, contentStart, frontmatter }) => {
      let line = contentStart
      while (line < lines.length && lines[line]?.trim() === '') line += 1
      return {
        key: slideKey(content),
        body: content,
        file,
        line: line + 1,
        ...(typeof frontmatter['src'] === 'string' ? { src: frontmatter['src'] } : {}),
      }
    })
}
