import { opensAsName } from '../support.ts'
import { about, type WordRule } from './comparison.ts'

/** Words without a reason that are no matter of style any more, wherever they stand. */
const many = 4

/**
 * Every word that says something stands in a passage, or a word near it does, or the fact records it. Single words
 * without a reason may be a matter of style, and are warnings; two of which none with a reason stands between are a
 * claim of their own, and so are many.
 */
export const wordInEvidence: WordRule = ({ fact, text, tokens, support, words, passages, reader }) => {
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
  const areNeighbours = saying.some((word, at) => missing.includes(word) && missing.includes(saying[at + 1]!))
  const severity = areNeighbours || missing.length >= many ? 'error' : 'warning'
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
