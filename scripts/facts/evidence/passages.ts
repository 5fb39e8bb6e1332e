import type { ArticleText } from '../../source/normalise.ts'
import type { Fact } from '../fact-schema.ts'

/**
 * The words of the evidence as they are read, in its order; empty for a passage of an article that is not there.
 * @param texts the articles by source.
 */
export function passagesOf({ evidence }: Fact, texts: ReadonlyMap<string, ArticleText>): string[] {
  return evidence.map(({ source, start, end }) => texts.get(source)?.passage(start, end) ?? '')
}
