declare module 'subset-font' {
  /**
   * An instance of a font: the axes named are fixed, glyphs and features stay. Throws on bytes that are not a
   * font.
   */
  export default function subsetFont(
    font: Buffer,
    text: undefined,
    options: {
      targetFormat: 'sfnt'
      keepAllGlyphs: true
      variationAxes?: Readonly<Record<string, number>>
    },
  ): Promise<Buffer>

  /**
   * The glyphs that a text needs, with all the forms that its letters take beside each other; the axes named
   * span no more than that.
   */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2'
      variationAxes?: Readonly<Record<string, number | { min: number; max: number }>>
    },
  ): Promise<Buffer>
}
