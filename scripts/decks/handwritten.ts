import { parseSync } from '@slidev/parser/core'
import { frontmatterChecks } from './checks/frontmatter.ts'

/**
 * Titles of the slides that Slidev shows of a hand-written file, in order; empty where a slide has none.
 * Hidden slides do not count; a file that cannot be read, which is an error elsewhere, has none.
 */
export function handwrittenTitles(markdown: string, file: string): string[] {
  if (frontmatterChecks(new Map([[file, markdown]])).length > 0) return []
  return parseSync(markdown, file)
    .slides.filter(({ frontmatter }) => !frontmatter['disabled'] && !frontmatter['hide'])
    .map(({ title }) => title ?? '')
}
