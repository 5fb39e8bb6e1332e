// Fixed cuts of variable fonts. Chromium draws the letters of a variable font into a PDF as shapes (Type 3): large, and ugly in some viewers. A
// fixed cut is embedded as a font. The letters are the same: each cut is the variable font at the weight and optical size that a slide uses.

import type { SharedFile } from './slidev/shell-cache.ts'

/** A face of a variable font with an optical-size axis, from which the page makes faces of the sizes that its texts have. */
export interface OpticalFace {
  family: string
  style: string
  /** Font file, as the style sheet names it. */
  file: string
  /** What the axis spans, in CSS pixels. */
  sizes: [number, number]
  unicodeRange: string
}

export interface FixedFonts {
  /** The style sheet with a face for each hundred of weight in place of every variable face. */
  styleSheet(style: string): string
  /** The faces of a style sheet that differ by size. */
  opticalFaces(style: string): OpticalFace[]
  /** The TrueType file behind `<file>?wght=600` or `<file>?wght=600&opsz=36`; undefined where there is no such font. */
  cut(file: string, axes: Readonly<Record<string, number>>): Promise<Buffer | undefined>
}

/** What each axis spans, and where it stands unasked. */
type Axes = Map<string, { span: [number, number]; usual: number }>

/** Reads the fonts among these files; those without axes are left as they are. */
export async function openFixedFonts(files: readonly SharedFile[]): Promise<FixedFonts> {
  // Loaded late: WebAssembly, and most runs print nothing.
  const { default: instance } = await import('subset-font')
  const whole = { targetFormat: 'sfnt', keepAllGlyphs: true } as const
  const fonts = new Map<string, { data: Buffer; axes: Axes }>()
  for (const { name, data } of files) {
    if (!/\.(woff2?|ttf)$/.test(name) || typeof data === 'string') continue
    const plain = await instance(Buffer.from(data), undefined, whole)
    const axes = axesOf(plain)
    if (axes.has('wght')) fonts.set(name, { data: plain, axes })
  }
  const made = new Map<string, Promise<Buffer>>()
  const variable = (rule: string): { file: string; weights: [number, number] } | undefined => {
    const file = /url\(["']?(?:\.\/)?([^"')]+)/.exec(rule)?.[1] ?? ''
    const [, from, to] = /font-weight:\s*(\d+) (\d+)/.exec(rule) ?? []
    return fonts.has(file) && to !== undefined ? { file, weights: [Number(from), Number(to)] } : undefined
  }
  return {
    styleSheet: (style) =>
      style.replaceAll(fontFace, (rule) => {
        const found = variable(rule)
        if (!found) return rule
        const { file, weights } = found
        return hundreds(weights)
          .map((weight) =>
            rule
              .replace(/font-weight:\s*\d+ \d+/, `font-weight:${weight}`)
              .replace(/src:[^;}]*/, `src:url("${file}?wght=${weight}")`),
          )
          .join('')
      }),
    opticalFaces: (style) =>
      (style.match(fontFace) ?? []).flatMap((rule) => {
        const file = variable(rule)?.file ?? ''
        const sizes = fonts.get(file)?.axes.get('opsz')?.span
        const family = /font-family:\s*["']?([^;"'}]+)/.exec(rule)?.[1]
        if (!sizes || family === undefined) return []
        return {
          family,
          style: /font-style:\s*([a-z]+)/.exec(rule)?.[1] ?? 'normal',
          file,
          sizes,
          unicodeRange: /unicode-range:\s*([^;}]+)/.exec(rule)?.[1] ?? 'U+0-10FFFF',
        }
      }),
    async cut(file, axes) {
      const font = fonts.get(file)
      if (!font) return undefined
      const key = `${file} ${JSON.stringify(axes)}`
      let cut = made.get(key)
      if (!cut) {
        // One axis left open, and the font is variable still.
        const usual = Object.fromEntries(Array.from(font.axes, ([axis, each]) => [axis, each.usual]))
        cut = instance(font.data, undefined, { ...whole, variationAxes: { ...usual, ...axes } })
        made.set(key, cut)
      }
      return cut
    },
  }
}

const fontFace = /@font-face\s*\{[^}]*\}/g

function hundreds([from, to]: [number, number]): number[] {
  return Array.from({ length: 9 }, (_, at) => (at + 1) * 100).filter(
    (weight) => from <= weight && weight <= to,
  )
}

/** The axes of a font, from its `fvar` table (OpenType specification, "fvar"), whose numbers are 16.16 fixed. */
function axesOf(font: Buffer): Axes {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'fvar')
  if (entry === undefined) return new Map()
  const table = font.readUInt32BE(entry + 8)
  const first = table + font.readUInt16BE(table + 4)
  const size = font.readUInt16BE(table + 10)
  return new Map(
    Array.from({ length: font.readUInt16BE(table + 8) }, (_, place) => first + place * size).map((at) => [
      font.toString('latin1', at, at + 4),
      {
        span: [font.readInt32BE(at + 4) / 65536, font.readInt32BE(at + 12) / 65536],
        usual: font.readInt32BE(at + 8) / 65536,
      },
    ]),
  )
}
