// Fixed cuts of variable fonts. Chromium draws the letters of a variable font into a PDF as shapes (Type 3):
// large, and ugly in some viewers. A fixed cut is embedded as a font. The letters are the same: each cut is
// the variable font at the weight and optical size that a slide uses.

import { join } from 'node:path'
import { shortDigest } from '../source/digest.ts'
import { installedVersion } from './installed.ts'
import { forgetOld, keepFile, markUsed, readIfKept } from './kept-files.ts'
import { once } from './once.ts'
import type { SharedFile } from './slidev/shared-file.ts'

/**
 * A face of a variable font with an optical-size axis, from which the page makes faces of the sizes that its
 * texts have.
 */
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
  /**
   * The TrueType file behind `<file>?wght=600` or `<file>?wght=600&opsz=36`; undefined where there is no such
   * font.
   */
  cut(file: string, axes: Readonly<Record<string, number>>): Promise<Buffer | undefined>
}

/** What each axis spans, and where it stands unasked. */
type Axes = Record<string, { span: [number, number]; usual: number }>

/** What makes cuts. Another version of it may make others. */
const instancer = 'subset-font'

/**
 * Finds the variable fonts among these files; the others are left as they are. Cuts are kept in
 * `cacheFolder`: each takes longer to make than a page to print. Without one they are made anew.
 */
export async function openFixedFonts(
  files: readonly SharedFile[],
  cacheFolder?: string,
): Promise<FixedFonts> {
  const fontFiles = files.flatMap(({ name, data }) =>
    /\.(woff2?|ttf)$/.test(name) && typeof data !== 'string' ? [{ name, data }] : [],
  )
  const fonts = once(() => readFonts(fontFiles))
  const keep = cacheFolder === undefined ? undefined : await openKept(cacheFolder, fontFiles)
  const readAxes = async (): Promise<Record<string, Axes>> => {
    const axes = Object.fromEntries(Array.from(await fonts(), ([name, font]) => [name, font.axes]))
    await keep?.put('axes.json', Buffer.from(JSON.stringify(axes)))
    await keep?.forgetOthers()
    return axes
  }
  const axes = (await keep?.axes()) ?? (await readAxes())
  const make = async (file: string, place: Record<string, number>): Promise<Buffer> => {
    const name = `${file}-${Object.entries(place).flat().join('-')}.ttf`
    const kept = await keep?.get(name)
    if (kept) return kept
    const font = (await fonts()).get(file)
    if (!font) throw new Error(`Unexpected font ${file}, expected one that was read`)
    const cut = await font.cut(place)
    await keep?.put(name, cut)
    return cut
  }
  const made = new Map<string, Promise<Buffer>>()
  const variable = (rule: string): { file: string; weights: [number, number] } | undefined => {
    const file = /url\(["']?(?:\.\/)?([^"')]+)/.exec(rule)?.[1] ?? ''
    const [, from, to] = /font-weight:\s*(\d+) (\d+)/.exec(rule) ?? []
    return file in axes && to !== undefined ? { file, weights: [Number(from), Number(to)] } : undefined
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
        const sizes = axes[file]?.['opsz']?.span
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
    async cut(file, asked) {
      const own = axes[file]
      if (!own) return undefined
      // One axis left open, and the font is variable still.
      const place = Object.fromEntries(
        Object.entries(own).map(([axis, { usual }]) => [
          axis,
          Number.isFinite(asked[axis]) ? asked[axis]! : usual,
        ]),
      )
      const key = `${file} ${JSON.stringify(place)}`
      const cut = made.get(key) ?? make(file, place)
      made.set(key, cut)
      return cut
    },
  }
}

/** A variable font, unpacked. */
interface ReadFont {
  axes: Axes
  /** The TrueType file at one place of all its axes. */
  cut(place: Record<string, number>): Promise<Buffer>
}

async function readFonts(
  files: readonly { name: string; data: Uint8Array }[],
): Promise<Map<string, ReadFont>> {
  // Loaded late: WebAssembly, and most runs print nothing.
  const { default: instance } = await import('subset-font')
  const whole = { targetFormat: 'sfnt', keepAllGlyphs: true } as const
  const fonts = new Map<string, ReadFont>()
  for (const { name, data } of files) {
    const plain = await instance(Buffer.from(data), undefined, whole)
    const axes = axesOf(plain)
    if ('wght' in axes)
      fonts.set(name, {
        axes,
        cut: (place) => instance(plain, undefined, { ...whole, variationAxes: place }),
      })
  }
  return fonts
}

interface Kept {
  axes(): Promise<Record<string, Axes> | undefined>
  get(name: string): Promise<Buffer | undefined>
  /** Where nothing can be kept, nothing is. */
  put(name: string, data: Uint8Array): Promise<void>
  /** Of other fonts and versions only the cuts used last stay. */
  forgetOthers(): Promise<void>
}

async function openKept(
  cacheFolder: string,
  fonts: readonly { name: string; data: Uint8Array }[],
): Promise<Kept> {
  const inputs = fonts.flatMap(({ name, data }) => [`${name} ${data.length}\n`, data])
  const digest = shortDigest(`${instancer}@${installedVersion(instancer)}\n`, ...inputs)
  const folder = join(cacheFolder, `cuts-${digest}`)
  await markUsed(folder)
  return {
    async axes() {
      const text = await readIfKept(join(folder, 'axes.json'))
      try {
        return text && (JSON.parse(text.toString('utf8')) as Record<string, Axes>)
      } catch {
        return undefined
      }
    },
    get: (name) => readIfKept(join(folder, name)),
    put: (name, data) => keepFile(join(folder, name), data).catch(() => undefined),
    forgetOthers: () => forgetOld(cacheFolder, 'cuts-').catch(() => undefined),
  }
}

const fontFace = /@font-face\s*\{[^}]*\}/g

function hundreds([from, to]: [number, number]): number[] {
  return Array.from({ length: 9 }, (_, at) => (at + 1) * 100).filter(
    (weight) => from <= weight && weight <= to,
  )
}

/**
 * The axes of a font, from its `fvar` table (OpenType specification, "fvar"), whose numbers are 16.16 fixed.
 */
function axesOf(font: Buffer): Axes {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'fvar')
  if (entry === undefined) return {}
  const table = font.readUInt32BE(entry + 8)
  const first = table + font.readUInt16BE(table + 4)
  const size = font.readUInt16BE(table + 10)
  return Object.fromEntries(
    Array.from({ length: font.readUInt16BE(table + 8) }, (_, place) => first + place * size).map((at) => [
      font.toString('latin1', at, at + 4),
      {
        span: [font.readInt32BE(at + 4) / 65536, font.readInt32BE(at + 12) / 65536],
        usual: font.readInt32BE(at + 8) / 65536,
      },
    ]),
  )
}
