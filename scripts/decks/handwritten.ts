import { parseSync } from '@slidev/parser/core'

/** The slides of a hand-written file as Slidev reads it, or in its words why it cannot. */
export function readHandwritten(
  markdown: string,
  file: string,
): { slides: ReturnType<typeof parseSync>['slides'] } | { fault: string } {
  try {
    return { slides: parseSync(markdown, file).slides }
  } catch (thrown) {
    return { fault: (thrown as Error).message }
  }
}

/**
 * Titles of the slides that Slidev shows of a hand-written file, in order; empty where a slide has none.
 * Hidden slides do not count; a file that cannot be read, which is an error elsewhere, has none.
 */
export function handwrittenTitles(markdown: string, file: string): string[] {
  const read = readHandwritten(markdown, file)
  if ('fault' in read) return []
  return read.slides
    .filter(({ frontmatter }) => !frontmatter['disabled'] && !frontmatter['hide'])
    .map(({ title }) => title ?? '')
}
