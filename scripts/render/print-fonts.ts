// The fonts of worksheets and keys, and which characters they have.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

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
 * Paths of the TrueType files of the usual families and of those that a language adds (see
 * contract/messages).
 */
export function printFontFiles(added: readonly string[] = []): string[] {
  return [...usual, ...added].flatMap(fontFilesOf)
}

/** Paths of the TrueType files of a family, `..._400Regular.ttf` and the like. */
export function fontFilesOf(family: string): string[] {
  const require = createRequire(import.meta.url)
  const { folder, name, styles: all } = families[family] ?? unknownFamily(family)
  return all.map((style) => require.resolve(`@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`))
}

function unknownFamily(family: string): never {
  throw new Error(`Unexpected font "${family}", expected one of scripts/render/print-fonts.ts`)
}

const covered = new Map<string, Set<number>>()

/** The characters of a text that none of the fonts has, each once: they would print as empty boxes. */
export function unprintable(text: string, added: readonly string[] = []): string[] {
  const files = printFontFiles(added).filter((file) => file.includes('_400Regular.'))
  const key = files.join()
  const known = covered.get(key) ?? new Set(files.flatMap((file) => charactersOf(readFileSync(file))))
  covered.set(key, known)
  return [...new Set(text)].filter((character) => !known.has(character.codePointAt(0) ?? 0))
}

/** The code points of a font's `cmap` table, subtable format 12 (OpenType specification, "cmap"). */
export function charactersOf(font: Buffer): number[] {
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
