import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadFactBase, type FactBase } from '../../scripts/facts/fact-base.ts'
import { readContentFolder } from '../../scripts/source/content-folder.ts'
import { ArticleText } from '../../scripts/source/normalise.ts'
import type { Source } from '../../scripts/facts/source-schema.ts'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

/** The unit of the authoring guide and its article. */
export async function bridge(): Promise<{ base: FactBase; source: Source; article: ArticleText }> {
  const { value } = await readContentFolder(`${fixtures}/bridge-unit`)
  const base = loadFactBase(value?.facts ?? []).value!
  const source = [...base.sources.values()][0]!.value
  return {
    base,
    source,
    article: new ArticleText(readFileSync(`${fixtures}/articles/${source.file}`, 'utf8')),
  }
}

/** A passage of an article by its words. */
export function passage(article: ArticleText, words: string): { start: number; end: number } {
  const at = article.text.indexOf(words)
  if (at < 0) throw new Error(`"${words}" is not in the article`)
  const start = article.offsetOf(at)
  return { start, end: start + Array.from(words).length }
}
