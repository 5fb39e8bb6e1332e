import { opensAsName } from '../support.ts'
import { about, isClose, type WordRule } from './comparison.ts'

/** So many words without a reason, one after the other, are a claim of their own in whatever words the rest is told ... */
const claim = 3
/** ... and in a statement that is worded as its passages are so many side by side, or anywhere. */
const claimWhereClose = { sideBySide: 2, anywhere: 4 }

/**
 * Every word that says something stands in a passage, or a word near it does, or the fact records it. Single words
 * without a reason may be a matter of style, and are warnings; several of which none with a reason stands between are a
 * claim of their own, and so are many.
 */
export const wordInEvidence: WordRule = (comparison) => {
  const { fact, text, tokens, support, words, passages, reader } = comparison
  const bare = support.filter(
    ({ reason }, index) => reason === 'unsupported' && words[index]!.kind === 'content',
  )
  if (bare.length === 0) return []
  const { figures, dates, names } = tokens
  const operators = reader.operators(text)
  const theirs = new Set(
    passages
      .flatMap((passage) => reader.operators(passage.text))
      .flatMap((each) => (each.sure ? each.class : [])),
  )
  const counted = new Set(
    passages.flatMap((passage) => passage.tokens.figures.flatMap((figure) => figure.values)),
  )
  const judgedElsewhere = [
    // "Twice" is judged as a word where no passage has a two.
    ...figures.filter(({ values, weak }) => !weak || values.some((value) => counted.has(value))),
    ...figures.flatMap(({ hedge }) => hedge ?? []),
    ...dates,
    // "Mainly" for "most of": how much or how often is judged by what such words do.
    ...operators.filter((operator) => operator.sure && theirs.has(operator.class)),
    ...names.filter((name) => !name.first || opensAsName(name, text, reader)),
  ]
  const missing = bare.filter(
    ({ start, end }) => !judgedElsewhere.some((token) => token.start < end && start < token.end),
  )
  const saying = support.filter((_, index) => words[index]!.kind === 'content')
  let run = 0
  let longest = 0
  for (const word of saying) {
    run = missing.includes(word) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  const isClaim =
    longest >= claim ||
    (isClose(comparison) &&
      (longest >= claimWhereClose.sideBySide || missing.length >= claimWhereClose.anywhere))
  const severity = isClaim ? 'error' : 'warning'
  return missing.map((word) =>
    about(
      word,
      severity,
      'fact/word-in-evidence',
      `Unexpected word "${word.text}" in the statement of "${fact.id}", expected one that its passages contain, or one near it in meaning`,
      'say it in words nearer to the article',
    ),
  )
}
