import type { ReadWord } from '../../../languages/reading.ts'
import {
  about,
  type Comparison,
  type ReadPassage,
  type StatementFinding,
  type WordRule,
} from './comparison.ts'

/**
 * Hearsay stays hearsay. To whom a passage has words told, or whom it cites, the fact records or the
 * statement names; and where a passage has them from images, reports or a fear, so does the statement.
 */
export const relayKept: WordRule = (comparison) => {
  const { support, words, passages } = comparison
  const used = new Set(
    support.flatMap(({ places }, index) =>
      words[index]!.kind === 'content' ? places.map(({ passage }) => passage) : [],
    ),
  )
  const found = passages.flatMap((passage, index) =>
    used.has(index)
      ? [...lostRelays(comparison, passage, index), ...lostTellers(comparison, passage, index)]
      : [],
  )
  return found.slice(0, 1)
}

function lostRelays(
  { fact, base, text, words, support, mentions }: Comparison,
  { relations }: ReadPassage,
  index: number,
): StatementFinding[] {
  // What is documented is what the text says.
  if (fact.status === 'documented') return []
  // A passage that lends the statement a word or two does not tell it.
  const own = words.flatMap(({ kind }, at) => (kind === 'content' ? [support[at]!.places] : []))
  if (own.filter((places) => places.some(({ passage }) => passage === index)).length * 2 < own.length)
    return []
  const known = new Set<string>([...fact.saidBy, ...fact.via, ...mentions.flatMap(({ ids }) => ids)])
  return relations.relays
    .filter(({ ids }) => !ids.some((id) => known.has(id)))
    .map(({ ids }) =>
      about(
        { start: 0, end: text.length },
        'error',
        'fact/relay-kept',
        `Unexpected lack of ${base.actors.get(ids[0] as never)?.value.name ?? ids[0]} in "${fact.id}", expected it in "via" or in the statement: a passage has the words through it`,
      ),
    )
}

function lostTellers(
  { fact, base, text, words, mentions, support, reader }: Comparison,
  passage: ReadPassage,
  index: number,
): StatementFinding[] {
  // Who is named as the speaker answers for it.
  if ([...fact.saidBy, ...fact.via].some((id) => mentions.some(({ ids }) => ids.includes(id)))) return []
  if (passage.relations.tellers.length === 0) return []
  const { hedges } = base.language
  const sentences = new Set(
    support.flatMap(({ places }, at) =>
      words[at]!.kind === 'content'
        ? places.flatMap((place) =>
            place.passage === index
              ? (passage.words.find(({ start }) => start === place.start)?.sentence ?? [])
              : [],
          )
        : [],
    ),
  )
  const named = (teller: ReadWord): boolean =>
    words.some((word) => word.lower.length > 2 && reader.nearness(word.lower, teller.lower) !== undefined)
  const tellers = passage.relations.tellers.filter(({ sentence }) => sentences.has(sentence))
  if (tellers.length === 0 || tellers.some(named)) return []
  if (hedges?.read(text).some((hedge) => hedge.class === 'hearsay') === true) return []
  return [
    about(
      { start: 0, end: text.length },
      'error',
      'fact/relay-kept',
      `Unexpected statement of "${fact.id}" at first hand, expected the "${tellers[0]!.text}" through which its passages tell it`,
    ),
  ]
}
