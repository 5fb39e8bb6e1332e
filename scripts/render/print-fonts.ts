// The fonts of worksheets and keys, and which characters they have.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const families = { 'source-sans-3': 'SourceSans3', 'source-serif-4': 'SourceSerif4' }
const styles = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']

/** Paths of the TrueType files, every style of both families. */
export function printFontFiles(): string[] {
  const require = createRequire(import.meta.url)
  return Object.entries(families).flatMap(([folder, family]) =>
    styles.map((style) => require.resolve(`@expo-google-fonts/${folder}/${style}/${family}_${style}.ttf`)),
  )
}

let covered: Set<number> | undefined

/** The characters of a text that none of the fonts has, each once: they would print as empty boxes. */
export function unprintable(text: string): string[] {
  covered ??= new Set(
    printFontFiles()
      .filter((file) => file.includes('_400Regular.'))
      .flatMap((file) => characters(readFileSync(file))),
  )
  const known = covered
  return [...new Set(text)].filter((character) => !known.has(character.codePointAt(0) ?? 0))
}

/** The code points of a font's `cmap` table, subtable format 12 (OpenType specification, "cmap"). */
function characters(font: Buffer): number[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (entry === undefined) return []
  const cmap = font.readUInt32BE(entry + 8)
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + 8 * at),
  )
  const segmented = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (segmented === undefined) return []
  return Array.from(
    { length: font.readUInt32BE(segmented + 12) },
    (_, at) => segmented + 16 + 12 * at,
  ).flatMap((group) => {
    const first = font.readUInt32BE(group)
    return Array.from({ length: font.readUInt32BE(group + 4) - first + 1 }, (_, at) => first + at)
  })
}
