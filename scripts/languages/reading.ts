// What a rule may ask of a text word by word: a language reads the text, rules compare two readings. Rules
// know no word of any language.

import type { Span } from './span.ts'

export type PartOfSpeech = 'noun' | 'verb' | 'adjective' | 'adverb'

/**
 * How two words are near: forms of one word, of one root, of one meaning, one step apart (broader, narrower,
 * similar, entailed, caused), the two ends of one deed ("send", "receive"), or farther apart than that.
 */
export type Nearness = 'same' | 'derived' | 'synonym' | 'near' | 'converse' | 'akin'

/**
 * What a text says of whether something is so: `planned` (meant, announced, still to come), `possible` (it
 * may be so), `required` (it must or should be so). A word without a mood is told as so.
 */
export type Mood = 'planned' | 'possible' | 'required'

/** A word of a text with what the language knows of it there. */
export interface ReadWord extends Span {
  /** Lower-case, without a possessive ending. */
  lower: string
  /** A tag of Universal Dependencies, https://universaldependencies.org/u/pos/. */
  tag: string
  /**
   * content: it says something of the world, and a passage must say so too. telling: one of the words in
   * which any statement speaks of a text ("says", "report", "undated"). grammar: it says nothing by itself
   * ("the", "of", "has").
   */
  kind: 'content' | 'telling' | 'grammar'
  /** It says that somebody says so: "says", "according", "report", "commentary". */
  attributes: boolean
  /** A verb whose doer is a speaker: "says", "writes". */
  speaks: boolean
  /** Counts sentences of the text from 0. */
  sentence: number
  /** A negation governs it: "sent" in "has not sent", "oil" in "no oil". */
  negated: boolean
  mood?: Mood
}

/**
 * Words that change what a sentence claims, by what they do.
 * - negation: "not", "neither"; refusal: words that deny by their meaning ("lack", "without", "unknown")
 * - all, most, many, few, some, only: how many or how much
 * - limit: words that say of a thing that it is not so in all ways ("mainly", "partly", "in public")
 * - first: one of a row ("first", "last"); superlative: "largest"
 * - cause: "because", "led to"; before, during, after, since, until: the order of two things; condition: "if"
 */
export type OperatorClass =
  | 'negation'
  | 'refusal'
  | 'all'
  | 'most'
  | 'many'
  | 'few'
  | 'some'
  | 'only'
  | 'limit'
  | 'first'
  | 'superlative'
  | 'cause'
  | 'before'
  | 'during'
  | 'after'
  | 'since'
  | 'until'
  | 'condition'

export interface Operator extends Span {
  class: OperatorClass
  /**
   * The word does this and nothing else. One that is not sure is enough in a passage, and claims nothing in a
   * statement.
   */
  sure: boolean
}

/** Somebody or something that a text names: where, and by which ids. */
export interface Mention {
  ids: readonly string[]
  start: number
  end: number
}

/** Who does what in a text, as far as its grammar shows it. */
export interface Relations {
  /** Who does what a verb says: "Iceland" and "sent" in "Iceland sent herring" and in "sent by Iceland". */
  doers: readonly Relation[]
  /** Whose thing does it: "Iceland", "boats" and "sent" in "Icelandic boats sent". */
  deputies: readonly Deputy[]
  /** To whom it is done: "Norway" and "fined" in "fined Norway". */
  patients: readonly Relation[]
  /** Whose something is: "Iceland" and "herring" in "Iceland’s herring" and "Icelandic herring". */
  owners: readonly Relation[]
  /** Of whom something is, which may be its owner or not: "Iceland" and "visit" in "a visit of Iceland". */
  genitives: readonly Relation[]
  /** In or at whose place something is: "Iceland" and "herring" in "herring in Iceland". */
  places: readonly Relation[]
  /** From where something comes: "Iceland" and "herring" in "herring from Iceland" ... */
  sources: readonly Relation[]
  /** ... and where it goes: "Norway" and "herring" in "herring to Norway". */
  targets: readonly Relation[]
  /** From whom something goes ... */
  origins: readonly Mention[]
  /** ... and to whom. */
  goals: readonly Mention[]
  /** Where each stands in its sentence. */
  slots: readonly Slot[]
  /** Through whom words come: Iceland in "told Iceland" and in "citing Iceland". */
  relays: readonly Mention[]
  /**
   * The nouns that tell: "images" in "images show that", "fear" in "the fear that". Without a name, they are
   * who says so.
   */
  tellers: readonly ReadWord[]
}

export interface Relation {
  mention: Mention
  /** The verb or noun. */
  word: ReadWord
}

/**
 * A mention and what it is in its sentence: "subject" (also "by" somebody), "object" (also of a passive), "of" (also
 * an owner), or the preposition before it.
 */
export interface Slot {
  mention: Mention
  slot: string
}

/** Somebody's thing that does something. */
export interface Deputy extends Relation {
  /** The thing. */
  head: ReadWord
}

/**
 * Reads texts of one language. Keeps what it read, so that a passage of many facts is read once; use one for
 * all texts.
 */
export interface Reader {
  read(text: string): readonly ReadWord[]
  /** Whether a word written with a capital is a name, be it the first of its sentence. */
  isName(word: ReadWord): boolean
  /** Whether one word counts persons of any kind and the other is one for persons: "people", "passengers". */
  countsPeople(one: string, other: string): boolean
  /** Whether a word, lower-case, says nothing by itself wherever it stands. */
  isGrammar(lower: string): boolean
  /** Whether `isName` may hold of a word, lower-case, in some text: asked before the text is read. */
  mayBeName(lower: string): boolean
  /** The words of a text that change what it claims, in its order. */
  operators(text: string): readonly Operator[]
  /** Who does what, of those who are mentioned. */
  relations(text: string, mentions: readonly Mention[]): Relations
  /**
   * How two words are near, in any form; undefined where they are not. A first word that vouches ("proved")
   * is near to nothing but itself.
   */
  nearness(one: string, other: string): Exclude<Nearness, 'akin'> | undefined
  /** Whether two words that are not near are so at more than one step ("shopkeeper", "shop"). */
  akin(one: string, other: string): boolean
  /**
   * The terms of several words in a text that have a meaning of their own ("ruled out"), each with the name by which
   * `nearness` knows it.
   */
  phrases(text: string): readonly { lower: string; start: number; end: number }[]
  /** Whether two words say the opposite ("rise", "fall"). */
  opposite(one: string, other: string): boolean
}
