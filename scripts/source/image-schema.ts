import { z } from 'zod'

const Words = z.string().trim().min(1)

/** A picture that an author adds to a fact, a question or a section. */
export const Image = z
  .strictObject({
    file: Words.describe('Path of a PNG, JPEG, GIF, WebP, AVIF or SVG file beside this file.'),
    alt: Words.max(300).describe('What it shows, for who cannot see it.'),
    source: Words.max(90).describe('Who made it, or where it is from; shown with it.'),
    licence: Words.max(60).describe(
      'Under which licence it may be shown: "CC BY 4.0", "own work"; shown with it.',
    ),
  })
  .describe('A picture, shown on slides, pages and paper, and taken along by exports.')
export type Image = z.output<typeof Image>

/** Who made a picture and on what terms, as it stands below it. */
export function creditOf({ source, licence }: Pick<Image, 'source' | 'licence'>): string {
  return `${source} · ${licence}`
}
