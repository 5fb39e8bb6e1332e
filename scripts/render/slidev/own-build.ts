// What a slide may hold that only Slidev's compiler can make something of. Found by its marks in the text, outside of code.

import type { Deck } from '../../decks/deck.ts'

const marks: readonly [RegExp, string][] = [
  [/^\s*(?:```|~~~)/m, 'code block'],
  [/<script\b/i, '<script>'],
  [/<style\b/i, '<style>'],
  [/^<<<\s/m, 'code taken from a file'],
  [/\$\$|\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?!\d)/, 'formula between dollar signs'],
  [/\bv-(?:mark|motion|drag)\b/, 'v-mark, v-motion or v-drag'],
  [
    /<(?:Tweet|BlueSky|Youtube|SlidevVideo|Mermaid|PlantUml|Monaco|ShikiMagicMove|CodeGroup|VDrag|VDragArrow|PoweredBySlidev)\b/,
    'component that loads or compiles something',
  ],
  [/^src:\s/m, 'slide taken from another file'],
]

/** Names what the shell cannot show of these slides; undefined where it can show everything. */
export function needsOwnBuild(markdown: string): string | undefined {
  return marks.find(([mark]) => mark.test(markdown))?.[1]
}

/** The hand-written slides of a deck that only Slidev can build, and why; such a deck has no one-file form and no PDF. */
export function slidesForSlidev(deck: Deck): { file: string; reason: string }[] {
  return deck.slides.flatMap((slide) => {
    const reason = slide.kind === 'handwritten' ? needsOwnBuild(slide.markdown) : undefined
    return slide.kind === 'handwritten' && reason ? [{ file: slide.file, reason }] : []
  })
}
