// The fonts of worksheets and keys, and which characters they have.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddedFont } from '../../contract/added-font.ts'

const styles = ['400Regular', '600SemiBold', '700Bold']
const italics = ['400Regular_Italic']

/** What every document is set in. */
const usual = ['Source Sans 3', 'Source Serif 4']

/** Folder and name of the files of a family, and the styles that it has. */
const families: Readonly<Record<string, { folder: string; name: string; styles: readonly string[] }>> = {
  'Source Sans 3': { folder: 'source-sans-3', name: 'SourceSans3', styles: [...styles, ...italics] },
  'Source Serif 4': { folder: 'source-serif-4', name: 'SourceSerif4', styles: [...styles, ...italics] },
  'Noto Naskh Arabic': { folder: 'noto-naskh-arabic', name: 'NotoNaskhArabic', styles },
  // Formulas: Typst needs a font with OpenType's MATH table.
  'Noto Sans Math': { folder: 'noto-sans-math', name: 'NotoSansMath', styles: ['400Regular'] },
  'Noto Sans Arabic': { folder: 'noto-sans-arabic', name: 'NotoSansArabic', styles },
}

/** The packages that the fonts of print come from. */
export const printFontPackages: readonly string[] = Object.values(families).map(
  ({ folder }) => `@expo-google-fonts/${folder}`,
)

/**
 * Paths of the TrueType files of the usual families, of those that a language names (see contract/messages),
 * and of those that were added for letters of a unit.
 */
export function printFontFiles(named: readonly string[] = [], added: readonly AddedFont[] = []): string[] {
  return [...[...usual, ...named].flatMap(fontFilesOf), ...added.flatMap(({ files }) => Object.values(files))]
}

const found = new Map<string, readonly string[]>()

/** Paths of the TrueType files of a family, `..._400Regular.ttf` and the like. */
export function fontFilesOf(family: string): readonly string[] {
  const known = found.get(family)
  if (known) return known
  const require = createRequire(import.meta.url)
  const { folder, name, styles: all } = families[family] ?? unknownFamily(family)
  const files = all.map((style) =>
    require.resolve(`@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`),
  )
  found.set(family, files)
  return files
}

function unknownFamily(family: string): never {
  throw new Error(`Unexpected font "${family}", expected one of scripts/render/print-fonts.ts`)
}

const covered = new Map<string, Set<number>>()

/** The characters of a text that none of the fonts has, each once: they would print as empty boxes. */
export function unprintable(
  text: string,
  named: readonly string[] = [],
  added: readonly AddedFont[] = [],
): string[] {
  const files = printFontFiles(named, added).filter((file) => file.includes('_400Regular.'))
  const key = files.join()
  const known = covered.get(key) ?? new Set(files.flatMap((file) => charactersOf(readFileSync(file))))
  covered.set(key, known)
  // All that is printed goes through here, and nearly all of it is letters that came before.
  const seen = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!
    if (point > 0xffff) at++
    seen.add(point)
  }
  return Array.from(seen)
    .filter((point) => !known.has(point))
    .map((point) => String.fromCodePoint(point))
}

/** The code points of a font's `cmap` table (OpenType specification, "cmap"). */
export function charactersOf(font: Buffer): number[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (entry === undefined) return []
  const cmap = font.readUInt32BE(entry + 8)
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + 8 * at),
  )
  // Format 12 has all that format 4 has, which knows the letters up to U+FFFF; small fonts have that alone.
  const whole = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (whole !== undefined) return segmented(font, whole)
  const basic = subtables.find((at) => font.readUInt16BE(at) === 4)
  return basic === undefined ? [] : segmentedBelow(font, basic)
}

/** Subtable format 12: segmented coverage. */
function segmented(font: Buffer, at: number): number[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, n) => at + 16 + 12 * n).flatMap((group) =>
    range(font.readUInt32BE(group), font.readUInt32BE(group + 4)),
  )
}

/** Subtable format 4: segments of the basic plane; glyph 0 stands for no glyph. */
function segmentedBelow(font: Buffer, at: number): number[] {
  const bytes = font.readUInt16BE(at + 6)
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes].map(
    (to) => at + to,
  )
  return Array.from({ length: bytes / 2 }, (_, n) => 2 * n).flatMap((n) => {
    const start = font.readUInt16BE(starts! + n)
    const offset = font.readUInt16BE(offsets! + n)
    const glyph = (letter: number): number => {
      if (offset === 0) return letter + font.readUInt16BE(deltas! + n)
      const place = offsets! + n + offset + 2 * (letter - start)
      return place + 2 <= font.length ? font.readUInt16BE(place) : 0
    }
    return range(start, font.readUInt16BE(ends! + n)).filter(
      (letter) => letter !== 0xffff && (glyph(letter) & 0xffff) !== 0,
    )
  })
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, n) => first + n)
}
