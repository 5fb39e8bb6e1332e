import type { Bound } from '../../../languages/language.ts'
import { about, type WordRule } from './comparison.ts'

const family = (bound: Bound): string =>
  ['atLeast', 'moreThan'].includes(bound) ? 'floor' : bound === 'about' ? 'about' : 'ceiling'

/** A bound that no passage sets is not set: "more than 500" where they say "500" or "less than 500". */
export const boundInEvidence: WordRule = ({ fact, tokens, passages }) => {
  const there = passages.flatMap((passage) => passage.tokens.figures)
  return tokens.figures.flatMap((figure) => {
    const { bound, hedge } = figure
    if (bound === undefined || bound === 'about' || figure.weak) return []
    const places = there.filter(({ values }) => values.some((value) => figure.values.includes(value)))
    if (places.length === 0 || places.some((place) => place.bound && family(place.bound) === family(bound)))
      return []
    return about(
      hedge ?? figure,
      'error',
      'fact/bound-in-evidence',
      `Unexpected "${(hedge ?? figure).text}" before "${figure.text}" in the statement of "${fact.id}", expected the figure as its passages bound it`,
    )
  })
}
