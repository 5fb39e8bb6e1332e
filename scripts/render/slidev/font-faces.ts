// A deck that is one file carries its fonts in it: those that have a letter of it, and no others.

import { lettersBeyondAscii } from '../letters.ts'

const face = /@font-face\s*\{[^}]*\}/g

/**
 * From texts to the style sheet without the fonts that hold no letter of them, by their `unicode-range` (CSS
 * Fonts 4, 4.5). Latin letters always count. The style sheet is taken apart once, and what the same fonts
 * make is made once.
 */
export function openStyle(style: string): (texts: string) => Uint8Array {
  const rules = Array.from(style.matchAll(face), ([rule]) => spansOf(rule))
  const between = style.split(face)
  const faces = style.match(face) ?? []
  const made = new Map<string, Uint8Array>()
  return (texts) => {
    const letters = lettersBeyondAscii(texts)
    const wanted = rules.map(
      (spans) => spans?.some((span) => holdsAscii(span) || holds(letters, span)) ?? true,
    )
    const key = wanted.map(Number).join('')
    const before = made.get(key)
    if (before !== undefined) return before
    const picked = Buffer.from(
      between.map((text, place) => text + (wanted[place] ? (faces[place] ?? '') : '')).join(''),
    )
    made.set(key, picked)
    return picked
  }
}

/** Whether a letter of English lies in the span, which the interface around the slides speaks. */
function holdsAscii([from, to]: readonly [number, number]): boolean {
  return from <= 0x7e && to >= 0x21
}

/** Whether one of the letters, which are sorted, lies in the span. */
function holds(letters: readonly number[], [from, to]: readonly [number, number]): boolean {
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (letters[middle]! < from) low = middle + 1
    else high = middle
  }
  return low < letters.length && letters[low]! <= to
}

/** The code points that a `@font-face` rule is for; undefined where it names no range: it has all letters. */
export function spansOf(rule: string): [number, number][] | undefined {
  const ranges = /unicode-range:([^;}]*)/.exec(rule)?.[1]
  return ranges?.split(',').flatMap((range) => spanOf(range.trim()) ?? [])
}

/** `U+100-130`, `U+2020`, `U+4??`. */
function spanOf(range: string): [number, number][] | undefined {
  const parts = /^U\+([0-9A-F?]{1,6})(?:-([0-9A-F]{1,6}))?$/i.exec(range)
  if (!parts) return undefined
  const [, from = '', to] = parts
  return [
    [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to ?? from.replaceAll('?', 'F'), 16)],
  ]
}
