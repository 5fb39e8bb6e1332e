import type { Language } from '../../contract/messages/registry.ts'
import type { MarkedTexts } from '../../contract/marked-text.ts'
import { warning, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { unprintable } from '../render/print-fonts.ts'

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
    marked = {},
    shows,
  }: {
    file: string
    fonts: Language['fonts']
    marked?: MarkedTexts | undefined
    shows: string
  },
): Diagnostic[] {
  const families = [...fonts.serif, ...fonts.sans]
  return printed.flatMap(({ where, texts }) => {
    const missing = unprintable(texts.join(''), families).filter((letter) => !Object.hasOwn(marked, letter))
    if (missing.length === 0) return []
    const named = missing
      .map(
        (letter) => `"${letter}" (U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`,
      )
      .join(', ')
    return warning(
      { file, line: 1, column: 1 },
      'print/missing-glyph',
      `Unexpected ${named} in ${where}, expected characters that the print fonts have`,
      shows,
    )
  })
}
