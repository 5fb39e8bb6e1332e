// How much room letters take on a slide of 13.33 by 7.5 inches. PowerPoint measures text when somebody opens it;
// this estimates it from the number of letters, on the safe side.

/** In inches. */
export interface Box {
  w: number
  h: number
}

/** Below the heading. */
export const body = { x: 0.7, y: 1.55, w: 11.93, h: 5.1 }

/** No text of a slide is smaller, in points. */
export const least = 14

/** The first of these sizes in which a text has room, else the least. */
export function sizeIn(text: string, { w, h }: Box, sizes: readonly number[]): number {
  return sizes.find((size) => heightOf(text, size, w) <= h * 72) ?? least
}

/**
 * Points that a paragraph takes in a column of `width` inches, with the line breaks that are in it; a letter is about
 * half as wide as high.
 */
export function heightOf(text: string, size: number, width: number): number {
  const rows = text
    .split('\n')
    .reduce((sum, { length }) => sum + Math.ceil((length * size * 0.49) / (width * 72)), 0)
  return rows * size * 1.2
}
