// What a rule may ask of a text word by word: a language reads the text, rules compare two readings. Rules know no word of any language.

import type { Span } from './span.ts'

export type PartOfSpeech = 'noun' | 'verb' | 'adjective' | 'adverb'

/** How two words are near: forms of one word, of one root, of one meaning, or one step apart (broader, narrower, similar, entailed, caused). */
export type Nearness = 'same' | 'derived' | 'synonym' | 'near'

/** A word of a text with what the language knows of it there. */
export interface ReadWord extends Span {
  /** Lower-case, without a possessive ending. */
  lower: string
  /** A tag of Universal Dependencies, https://universaldependencies.org/u/pos/. */
  tag: string
  /**
   * content: it says something of the world, and a passage must say so too. telling: one of the words in which any statement speaks of a
   * text ("says", "report", "undated"). grammar: it says nothing by itself ("the", "of", "has").
   */
  kind: 'content' | 'telling' | 'grammar'
  /** Counts sentences of the text from 0. */
  sentence: number
}

/** Reads texts of one language. Keeps what it read, so that a passage of many facts is read once; use one for all texts. */
export interface Reader {
  read(text: string): readonly ReadWord[]
  /** How two words are near, in any form; undefined where they are not. */
  nearness(one: string, other: string): Nearness | undefined
  /** Whether two words say the opposite ("rise", "fall"). */
  opposite(one: string, other: string): boolean
}
