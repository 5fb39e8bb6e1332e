import type { Operator, OperatorClass } from '../../../languages/reading.ts'
import type { Figure } from '../../../languages/language.ts'
import { about, aboutWording, type WordRule } from './comparison.ts'

const scopes: readonly OperatorClass[] = ['all', 'most', 'many', 'few', 'only', 'first', 'superlative']

/**
 * "Some experts" are not "all experts": a word for how many, how often or first and last stands only where a
 * passage has one of its kind.
 */
export const scopeKept: WordRule = (comparison) => {
  const { fact, text, passages, reader, tokens } = comparison
  const there = new Set(
    passages.flatMap((passage) => reader.operators(passage.text)).map((each) => each.class),
  )
  const quoted = quotations(text)
  const { figures } = tokens
  return reader.operators(text).flatMap((operator) =>
    !scopes.includes(operator.class) ||
    !operator.sure ||
    there.has(operator.class) ||
    // "more than", "at most": the bound of a figure is judged with the figure.
    figures.some(
      ({ hedge, start, end }) =>
        (hedge && hedge.start <= operator.start && operator.end <= hedge.end) ||
        (operator.class !== 'first' && start <= operator.start && operator.end <= end),
    ) ||
    quoted.some(({ start, end }) => start <= operator.start && operator.end <= end)
      ? []
      : (operator.class === 'only' && isBefore(figures, operator) ? aboutFigure : aboutWording)(
          comparison,
          operator,
          'fact/scope-kept',
          `Unexpected "${operator.text}" in the statement of "${fact.id}", expected none: its passages do not say how many or how far in such a way`,
        ),
  )
}

/** "Only 20": that 20 are few is said of a figure that the passages have. */
function isBefore(figures: readonly Figure[], { end }: Operator): boolean {
  return figures.some(({ start, hedge }) => (hedge?.start ?? start) === end + 1)
}

const aboutFigure: typeof aboutWording = (_, ...rest) => {
  const [at, rule, message] = rest
  return about(at, 'warning', rule, message)
}

function quotations(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(/“[^”]*”/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
