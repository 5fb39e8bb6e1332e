import { error, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { readHandwritten } from '../handwritten.ts'

/**
 * Frontmatter at which Slidev's parser gives up: values that refer to each other until no machine could write
 * them out ("billion laughs"), or to a name that is none. Other faults of YAML are told when the deck is made,
 * with Slidev's words. `markdown` by path within slides/.
 */
export function frontmatterChecks(markdown: ReadonlyMap<string, string>): Diagnostic[] {
  return [...markdown].flatMap(([name, text]) => {
    const read = readHandwritten(text, name)
    if (!('fault' in read)) return []
    const [, unknown] = /^Unresolved alias .*: (\S+)$/.exec(read.fault) ?? []
    const found = unknown === undefined ? text.search(/\*[\w-]+/) : text.indexOf(`*${unknown}`)
    const before = text.slice(0, Math.max(found, 0)).split('\n')
    const at = { file: `slides/${name}`, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    return [error(at, 'outline/frontmatter', wording(read.fault, unknown))]
  })
}

function wording(fault: string, unknown: string | undefined): string {
  if (unknown !== undefined)
    return `Unexpected "*${unknown}" in frontmatter, which refers to a name that is none, expected "&${unknown}" before it; a text that begins with an asterisk stands in quotation marks`
  if (/alias/.test(fault))
    return 'Unexpected frontmatter that refers to itself too often, expected values as they are; write them out instead of *names'
  return `Unexpected frontmatter, expected YAML: ${fault.split('\n')[0]}`
}
