import { parseSync } from '@slidev/parser/core'

/**
 * Titles of the slides that Slidev shows of a hand-written file, in order; empty where a slide has none.
 * Hidden slides do not count.
 */
export function handwrittenTitles(markdown: string, file: string): string[] {
  return parseSync(markdown, file)
    .slides.filter(({ frontmatter }) => !frontmatter['disabled'] && !frontmatter['hide'])
    .map(({ title }) => title ?? '')
}
