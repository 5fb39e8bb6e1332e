import type { Hedge, HedgeClass, Hedges } from './language.ts'
import { wholeWords } from './word-pattern.ts'

/**
 * `asked`: what a hedge of an article looks like. `carriers`: which other words of a statement leave as much
 * open. Alternatives of a regular expression.
 */
export type HedgeWords = Readonly<Record<HedgeClass, { asked: string; carriers: string }>>

/**
 * The hedges of a language from its words.
 * @param isNone whether a word that looks like a hedge is none where it stands.
 */
export function hedgesOf(
  words: HedgeWords,
  offered: Hedges['offered'],
  isNone: (hedge: Hedge, text: string) => boolean = () => false,
): Hedges {
  const kinds = Object.keys(words) as HedgeClass[]
  const each = (pick: (kind: HedgeClass) => RegExp): Record<HedgeClass, RegExp> =>
    Object.fromEntries(kinds.map((kind) => [kind, pick(kind)])) as Record<HedgeClass, RegExp>
  const asked = each((kind) => wholeWords(words[kind].asked, 'g'))
  const carrying = each((kind) => wholeWords(words[kind].carriers))
  const attributing = wholeWords(words.hearsay.carriers)
  const read = (text: string, kind: HedgeClass): Hedge[] =>
    Array.from(text.matchAll(asked[kind]), (match): Hedge => ({
      text: match[0],
      class: kind,
      start: match.index,
      end: match.index + match[0].length,
    })).filter((hedge) => !isNone(hedge, text))
  return {
    read: (text) => kinds.flatMap((kind) => read(text, kind)).toSorted((a, b) => a.start - b.start),
    // "In May" leaves nothing open.
    carries: (text, kind) => carrying[kind].test(text) || read(text, kind).length > 0,
    attributes: (text) => attributing.test(text),
    offered,
  }
}
