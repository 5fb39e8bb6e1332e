import type { Operator, ReadWord } from '../../../languages/reading.ts'
import {
  about,
  aboutWording,
  alike,
  type Comparison,
  type StatementFinding,
  type WordRule,
} from './comparison.ts'

/**
 * What the passages deny the statement denies, and nothing else. A word of the statement under "not" must be
 * denied in a passage too, and a word that the passages only deny may not stand there as told.
 */
export const negationKept: WordRule = (comparison) => {
  const { fact, text, words, passages, reader } = comparison
  const own = reader.operators(text).filter((each) => each.class === 'negation')
  const theirs = passages.flatMap((passage) => reader.operators(passage.text))
  const denied = theirs.some((each) => each.class === 'negation')
  const refused = denied || theirs.some((each) => each.class === 'refusal')
  if (own.length > 0 && !refused)
    return own
      .slice(0, 1)
      .map((negation) =>
        aboutWording(
          comparison,
          negation,
          'fact/negation-kept',
          `Unexpected "${negation.text}" in the statement of "${fact.id}", expected none: its passages deny nothing`,
        ),
      )
  if (own.length > 0 && turnsOf(reader.operators(text), theirs) > theirs.filter(turns).length)
    return own
      .slice(-1)
      .map((negation) =>
        aboutWording(
          comparison,
          negation,
          'fact/negation-kept',
          `Unexpected "${negation.text}" in the statement of "${fact.id}", expected fewer: its passages deny less often`,
        ),
      )
  const denies = own.length > 0 || reader.operators(text).some((each) => each.class === 'refusal')
  return words.flatMap((word, index) => judge(comparison, word, index, denies, denied))
}

/**
 * How often a statement denies. "A shortage" of what is full: other words for what is no denial in the passages count for
 * none.
 */
function turnsOf(own: readonly Operator[], theirs: readonly Operator[]): number {
  const refusals = theirs.flatMap((each) => (each.class === 'refusal' ? each.text.toLowerCase() : []))
  return own.filter(
    (each) => each.class === 'negation' || (turns(each) && refusals.includes(each.text.toLowerCase())),
  ).length
}

function turns(each: Operator): boolean {
  return each.class === 'negation' || each.class === 'refusal'
}

function judge(
  comparison: Comparison,
  word: ReadWord,
  index: number,
  denies: boolean,
  denied: boolean,
): StatementFinding[] {
  const { fact } = comparison
  // Most statements deny nothing, and nor do most passages.
  if (word.kind !== 'content' || !(word.negated || (denied && !denies))) return []
  const there = alike(comparison, index).filter(({ kind }) => kind === 'content')
  if (there.length === 0) return []
  if (word.negated && there.every(({ negated }) => !negated) && !refusedNear(comparison, there)) {
    const message = `Unexpected denial of "${word.text}" in the statement of "${fact.id}", expected it as told: its passages do not deny it`
    return [
      deniedBeside(comparison, there)
        ? about(word, 'warning', 'fact/negation-kept', message)
        : aboutWording(comparison, word, 'fact/negation-kept', message),
    ]
  }
  if (!denies && denied && !word.negated && word.tag !== 'ADV' && there.every(({ negated }) => negated))
    return [
      aboutWording(
        comparison,
        word,
        'fact/negation-kept',
        `Unexpected "${word.text}" as told in the statement of "${fact.id}", expected it denied: its passages say it with a negation`,
      ),
    ]
  return []
}

/** "It lacks boats" denies boats without a "not". */
function refusedNear({ passages, reader }: Comparison, there: readonly ReadWord[]): boolean {
  return passages.some(({ text, words }) =>
    there.some(
      (word) =>
        words.includes(word) &&
        reader
          .operators(text)
          .some(
            (each) =>
              each.class === 'refusal' &&
              !(each.start <= word.start && word.end <= each.end) &&
              Math.abs(each.start - word.start) < 60,
          ),
    ),
  )
}

/** "No soil had to be removed" denies soil, and so the removal as well: what else a sentence denies is not sure. */
function deniedBeside({ passages, reader }: Comparison, there: readonly ReadWord[]): boolean {
  return passages.some(({ text, words }) => {
    const own = there.filter((word) => words.includes(word))
    return (
      own.length > 0 &&
      reader
        .operators(text)
        .some(
          (each) =>
            each.class === 'negation' &&
            own.some(({ sentence }) => words.find(({ end }) => end > each.start)?.sentence === sentence),
        )
    )
  })
}
