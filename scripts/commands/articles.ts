import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { articleDigest, articleFile } from '../facts/evidence/check-evidence.ts'
import type { FactBase } from '../facts/fact-base.ts'
import type { Fact } from '../facts/fact-schema.ts'
import { ArticleText } from '../source/normalise.ts'
import { readArticles, type Articles } from '../source/content-folder.ts'
import { UsageError } from './usage-error.ts'

/** The folder that `--articles` names. Throws UsageError where a command that needs one was called without. */
export function neededArticles(articles: string | undefined, command: string, why = ''): string {
  if (articles !== undefined) return articles
  throw new UsageError(
    `Unexpected ${command} without --articles DIR, expected the folder with the article texts${why}`,
  )
}

/**
 * The article texts of the folder that --articles names, by file name. Throws UsageError where there is no
 * such folder.
 */
export async function articlesOf(folder: string): Promise<Articles> {
  try {
    return await readArticles(folder)
  } catch (thrown) {
    throw new UsageError(
      `Unexpected --articles "${folder}", expected the folder that holds the article texts`,
      { cause: thrown },
    )
  }
}

/**
 * The article texts of a fact base by source, those alone that are the recorded ones; what is wrong with the
 * others is said. With `only` the articles of that fact.
 */
export async function articleTexts(
  base: FactBase,
  folder: string,
  only?: Fact,
): Promise<{ texts: Map<string, ArticleText>; diagnostics: Diagnostic[] }> {
  const articles = await articlesOf(folder)
  const texts = new Map<string, ArticleText>()
  const diagnostics: Diagnostic[] = []
  for (const { value: source, place } of base.sources.values()) {
    if (only && !only.evidence.some((each) => each.source === source.id)) continue
    const raw = articles.get(source.file)
    if (raw === undefined) {
      diagnostics.push(articleFile(place, source, articles))
      continue
    }
    const text = new ArticleText(raw)
    if (text.sha256 === source.sha256) texts.set(source.id, text)
    else diagnostics.push(articleDigest(place, source, text))
  }
  return { texts, diagnostics }
}

/** The articles of a fact base by source, those alone that are the recorded ones. */
export function recorded(base: FactBase, articles: Articles): Map<string, ArticleText> {
  return new Map(
    Array.from(base.sources.values()).flatMap(({ value: { id, file, sha256 } }) => {
      const raw = articles.get(file)
      const text = raw === undefined ? undefined : new ArticleText(raw)
      return text?.sha256 === sha256 ? [[id, text] as const] : []
    }),
  )
}
