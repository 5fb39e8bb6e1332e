import type { ReadWord } from '../../../languages/reading.ts'
import {
  aboutWording,
  supporters,
  type Comparison,
  type StatementFinding,
  type WordRule,
} from './comparison.ts'

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
  // Most tell what is so, from beginning to end.
  if (![own, ...passages.map(({ words }) => words)].some(hasMood)) return []
  const hedged = base.language.hedges
  const found = own.flatMap((word, index) => {
    if (!['VERB', 'NOUN'].includes(word.tag) || word.kind !== 'content') return []
    const there = closest(comparison, index)
    if (
      there.length === 0 ||
      (word.tag === 'NOUN' && there.some(({ tag, mood }) => tag !== 'VERB' || mood !== 'planned'))
    )
      return []
    const moods = there.map(({ mood }) => mood)
    if (word.mood === undefined && moods.every((mood) => mood !== undefined)) {
      const lost = moods[0]!
      // The statement may leave it open with words before it.
      const before = text.slice(0, word.start)
      if (own.some((each) => each.mood !== undefined && each.start < word.start) || fact.status === 'planned')
        return []
      if (hedged && (hedged.carries(before, 'possibility') || hedged.carries(before, 'likelihood'))) return []
      // "Received, potentially for nothing": the hedge of the passage, after the verb. It keeps no plan.
      const kept =
        lost === 'possible' &&
        hedged
          ?.read(text)
          .some((mine) =>
            passages.some((passage) => hedged.read(passage.text).some((theirs) => theirs.text === mine.text)),
          )
      if (kept === true) return []
      // "Cannot be matched": so nobody has matched it.
      if (
        lost === 'possible' &&
        (word.negated || denies(comparison, word)) &&
        there.some(({ negated }) => negated)
      )
        return []
      return aboutWording(
        comparison,
        word,
        'fact/mood-kept',
        `Unexpected "${word.text}" as done in the statement of "${fact.id}", expected it ${told[lost]}: its passages do not say that it is so`,
        'keep the "plans to", "may" or "should" of the article',
      )
    }
    if (
      word.mood === 'planned' &&
      /\bwill(?: \S+)?\s*$/.test(text.slice(0, word.start)) &&
      // "Will probably cost".
      hedged?.carries(text.slice(0, word.start), 'likelihood') !== true &&
      moods.every((mood) => mood === 'possible')
    )
      return aboutWording(
        comparison,
        word,
        'fact/mood-kept',
        `Unexpected "${word.text}" as sure to come in the statement of "${fact.id}", expected it ${told.possible}`,
        'keep the "may" or "could" of the article',
      )
    if (
      word.mood === 'required' &&
      !passages.some((passage) => passage.words.some(({ mood }) => mood === 'required')) &&
      !recommends(
        reader,
        passages.map(({ text: each }) => each),
      )
    )
      return aboutWording(
        comparison,
        word,
        'fact/mood-kept',
        `Unexpected demand for "${word.text}" in the statement of "${fact.id}", expected none: its passages demand nothing`,
      )
    return []
  })
  return found.length > 0 ? found : untoldPlan(comparison)
}

/** "Matched with nobody" denies after the verb. */
function denies({ reader, text }: Comparison, { start }: ReadWord): boolean {
  return reader.operators(text).some((each) => each.class === 'negation' && each.start > start)
}

function hasMood(words: readonly ReadWord[]): boolean {
  return words.some(({ mood }) => mood !== undefined)
}

/**
 * A verb that the passages only plan, told in words that nothing leads to ("went on" for "continue"): what it
 * governs stands in the statement, and nothing there is planned.
 */
function untoldPlan(comparison: Comparison): StatementFinding[] {
  const { fact, words, text, support, passages } = comparison
  if (fact.status === 'planned' || words.some(({ mood }) => mood !== undefined)) return []
  if (
    words.some(({ tag, kind }, at) => tag === 'VERB' && kind === 'content' && support[at]!.places.length > 0)
  )
    return []
  const supporting = new Set(
    support.flatMap(({ places }) => places.map(({ passage, start }) => `${passage} ${start}`)),
  )
  for (const [index, passage] of passages.entries())
    for (const [at, verb] of passage.words.entries()) {
      if (verb.tag !== 'VERB' || verb.kind !== 'content' || verb.mood !== 'planned') continue
      if (supporting.has(`${index} ${verb.start}`)) continue
      const governed = passage.words
        .slice(at + 1)
        .filter(({ kind, sentence }) => kind === 'content' && sentence === verb.sentence)
        .slice(0, 2)
      if (governed.length === 2 && governed.every(({ start }) => supporting.has(`${index} ${start}`)))
        return [
          aboutWording(
            comparison,
            { start: 0, end: text.length },
            'fact/mood-kept',
            `Unexpected statement of "${fact.id}" as done, expected it ${told.planned}: its passages plan to "${verb.text}"`,
            'keep the "plans to" or "will" of the article',
          ),
        ]
    }
  return []
}

/**
 * Of the words that support a verb those of its own root; others mean the same only where no noun or
 * adjective is among them.
 */
function closest(comparison: Comparison, index: number): ReadWord[] {
  const { words, reader } = comparison
  const all = supporters(comparison, index)
  const near = all.filter(({ lower }) =>
    ['same', 'derived'].includes(reader.nearness(words[index]!.lower, lower) ?? ''),
  )
  // A verb of another root counts where it is the only one.
  if (near.length > 0 || all.some(({ tag }) => tag !== 'VERB')) return near
  const [only, ...others] = all
  return only?.mood === 'planned' &&
    others.length === 0 &&
    reader.nearness(words[index]!.lower, only.lower) === 'synonym'
    ? [only]
    : []
}

function recommends(
  reader: { read(text: string): readonly { lower: string }[] },
  texts: readonly string[],
): boolean {
  return texts.some(
    (each) =>
      /\bha(?:ve|s|d|ving) to\b/.test(each) ||
      reader
        .read(each)
        .some(({ lower }) =>
          /^(?:essential|crucial|pivotal|necessary|paramount|vital|call|calls|urge)/.test(lower),
        ),
  )
}
