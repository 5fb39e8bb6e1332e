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
}
