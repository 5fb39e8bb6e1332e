import { stemmer } from 'stemmer'
import type { Operator, Reader, ReadWord } from '../reading.ts'
import { readOperators } from './operators.ts'
import { readRelations } from './relations.ts'
import { markScopes } from './scope.ts'
import { openTagger, type TaggedToken } from './tagger.ts'
import {
  areConverse,
  arePaired,
  attributingBeforeThat,
  attributingWords,
  grammarWords,
  speakingVerbs,
  tellingWords,
  vouching,
} from './word-kinds.ts'
import { decodeIndex } from './wordnet/format.ts'
import { openLexicon } from './wordnet/lexicon.ts'

/**
 * Opens the reader of English texts.
 * @param wordIndex the compiled index of WordNet.
 * @throws IndexDamaged
 */
export async function openEnglishReader(wordIndex: Uint8Array): Promise<Reader> {
  const lexicon = openLexicon(decodeIndex(wordIndex))
  const tag = await openTagger()
  const readings = new Map<string, readonly ReadWord[]>()
  const operators = new Map<string, readonly Operator[]>()
  const read = (text: string): readonly ReadWord[] => {
    const known = readings.get(text)
    if (known) return known
    const tokens = tag(text)
    const made = wordsOf(text, tokens)
    markScopes(made, tokens)
    if (readings.size >= kept) readings.clear()
    readings.set(text, made)
    return made
  }
  return {
    read,
    operators(text) {
      const known = operators.get(text)
      if (known) return known
      const made = readOperators(text)
      if (operators.size >= kept) operators.clear()
      operators.set(text, made)
      return made
    },
    relations: (text, mentions) => readRelations(text, read(text), mentions),
    nearness(one, other) {
      if (one === other) return 'same'
      const known = lexicon.nearness(one, other)
      const found =
        known !== undefined && known !== 'near'
          ? known
          : arePaired(one, other)
            ? 'synonym'
            : (known ??
              (stemmer(one) === stemmer(other)
                ? 'derived'
                : areConverse(one, other)
                  ? 'converse'
                  : undefined))
      const vouched = vouching.test(one)
      return vouched && found !== 'same' && found !== 'derived' ? undefined : found
    },
    opposite: lexicon.opposite,
  }
}

/** How many texts stay read: those of the facts at hand, not all of ten thousand. */
const kept = 1000

/** Words that say something elsewhere, and nothing in these. */
const grammarPhrases =
  /\b(?:in order to|in return|for (?:example|instance)|in particular|of course|as well as|in exchange)\b/giu
const grammarTags = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ', 'INTJ'])

function wordsOf(text: string, tokens: readonly TaggedToken[]): ReadWord[] {
  const phrases = Array.from(text.matchAll(grammarPhrases), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  let sentence = 0
  return tokens.flatMap((token): ReadWord[] => {
    if (token.tag === 'PUNCT' || token.tag === 'SYM') {
      if (/[.!?]$/.test(token.text)) sentence++
      return []
    }
    // The tagger leaves "UN-imposed" in one piece.
    return Array.from(token.text.matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.,'’]*/gu), (part): ReadWord => {
      const word = part[0].replace(/['’]s?$/u, '')
      const start = token.start + part.index
      const whole = word.length === token.text.length
      const tag = whole || /^\p{Lu}/u.test(word) ? token.tag : 'ADJ'
      const lower = word.toLowerCase()
      const inPhrase = phrases.some((phrase) => phrase.start <= start && start + word.length <= phrase.end)
      const kind = inPhrase
        ? 'grammar'
        : tellingWords.has(lower)
          ? 'telling'
          : grammarTags.has(tag) || grammarWords.has(lower) || !/[\p{L}]{2}/u.test(word)
            ? 'grammar'
            : 'content'
      return {
        text: word,
        start,
        end: start + word.length,
        lower,
        tag,
        kind,
        sentence,
        attributes:
          attributingWords.has(lower) &&
          (!attributingBeforeThat.has(lower) ||
            /^(?:,[^,]*,)? that\b/iu.test(text.slice(start + word.length))),
        // "Claim the money", "a claim to it": no telling.
        speaks:
          speakingVerbs.has(lower) &&
          !(
            lower.startsWith('claim') &&
            /^ (?:the|a|an|its|his|her|their|to)\b/iu.test(text.slice(start + word.length))
          ),
        negated: false,
      }
    })
  })
}
