import { aboutWording, type WordRule } from './comparison.ts'

/**
 * "Rose" where the passages say "fell": a word whose opposite stands in a passage, and that does not stand
 * there itself.
 */
export const oppositeWord: WordRule = (comparison) => {
  const { fact, text, support, words, passages, reader } = comparison
  return support.flatMap((word, index) => {
    if (words[index]!.kind !== 'content' || ['passage', 'recorded'].includes(word.reason)) return []
    if (word.places.some(({ nearness }) => nearness === 'derived' || nearness === 'synonym')) return []
    const opposite = passages
      .flatMap((passage) => passage.words)
      .find(({ lower, kind }) => kind === 'content' && reader.opposite(words[index]!.lower, lower))
    if (!opposite) return []
    // "Open until May" for "closes in May".
    if (
      reader
        .operators(text)
        .some((each) => each.class === 'until' && each.sure && each.start === word.end + 1)
    )
      return []
    return aboutWording(
      comparison,
      word,
      'fact/opposite-word',
      `Unexpected "${word.text}" in the statement of "${fact.id}", expected the opposite: its passages say "${opposite.text}"`,
      'say it as the article does',
    )
  })
}
