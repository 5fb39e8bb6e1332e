// From what a compiler says about the text it was given to the place in the file that an author wrote.

import type { WrittenSlide } from './compiled-slides.ts'

/** A fault, with its place in a file of slides/; line and column from 1. */
export interface SlideFault {
  file: string
  line: number
  column: number
  message: string
  /** `render/deck` unless it says another. */
  rule?: string
}

/** What a compiler says, as a message. */
export function worded(message: string): string {
  const [first = ''] = message.replace('[vue/compiler-sfc] ', '').trim().split('\n')
  return `Unexpected slide, expected what Slidev can compile: ${first.replace(/\s*\(\d+:\d+\)$/, '').trim()}`
}

/** The place of an offset in a slide's body. */
export function placeOf(
  { file, line, body }: WrittenSlide,
  offset: number,
): Pick<SlideFault, 'file' | 'line' | 'column'> {
  const before = body.slice(0, offset).split('\n')
  return {
    file,
    line: line + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
  }
}

/**
 * Where that which stands at an offset of a compiled text stands in the text that it was made from; 0 where
 * it is not found. Markdown leaves tags, expressions and scripts as they are, so the same words are looked
 * for, and among several the one with as many before it.
 */
export function sameOffset(made: string, offset: number, written: string): number {
  const rest = made.slice(offset).split('\n')[0]?.trimEnd() ?? ''
  for (let length = rest.length; length >= Math.min(rest.length, 3) && length > 0; length -= 1) {
    const words = rest.slice(0, length)
    const nth = made.slice(0, offset).split(words).length - 1
    const all = placesOf(words, written)
    if (all.length > 0) return all[Math.min(nth, all.length - 1)] ?? 0
  }
  const lineStart = made.lastIndexOf('\n', offset - 1) + 1
  const before = made.slice(lineStart, offset).trimStart()
  return before === ''
    ? 0
    : Math.max(written.indexOf(before), 0) + (written.includes(before) ? before.length : 0)
}

function placesOf(words: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}
