// A deck in small, from its data: its cover, and below it a mark for every slide, so that one sees how it goes.
// No browser takes a picture of it.

import { directionOf } from '../../../contract/messages/registry.ts'
import { lineCount, textWidth } from '../../../contract/measure/text.ts'
import type { Deck, Slide } from '../../../contract/deck.ts'

const width = 320
const inset = 22
/** Of lines: pages take a font of the reader's machine, which may be wider than ours. */
const room = (width - 2 * inset) * 0.84
const strip = { y: 152, height: 16 }

/** What a mark stands for: an opener, something to do, a picture or a chart, or words. */
type Kind = 'opener' | 'asks' | 'draws' | 'tells'

const kinds: Partial<Record<string, Kind>> = {
  cover: 'opener',
  section: 'opener',
  checkpoint: 'asks',
  discussion: 'asks',
  bars: 'draws',
  timeline: 'draws',
  transfers: 'draws',
  map: 'draws',
  relay: 'draws',
  mentions: 'draws',
  buildup: 'draws',
  story: 'draws',
  figure: 'draws',
  picture: 'draws',
}

/** What `site/index.njk` draws of a deck, in a box of 320 x 180. */
export interface Thumbnail {
  ground: string
  /** Where lines begin: at the right in what is written from right to left. */
  x: number
  size: number
  lines: { text: string; y: number }[]
  marks: { x: number; y: number; width: number; height: number; opacity: number }[]
}

/** The thumbnail of a deck: its title in three lines at most, a mark a slide. */
export function thumbnailOf({ title, slides, look, language }: Deck): Thumbnail {
  const rightToLeft = directionOf(language) === 'rtl'
  const size = [30, 26, 22].find((each) => lineCount(title, each, room, 'serif') <= 3) ?? 20
  const step = Math.min(12, (width - 2 * inset) / slides.length)
  return {
    ground: look === 'slate' ? '#222b66' : '#14535c',
    x: rightToLeft ? width - inset : inset,
    size,
    lines: linesOf(title, size).map((text, index) => ({ text, y: 46 + index * size * 1.2 })),
    marks: slides.map((slide, index) => {
      const { height, opacity } = looks[kindOf(slide)]
      const start = inset + index * step
      return {
        x: round(rightToLeft ? width - start - step * 0.7 : start),
        y: strip.y + strip.height - height,
        width: round(step * 0.7),
        height,
        opacity,
      }
    }),
  }
}

const looks: Record<Kind, { height: number; opacity: number }> = {
  opener: { height: 16, opacity: 1 },
  draws: { height: 12, opacity: 0.85 },
  asks: { height: 8, opacity: 0.6 },
  tells: { height: 4, opacity: 0.45 },
}

function kindOf(slide: Slide): Kind {
  return (slide.kind === 'layout' ? kinds[slide.layout] : undefined) ?? 'tells'
}

function linesOf(text: string, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, size, 'serif') <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), '…']
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
