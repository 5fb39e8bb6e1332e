import { stemmer } from 'stemmer'
import type { Operator, Reader, ReadWord } from '../reading.ts'
import { readOperators } from './operators.ts'
import { readRelations } from './relations.ts'
import { remember } from '../remember.ts'
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
  const countsPeople = (one: string, other: string): boolean => anyPerson.test(one) && lexicon.isPerson(other)
  const phrasesOf = remember((text: string) => {
    const words = read(text)
    return lexicon.phrases(words).map(({ lower, from, to }) => ({
      lower,
      start: words[from]!.start,
      end: words[to]!.end,
    }))
  }, kept)
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
    isName: (word) => word.tag === 'PROPN' && word.kind === 'content' && !lexicon.isCommon(word.lower),
    countsPeople,
    isGrammar: (lower) => grammarWords.has(lower),
    mayBeName: (lower) => !grammarWords.has(lower) && !tellingWords.has(lower) && !lexicon.isCommon(lower),
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
      if (known === 'same' || known === 'derived') return known
      const found =
        known !== undefined && known !== 'near'
          ? known
          : arePaired(one, other)
            ? 'synonym'
            : (known ??
              (haveOneStem(one, other) ? 'derived' : areConverse(one, other) ? 'converse' : undefined))
      if (found === undefined || found === 'derived') return found
      return vouching.test(one) ? undefined : found
    },
    akin: (one, other) => !vouching.test(one) && (countsPeople(one, other) || lexicon.akin(one, other)),
    phrases: phrasesOf,
    opposite: lexicon.opposite,
  }
}

/** What counts persons of any kind. */
const anyPerson = /^(?:people|persons?)$/

/** How many texts stay read: those of the facts at hand, not all of ten thousand. */
const kept = 1000

const stemOf = remember(stemmer)

/** A stem begins as its word does, which is all that has to be asked of most pairs. */
function haveOneStem(one: string, other: string): boolean {
  return one[0] === other[0] && stemOf(one) === stemOf(other)
}

/** Words that say something elsewhere, and nothing in these. */
const grammarPhrases =
  /\b(?:in order to|in return|for (?:example|instance)|in particular|of course|as well as|in exchange|compared (?:with|to))\b/giu
const mayHavePhrase = / (?:order|return|example|instance|particular|course|well|exchange)|compared/i
const grammarTags = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ', 'INTJ'])

/** A word as a token has it, and what it is by itself. */
interface TokenWord {
  text: string
  lower: string
  /** Its place in the token. */
  at: number
  whole: boolean
  capital: boolean
  telling: boolean
  grammar: boolean
  attributing: boolean
  speaking: boolean
}

/** The words of a token, which are most often one: the tagger leaves "UN-imposed" in one piece. */
const wordsOfToken = remember((token: string): readonly TokenWord[] =>
  Array.from(token.matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.,'’]*/gu), (part): TokenWord => {
    // "Ill." at the end of a sentence is no abbreviation; "U.S." is.
    const text = part[0].replace(/['’]s?$/u, '').replace(/(?<=^\p{Ll}+)\.$/u, '')
    const lower = text.toLowerCase()
    return {
      text,
      lower,
      at: part.index,
      whole: text.length === token.length,
      capital: /^\p{Lu}/u.test(text),
      telling: tellingWords.has(lower),
      grammar: grammarWords.has(lower) || !/[\p{L}]{2}/u.test(text),
      attributing: attributingWords.has(lower),
      speaking: speakingVerbs.has(lower),
    }
  }),
)

function wordsOf(text: string, tokens: readonly TaggedToken[]): ReadWord[] {
  const phrases = mayHavePhrase.test(text)
    ? Array.from(text.matchAll(grammarPhrases), (match) => ({
        start: match.index,
        end: match.index + match[0].length,
      }))
    : []
  const read: ReadWord[] = []
  let sentence = 0
  for (const token of tokens) {
    if (token.tag === 'PUNCT' || token.tag === 'SYM') {
      if (/[.!?]$/.test(token.text)) sentence++
      continue
    }
    for (const word of wordsOfToken(token.text)) {
      const { lower } = word
      const start = token.start + word.at
      const end = start + word.text.length
      const tag = word.whole || word.capital ? token.tag : 'ADJ'
      const inPhrase = phrases.some((phrase) => phrase.start <= start && end <= phrase.end)
      read.push({
        text: word.text,
        start,
        end,
        lower,
        tag,
        kind: inPhrase
          ? 'grammar'
          : word.telling
            ? 'telling'
            : word.grammar || grammarTags.has(tag)
              ? 'grammar'
              : 'content',
        sentence,
        attributes:
          word.attributing &&
          (!attributingBeforeThat.has(lower) || /^(?:,[^,]*,)? that\b/iu.test(text.slice(end))),
        // "Claim the money", "a claim to it": no telling.
        speaks:
          word.speaking &&
          !(lower.startsWith('claim') && /^ (?:the|a|an|its|his|her|their|to)\b/iu.test(text.slice(end))),
        negated: false,
      })
    }
  }
  return read
}
