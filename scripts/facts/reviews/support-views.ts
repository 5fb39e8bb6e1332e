// What supports each word of a statement, as a page shows it: positions in the articles, and their words only
// where an author asks for them.

import type { Nearness, Reader } from '../../languages/reading.ts'
import type { ArticleText } from '../../source/normalise.ts'
import type { WordReason, WordSupport } from '../evidence/word-support.ts'
import type { FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { articleName } from '../fact-views.ts'
import type { SourceId } from '../ids.ts'
import { passagesOf } from '../evidence/passages.ts'
import { factSupport } from './reading-view.ts'

/**
 * Kinds of reasons. `same`: the word stands in a passage; `form`: another form of it does; for all else see
 * `Nearness` and `WordReason`.
 */
type SupportKind = Nearness | 'form' | Exclude<WordReason, 'passage' | 'near'>

/** A word of a statement with its reason. */
interface SupportedWord {
  text: string
  kind: SupportKind
  /** The nearest place in the articles: short name of the article, code points of its normalised text. */
  place?: {
    article: string
    start: number
    end: number
    /** What stands there; only where words of the articles may be shown. */
    found?: string
  }
}

/** What supports a statement. */
export interface SupportView {
  /** In the order of the statement; empty in a language that has no reader. */
  words: readonly SupportedWord[]
  /** The passages in the order of the evidence; only where words of the articles may be shown. */
  passages?: readonly { article: string; start: number; end: number; text: string }[]
}

/** For each fact, by its id. Without `showPassages` no word of an article is in it. */
export function supportViews(
  base: FactBase,
  texts: ReadonlyMap<string, ArticleText>,
  reader: Reader | undefined,
  showPassages: boolean,
): Map<string, SupportView> {
  return new Map(
    Array.from(base.facts.values(), ({ value: fact }) => {
      const passages = passagesOf(fact, texts)
      const words = reader
        ? factSupport(fact, base, texts, reader).map((word) =>
            supportedWord(word, fact, base, passages, showPassages),
          )
        : []
      const shown = fact.evidence.map(({ source, start, end }, index) => ({
        article: nameOf(source, base),
        start,
        end,
        text: passages[index]!,
      }))
      return [fact.id, { words, ...(showPassages ? { passages: shown } : {}) }]
    }),
  )
}

function supportedWord(
  { text, reason, places: [place] }: WordSupport,
  { evidence }: Fact,
  base: FactBase,
  passages: readonly string[],
  showPassages: boolean,
): SupportedWord {
  if (reason !== 'passage' && reason !== 'near') return { text, kind: reason }
  // Words that are supported by a passage name at least one place in it.
  const { passage: index, start, end, nearness } = place!
  const passage = passages[index]!
  const { source, start: offset } = evidence[index]!
  const found = passage.slice(start, end)
  const points = (at: number): number => offset + Array.from(passage.slice(0, at)).length
  return {
    text,
    kind: nearness === 'same' && found.toLowerCase() !== text.toLowerCase() ? 'form' : nearness,
    place: {
      article: nameOf(source, base),
      start: points(start),
      end: points(end),
      ...(showPassages ? { found } : {}),
    },
  }
}

function nameOf(source: SourceId, base: FactBase): string {
  const known = base.sources.get(source)
  return known ? articleName(known.value) : source
}
