// How much room a text takes, reckoned from its letters. A slide must look the same before and after its
// fonts have loaded, in the overview and in print, so type sizes come from the text alone and never from
// measuring the page.

/**
 * The faces of the theme; each is reckoned a little wider than it sets, so that an estimate errs towards
 * smaller type.
 */
export type Face = 'serif' | 'sans' | 'bold'

const widening: Record<Face, number> = { serif: 1.05, sans: 0.96, bold: 1.0 }

/** Width of a text set in one line, in px at the given type size. */
export function textWidth(text: string, size: number, face: Face = 'sans'): number {
  let em = 0
  for (const letter of text) em += letterWidth(letter)
  return em * widening[face] * size
}

/** How many lines a text fills at a type size and a line width, broken at spaces as a browser breaks it. */
export function lineCount(text: string, size: number, width: number, face: Face = 'sans'): number {
  const space = textWidth(' ', size, face)
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    const wide = textWidth(word, size, face)
    if (used > 0 && used + space + wide > width) {
      lines += 1
      used = 0
    }
    // A word longer than a line is broken inside (`overflow-wrap: anywhere`).
    lines += used === 0 ? Math.max(0, Math.ceil(wide / width) - 1) : 0
    used += (used > 0 ? space : 0) + (wide > width ? wide % width : wide)
  }
  return lines
}

export interface Room {
  width: number
  height: number
  /** The largest and the smallest size to use, px. */
  max: number
  min: number
  /** Line height as a multiple of the size. */
  leading: number
  face?: Face
}

/**
 * The largest whole type size at which all the texts, one below the other, fit the room; `min` where none
 * does.
 */
export function fitSize(texts: string | readonly string[], room: Room): number {
  const all = typeof texts === 'string' ? [texts] : texts
  for (let size = room.max; size > room.min; size--) {
    const lines = all.reduce((sum, text) => sum + lineCount(text, size, room.width, room.face), 0)
    if (lines * size * room.leading <= room.height) return size
  }
  return room.min
}

/**
 * The first of these sizes, largest first, at which all the texts fit the room one below the other; the last
 * where none does. A layout has two such steps, so that slides of a kind look alike.
 */
export function stepSize(
  texts: string | readonly string[],
  steps: readonly [number, ...number[]],
  room: Omit<Room, 'max' | 'min'>,
): number {
  const all = typeof texts === 'string' ? [texts] : texts
  const fits = (size: number): boolean =>
    all.reduce((sum, text) => sum + lineCount(text, size, room.width, room.face), 0) * size * room.leading <=
    room.height
  return steps.find(fits) ?? steps.at(-1)!
}

/** Height in px of a text set at a size. */
export function textHeight(
  text: string,
  size: number,
  width: number,
  leading: number,
  face: Face = 'sans',
): number {
  return lineCount(text, size, width, face) * size * leading
}

function letterWidth(letter: string): number {
  if (/[iljtfrI.,:;'’‘|!()[\] -]/.test(letter)) return 0.31
  if (/[mwMW@%—…]/.test(letter)) return 0.86
  if (/[A-ZÀ-Þ&]/.test(letter)) return 0.64
  if (/[0-9]/.test(letter)) return 0.52
  if (/[a-zß-ÿ“”"–/]/.test(letter)) return 0.52
  const code = letter.codePointAt(0)!
  if (code >= 0x2e80) return 1.05
  return 0.62
}
