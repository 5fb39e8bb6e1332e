// What is wrong above a hand-written slide: YAML that cannot be read, and a layout that nobody has.

import { parseSync } from '@slidev/parser/core'
import type { Deck } from '../../../contract/deck.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import type { SlideFault } from './slide-places.ts'

/**
 * Faults in the frontmatter of all hand-written slides of these decks; `layouts` are those that a slide may
 * ask for.
 */
export function frontmatterFaults(decks: readonly Deck[], layouts: readonly string[]): SlideFault[] {
  return decks
    .flatMap(({ slides }) => slides)
    .flatMap((slide) => (slide.kind === 'handwritten' ? faultsIn(slide.markdown, slide.file, layouts) : []))
}

function faultsIn(markdown: string, file: string, layouts: readonly string[]): SlideFault[] {
  return parseSync(markdown, file).slides.flatMap(
    ({ start, frontmatter, frontmatterDoc, frontmatterRaw }) => {
      // `start` is the line of the rule above, from 0.
      const at = (line: number, column: number): Omit<SlideFault, 'message'> => ({
        file,
        line: start + 1 + line,
        column,
      })
      const broken = frontmatterDoc?.errors ?? []
      if (broken.length > 0)
        return broken.map(({ message, linePos }) => {
          const [said = ''] = message.split(/ at line \d|\n/)
          const [{ line, col } = { line: 1, col: 1 }] = linePos ?? []
          return { ...at(line, col), message: `Unexpected frontmatter, expected YAML: ${said}` }
        })
      const layout = frontmatter['layout'] as unknown
      if (layout === undefined || layouts.includes(String(layout))) return []
      const lines = (frontmatterRaw ?? '').split('\n')
      const line = Math.max(
        lines.findIndex((each) => /^layout\s*:/.test(each)),
        0,
      )
      return {
        ...at(line + 1, Math.max(lines[line]?.indexOf(String(layout)) ?? 0, 0) + 1),
        message: `Unexpected layout "${String(layout)}", expected one of ${layouts.join(', ')}${suggest(String(layout), layouts)}`,
      }
    },
  )
}
