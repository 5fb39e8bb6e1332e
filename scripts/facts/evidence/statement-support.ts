// What supports each word of a statement: its words, and its figures, dates and names, which other rules judge and
// which stand in a passage in another writing as often as not.

import type { DateToken, Figure, Name } from '../../languages/language.ts'
import type { Reader } from '../../languages/reading.ts'
import type { FactBase } from '../fact-base.ts'
import type { Fact } from '../fact-schema.ts'
import { actorMentions } from './name-index.ts'
import { missingTokens } from './tokens-in-evidence.ts'
import { recordedOf, supportWords, type SupportingPlace, type WordSupport } from './word-support.ts'

/**
 * Gives each word of the statement its reason, as `supportWords` does. A figure, date or name is supported where
 * the checks accept it, "twelve" by "12", and by nothing where they do not.
 * @param passages the words of the evidence, in its order.
 */
export function statementSupport(
  fact: Fact,
  passages: readonly string[],
  base: FactBase,
  reader: Reader,
): WordSupport[] {
  const { statement, notInEvidence } = fact
  const excused = notInEvidence.flatMap(({ text }) => {
    const start = statement.indexOf(text)
    return start < 0 ? [] : [{ start, end: start + text.length }]
  })
  const words = supportWords(statement, { passages, recorded: recordedOf(fact, base), excused }, reader)
  const { figures, dates, names } = base.language.readTokens(statement)
  const lacking = missingTokens(fact, 'statement', passages, base, reader)
  const missing = [...lacking.figures, ...lacking.dates, ...lacking.names]
  const tokens = [...figures, ...dates, ...names]
  return words.map((word): WordSupport => {
    const isIn = (stretch: { start: number; end: number }): boolean =>
      stretch.start < word.end && word.start < stretch.end
    if (missing.some(isIn))
      return { ...word, reason: excused.some(isIn) ? 'excused' : 'unsupported', places: [] }
    const token = tokens.find(isIn)
    if (!token || word.places.some(({ nearness }) => nearness === 'same')) return word
    if (token.kind === 'name' && (token.first || word.reason !== 'unsupported')) return word
    const places = passages.flatMap((passage, index) => placesIn(passage, index, token, statement, base))
    return { ...word, reason: places.length > 0 ? 'passage' : 'recorded', places }
  })
}

/** Where a passage has a figure, date or name of a statement, in whatever writing. */
function placesIn(
  passage: string,
  index: number,
  token: Figure | DateToken | Name,
  statement: string,
  base: FactBase,
): SupportingPlace[] {
  const there = base.language.readTokens(passage)
  const at = ({ start, end }: { start: number; end: number }): SupportingPlace => ({
    passage: index,
    start,
    end,
    nearness: 'same',
  })
  if (token.kind === 'figure')
    return there.figures.filter(({ values }) => values.some((value) => token.values.includes(value))).map(at)
  if (token.kind === 'date')
    return there.dates
      .filter((date) =>
        token.month === undefined && token.name === undefined
          ? date.year === token.year
          : date.month === token.month && date.name === token.name && (date.day ?? token.day) === token.day,
      )
      .map(at)
  const ids = actorMentions(statement, base)
    .filter(({ start, end }) => start <= token.start && token.end <= end)
    .flatMap(({ actors }) => actors)
  return actorMentions(passage, base)
    .filter(({ actors }) => actors.some((id) => ids.includes(id)))
    .map(at)
}
