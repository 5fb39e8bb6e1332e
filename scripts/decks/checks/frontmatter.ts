import { parseSync } from '@slidev/parser/core'
import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'

/**
 * Frontmatter whose values refer to each other until no machine could write them out ("billion laughs"); the
 * parser gives up. Other faults of YAML are told when the deck is made, with Slidev's words. `markdown` by path
 * within slides/.
 */
export function frontmatterChecks(markdown: ReadonlyMap<string, string>): Diagnostic[] {
  return [...markdown].flatMap(([name, text]) => {
    try {
      parseSync(text, name)
      return []
    } catch {
      const before = text.slice(0, Math.max(text.search(/\*[\w-]+/), 0)).split('\n')
      const at = { file: `slides/${name}`, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
      const message =
        'Unexpected frontmatter that refers to itself too often, expected values as they are; write them out instead of *names'
      return [error(at, 'outline/frontmatter', message)]
    }
  })
}
