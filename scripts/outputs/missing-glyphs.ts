import type { AddedFont } from '../../contract/added-font.ts'
import type { Language } from '../../contract/messages/registry.ts'
import type { MarkedTexts } from '../../contract/marked-text.ts'
import { warning, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { unprintable } from '../render/print-fonts.ts'
import { fontOfLetter, installCall } from '../render/script-fonts.ts'
import { codePoint } from '../source/text-checks.ts'

/** Texts that are printed together, with the words for where. */
export interface Printed {
  where: string
  texts: readonly string[]
}

/**
 * Warnings for letters that none of the fonts of print has. `file` is where an author finds the texts, `shows`
 * what readers get instead. What stands behind letters of `marked` is none of them.
 */
export function missingGlyphs(
  printed: readonly Printed[],
  {
    file,
    fonts,
    language,
    added = [],
    marked = {},
    shows,
  }: {
    file: string
    fonts: Language['fonts']
    language: string
    added?: readonly AddedFont[] | undefined
    marked?: MarkedTexts | undefined
    shows: string
  },
): Diagnostic[] {
  const families = [...fonts.serif, ...fonts.sans]
  return printed.flatMap(({ where, texts }) => {
    const missing = unprintable(texts.join(''), families, added).filter(
      (letter) => !Object.hasOwn(marked, letter),
    )
    if (missing.length === 0) return []
    const rest = missing.length - mostNamed
    const named = `${missing.slice(0, mostNamed).map(nameOf).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
    return warning(
      { file, line: 1, column: 1 },
      'print/missing-glyph',
      `Unexpected ${named} in ${where}, expected characters that the print fonts have`,
      ...installs(missing, language),
      shows,
    )
  })
}

/** A text in another script has dozens of its letters. */
const mostNamed = 8

function nameOf(letter: string): string {
  return `"${letter}" (${codePoint(letter)})`
}

/** How to get a font for letters whose script has one. */
function installs(letters: readonly string[], language: string): string[] {
  const fonts = letters.flatMap((letter) => fontOfLetter(letter, language) ?? [])
  const calls = new Map(fonts.map((font) => [installCall(font), font.family]))
  return Array.from(
    calls,
    ([call, family]) => `${family} has them: \`${call}\` in the folder of the unit, or in one above it`,
  )
}
