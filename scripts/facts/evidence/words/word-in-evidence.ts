import { opensAsName } from '../support.ts'
import { about, type WordRule } from './comparison.ts'

/**
 * Every word that says something stands in a passage, or a word near it does, or the fact records it. One
 * word without a reason may be a matter of style, and is a warning; two and more are a claim of their own.
 */
export const wordInEvidence: WordRule = ({ fact, text, tokens, support, words, reader }) => {
  const { figures, dates, names } = tokens
  const judgedElsewhere = [
    ...figures,
    ...dates,
    ...names.filter((name) => !name.first || opensAsName(name, text, reader)),
  ]
  const missing = support.filter(
    ({ reason, start, end }, index) =>
      reason === 'unsupported' &&
      words[index]!.kind === 'content' &&
      !judgedElsewhere.some((token) => token.start < end && start < token.end),
  )
  const severity = missing.length > 1 ? 'error' : 'warning'
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
