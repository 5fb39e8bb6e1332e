import type { Operator, OperatorClass, ReadWord } from '../../../languages/reading.ts'
import { about, type ReadPassage, type StatementFinding, type WordRule } from './comparison.ts'

const limits: readonly OperatorClass[] = ['limit', 'most', 'some', 'many', 'few', 'only']
/** How far from a limit the word stands that it limits, in UTF-16 units. */
const reach = 24
/** A statement that has so many of the next words takes over what is limited, be the first among them or not. */
const enough = 3
const nextWords = 6

/**
 * A limit stays: what a passage says "mainly", "partly" or of "some of" a thing is not told of all of it.
 * Asked of the word after the limit, or of several that follow in its clause, where the statement has no limit at
 * all.
 */
export const limitKept: WordRule = ({ fact, text, words, support, passages, reader }) => {
  if (
    reader
      .operators(text)
      .some(({ class: kind, sure }) => kind === 'limit' || (sure && limits.includes(kind)))
  )
    return []
  return passages
    .flatMap((passage, index) =>
      reader.operators(passage.text).flatMap((limit): StatementFinding[] => {
        if (limit.class !== 'limit') return []
        const limited = limitedBy(limit, passage)
        const taken = limited.flatMap(({ start }) => {
          const at = support.findIndex(({ places }) =>
            places.some(
              (place) =>
                place.passage === index &&
                place.start === start &&
                (place.nearness === 'same' || place.nearness === 'derived'),
            ),
          )
          return at < 0 || words[at]!.kind !== 'content' ? [] : [{ at, start }]
        })
        const first = taken[0]
        const next = limited[0]
        if (!first || !next) return []
        const isNext = first.start === next.start && next.start - limit.end <= reach
        // What is documented is what the text says, with whatever limit it has.
        const isTaken = limit.sure && taken.length >= enough && fact.status !== 'documented'
        if (!isNext && !isTaken) return []
        const { at } = first
        return [
          about(
            words[at]!,
            'warning',
            'fact/limit-kept',
            `Unexpected "${words[at]!.text}" without a limit in the statement of "${fact.id}", expected one such as the "${limit.text}" of its passages`,
          ),
        ]
      }),
    )
    .slice(0, 1)
}

/** The first words of content after a limit in its clause. */
function limitedBy({ end }: Operator, { text, words }: ReadPassage): ReadWord[] {
  const stop = text.slice(end).search(/[.,;:!?—–]/)
  const to = stop < 0 ? text.length : end + stop
  return words
    .filter(({ start, kind }) => kind === 'content' && start >= end && start < to)
    .slice(0, nextWords)
}
