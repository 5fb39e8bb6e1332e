// Where the passages of facts stand, for outputs that lead to them.

import type { Content } from '../decks/content.ts'

/** The page with the passages of all facts, where it was asked for. */
export const readingPackFile = 'reading-pack.html'

/** The facts of which the page has a passage: the id of each leads to its first. */
export function factsWithPassage({ facts }: Content, articles: ReadonlyMap<string, unknown>): string[] {
  return facts
    .filter(({ evidence }) => evidence.some(({ source }) => articles.has(source)))
    .map(({ id }) => id)
}
