import type { FactBase } from '../facts/fact-base.ts'
import { supportViews } from '../facts/reviews/support-views.ts'
import type { Output } from '../outputs/output.ts'
import type { Run } from '../outputs/parts.ts'
import { articleTexts } from './articles.ts'
import { openReader } from './open-reader.ts'

/**
 * What a build with the articles in `folder` shows of them: passages in the reading pack; in the fact explorer
 * where the support of each word stands, and the words of the passages only with `showPassages`.
 */
export async function shownOfArticles(
  wanted: readonly Output[],
  base: FactBase | undefined,
  folder: string | undefined,
  showPassages = false,
): Promise<Pick<Run, 'articles' | 'support'>> {
  const wants = (output: string): boolean => wanted.some(({ name }) => name === output)
  if (!base || folder === undefined || !(wants('reading-pack') || wants('site'))) return {}
  const { texts } = await articleTexts(base, folder)
  const reader = wants('site') ? await openReader(base.unit.language) : undefined
  return {
    ...(wants('reading-pack') ? { articles: texts } : {}),
    ...(reader || showPassages ? { support: supportViews(base, texts, reader, showPassages) } : {}),
  }
}
