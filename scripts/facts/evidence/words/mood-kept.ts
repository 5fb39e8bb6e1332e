import type { ReadWord } from '../../../languages/reading.ts'
import { about, supporters, type Comparison, type WordRule } from './comparison.ts'

const told = {
  planned: 'as planned or meant',
  possible: 'as possible',
  required: 'as demanded',
} as const

/**
 * A plan is not told as a deed, a possibility not as a fact, and nothing is demanded that no passage demands.
 * Compared verb by verb, with the verb of the passage that supports it.
 */
export const moodKept: WordRule = (comparison) => {
  const { fact, words: own, text, passages, reader, base } = comparison
  const hedged = base.language.hedges
  return own.flatMap((word, index) => {
    if (word.tag !== 'VERB' || word.kind !== 'content') return []
    const there = closest(comparison, index)
    if (there.length === 0) return []
    const moods = there.map(({ mood }) => mood)
    if (word.mood === undefined && moods.every((mood) => mood !== undefined)) {
      const lost = moods[0]!
      // The statement may leave it open with words before it.
      const before = text.slice(0, word.start)
      if (own.some((each) => each.mood !== undefined && each.start < word.start) || fact.status === 'planned')
        return []
      if (hedged && (hedged.carries(before, 'possibility') || hedged.carries(before, 'likelihood'))) return []
      // "Received, potentially for nothing": the hedge of the passage, after the verb.
      const kept = hedged
        ?.read(text)
        .some((mine) =>
          passages.some((passage) => hedged.read(passage.text).some((theirs) => theirs.text === mine.text)),
        )
      if (kept === true) return []
      return about(
        word,
        'error',
        'fact/mood-kept',
        `Unexpected "${word.text}" as done in the statement of "${fact.id}", expected it ${told[lost]}: its passages do not say that it is so`,
        'keep the "plans to", "may" or "should" of the article',
      )
    }
    if (
      word.mood === 'required' &&
      !passages.some((passage) => passage.words.some(({ mood }) => mood === 'required')) &&
      !recommends(
        reader,
        passages.map(({ text: each }) => each),
      )
    )
      return about(
        word,
        'error',
        'fact/mood-kept',
        `Unexpected demand for "${word.text}" in the statement of "${fact.id}", expected none: its passages demand nothing`,
      )
    return []
  })
}

/**
 * Of the words that support a verb those of its own root; one that only means the same may mean another thing
 * there.
 */
function closest(comparison: Comparison, index: number): ReadWord[] {
  const { words, reader } = comparison
  return supporters(comparison, index).filter(({ lower }) =>
    ['same', 'derived'].includes(reader.nearness(words[index]!.lower, lower) ?? ''),
  )
}

function recommends(
  reader: { read(text: string): readonly { lower: string }[] },
  texts: readonly string[],
): boolean {
  return texts.some((each) =>
    reader
      .read(each)
      .some(({ lower }) =>
        /^(?:essential|crucial|pivotal|necessary|paramount|vital|call|calls|urge)/.test(lower),
      ),
  )
}
