import type { OperatorClass } from '../../../languages/reading.ts'
import { about, type StatementFinding, type WordRule } from './comparison.ts'

const limits: readonly OperatorClass[] = ['limit', 'most', 'some', 'many', 'few', 'only']
/** How far from a limit the word stands that it limits, in UTF-16 units. */
const reach = 24

/**
 * A limit stays: what a passage says "mainly", "partly" or of "some of" a thing is not told of all of it.
 * Asked of the word after the limit, where the statement has that word and no limit at all.
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
        const limited = passage.words.find(({ start, kind }) => start >= limit.end && kind === 'content')
        if (!limited || limited.start - limit.end > reach) return []
        const at = support.findIndex(({ places }) =>
          places.some(
            ({ passage: which, start, nearness }) =>
              which === index && start === limited.start && (nearness === 'same' || nearness === 'derived'),
          ),
        )
        if (at < 0 || words[at]!.kind !== 'content') return []
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
