import { foldQuoted, hasQuotation, quotationsIn } from '../../../languages/quotations.ts'
import type { Mention } from '../../../languages/reading.ts'
import { about, type ReadPassage, type WordRule } from './comparison.ts'

/**
 * Quoted words stay with whoever says them. Where the sentence of a passage that quotes them names its speaker,
 * the statement or the record names one of these as well.
 */
export const quotationSpeaker: WordRule = ({ fact, text, passages, mentions, base }) =>
  quotationsIn(text).flatMap(({ words, start, end }) => {
    const speakers = passages.flatMap((passage) => speakersOf(passage, words))
    const named = new Set<string>([
      ...fact.saidBy,
      ...fact.via,
      ...mentions.filter((each) => each.end <= start || each.start >= end).flatMap(({ ids }) => ids),
    ])
    if (speakers.length === 0 || speakers.some(({ ids }) => ids.some((id) => named.has(id)))) return []
    const [id] = speakers[0]!.ids
    return about(
      { start, end },
      'error',
      'fact/quotation-speaker',
      `Unexpected quotation "${words}" in the statement of "${fact.id}", expected it from ${base.actors.get(id as never)?.value.name ?? id}, who says it in the passage`,
      'name the one who says it',
    )
  })

/** Who says what a passage quotes, as far as the sentence of the quotation names somebody. */
function speakersOf({ text, words, relations }: ReadPassage, quoted: string): readonly Mention[] {
  const sentences = new Set(
    quotationsIn(text)
      .filter((each) => hasQuotation(foldQuoted(each.words), quoted))
      .flatMap(({ start, end }) => words.filter((word) => word.start >= start && word.end <= end))
      .map(({ sentence }) => sentence),
  )
  return relations.doers.flatMap(({ mention, word }) =>
    word.speaks && sentences.has(word.sentence) ? [mention] : [],
  )
}
