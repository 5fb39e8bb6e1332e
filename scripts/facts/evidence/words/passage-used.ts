import { actorMentions } from '../name-index.ts'
import { about, type Comparison, type WordRule } from './comparison.ts'

/**
 * A passage of what is documented is pinned for something: a word of the statement, somebody whom the fact
 * records, a figure or a date. One of which nothing is left proves what the statement does not say any more,
 * most often who says it.
 */
export const passageUsed: WordRule = (comparison) => {
  const { fact, text, passages } = comparison
  // Beside another status a speaker is shown, and a passage may be pinned for the context alone.
  if (passages.length < 2 || fact.status !== 'documented') return []
  return passages.flatMap((_, index) =>
    isUsed(comparison, index)
      ? []
      : about(
          { start: 0, end: text.length },
          'warning',
          'fact/passage-used',
          `Unexpected passage ${index + 1} of "${fact.id}", expected one of which the statement says something`,
          'say what it was pinned for, for example who says so, or delete it',
        ),
  )
}

function isUsed(
  { fact, base, support, words, tokens, mentions, passages, reader }: Comparison,
  index: number,
): boolean {
  const passage = passages[index]!
  const supports = support.some(
    ({ places }, at) => words[at]!.kind !== 'grammar' && places.some((place) => place.passage === index),
  )
  if (supports) return true
  const named = actorMentions(passage.text, base).flatMap(({ actors }) => actors)
  const recorded = [...fact.saidBy, ...fact.via, ...fact.actors, ...mentions.flatMap(({ ids }) => ids)]
  if (named.some((id) => recorded.includes(id))) return true
  const figures = new Set([
    ...tokens.figures.flatMap(({ values }) => values),
    ...fact.quantities.flatMap(({ value, low, high }) => [value, low, high]),
  ])
  if (passage.tokens.figures.some(({ values }) => values.some((value) => figures.has(value)))) return true
  const years = new Set([
    ...tokens.dates.map(({ year }) => year),
    ...[fact.when?.from, fact.when?.to].map((date) => date && Number(date.slice(0, 4))),
  ])
  if (passage.tokens.dates.some(({ year }) => year !== undefined && years.has(year))) return true
  const beside = [fact.short, ...fact.quantities.flatMap(({ label, unit }) => [label, unit])].join(' ')
  const there = new Set(passage.words.filter(({ kind }) => kind === 'content').map(({ lower }) => lower))
  return reader.read(beside).some(({ lower, kind }) => kind === 'content' && there.has(lower))
}
