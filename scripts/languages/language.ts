// What a rule may ask of the language of a unit. Everything that depends on a language (how figures are
// written, which words hedge, negate or bound, which words of a question give it away) stands in one module a
// language and is reached through this interface only. A rule that needs a member which a language lacks does
// not run; `check` says so (see abilities.ts).

import type { ClaimWords } from './claim-words.ts'
import type { Operator, Reader } from './reading.ts'
import type { Span } from './span.ts'

export type { Span }

export type Bound = 'atLeast' | 'moreThan' | 'upTo' | 'lessThan' | 'almost' | 'about'

export interface Figure extends Span {
  kind: 'figure'
  /** Every number that the words may mean: a "quarter of a century" is 0.25 and 25. */
  values: readonly number[]
  /** The hedge that stands before (or right after) the figure, by its class. */
  bound?: Bound
  /** The words of that hedge. */
  hedge?: Span
  /** "one", "first", "half": too common to be asked for, good enough to answer. */
  weak: boolean
}

export interface DateToken extends Span {
  kind: 'date'
  day?: number
  /** 1 to 12. */
  month?: number
  year?: number
  /** Seasons and weekdays by one name each, the same for all their spellings and forms. */
  name?: string
}

export interface Name extends Span {
  kind: 'name'
  /** Opens a sentence: a capital letter there says nothing. */
  first: boolean
}

/** What of a text can be checked word for word, in its order. */
export interface Tokens {
  figures: Figure[]
  dates: DateToken[]
  names: Name[]
}

/**
 * hearsay: somebody says so ("reportedly"). possibility: it may be so ("could"). likelihood: somebody holds
 * it for true or worked it out ("believed", "estimated").
 */
export type HedgeClass = 'hearsay' | 'possibility' | 'likelihood'

export interface Hedge extends Span {
  class: HedgeClass
}

/** Words that say how sure something is. */
export interface Hedges {
  /** The hedges of a text, in its order. */
  read(text: string): Hedge[]
  /** Whether some word of a text leaves as much open as a hedge of that class does. */
  carries(text: string, kind: HedgeClass): boolean
  /** Whether a text says in words that somebody says so: "reportedly" alone does not. */
  attributes(text: string): boolean
  /** Two words of each class that a message offers to an author. */
  offered: Readonly<Record<HedgeClass, readonly [string, string]>>
}

/** Words by which an article names somebody as one of many: "states like Norway". */
export interface Examples {
  /** What in a text keeps a list open. */
  open: RegExp
  /** The opening word, group 1 or 2, in the text that ends where a name begins. */
  before: RegExp
  /** What may stand between two names of one list. */
  between: RegExp
  /** What follows a name of which more is said than that it is an example. */
  ownClause: RegExp
}

/** Words by which a question or an option goes wrong. */
interface ItemForm {
  /** A gap to be filled in. */
  blank: RegExp
  /** A stem, or the last sentence of one, that asks nothing by itself. */
  unfocused: RegExp
  /** Stems that offer one word or another ("good/bad"), or put a question mark to a statement. */
  unclear: readonly RegExp[]
  /** An option that says that there is nothing to ask: "There is no difference". */
  deniesStem: RegExp
  /** A stem that asks whether something is true or false. */
  asksVerdict: RegExp
  /** Statements or items that a stem numbers. */
  numbered: RegExp
  /** "Which two": its first group says how many. */
  count: RegExp
  counts: Readonly<Record<string, number>>
  /** An option that is nothing but true or false, yes or no. */
  verdict: RegExp
  /** An option that speaks of the others: "None", "A and B". */
  bare: RegExp
  /** An option made of labels of statements in the stem: "I and III only", "1. red 2. green". */
  labels: RegExp
  /** What stands between the parts of an option that is a list. */
  parts: RegExp
  /** A stem that ends in an article which fits some options only. */
  article: RegExp
  /** Whether that article goes before such an option. */
  articleFits(article: string, option: string): boolean
  /** A stem that asks for several things: "What are the causes ...?" */
  plural: RegExp
  /** Whether an option names several. */
  several: RegExp
  /** How options begin that are of one form: "To ...", "By ...", "...ing". */
  openings: readonly RegExp[]
  /** An option that is a sentence. */
  sentence: RegExp
}

export interface ItemWords {
  /** "All of the above" and its kin. */
  above: RegExp
  /** Absolute words, which mark distractors; global. */
  absolute: RegExp
  /** Vague words, which mark keys; global. */
  vague?: RegExp
  /** How stems and options show their form. */
  form?: ItemForm
  /** A negation in a stem that is written in capitals. */
  shoutedNegation: RegExp
  /** What a sentence that asks only supposes, quotes or adds: a negation there asks for nothing. */
  aside: RegExp
  /** Any other negation in the rest of that sentence. */
  quietNegation: RegExp
  /** An option called by its letter or its place. */
  position: RegExp
}

/** Words by which stems, options and the reasons given for them show what they are. */
export interface KeyWords {
  /** Begins a reason that speaks of something else than the option: "That is the year of the theft". */
  points: RegExp
  /** Begins a reason that denies what the option says: "No text says so". */
  denies: RegExp
  /**
   * Follows, in a reason, a word of the option that the reason puts where it belongs: "June is the month of
   * the other attack".
   */
  stands: RegExp
  /** Takes back, in a reason, what the option says: "The number is right, but ..." */
  takesBack: RegExp
  /** Puts what the option says into another place. */
  elsewhere: RegExp
  /** Tells, in a reason, what would be so if the option were right. */
  supposes: RegExp
  /** Leaves open what an option says: "planned", "claims", "may". */
  leavesOpen: RegExp
  /** Vouches for what an option says: "confirmed", "took place". */
  vouches: RegExp
  /** Opens a claim as an inference: "It follows that". */
  infers: RegExp
  /** A stem that asks who speaks. */
  asksSpeaker: RegExp
  /** A stem that asks who passes words on. */
  asksRelay: RegExp
  /** A stem that asks for a place and for nothing else. */
  asksPlace: RegExp
  /** Where a sentence falls into parts that each tell one thing. */
  parts: RegExp
}

export interface ContentWord {
  /** Lower-case, as it stands. */
  word: string
  /** What it shares with its other forms. */
  stem: string
}

export interface Language {
  /** As the unit gives it (BCP 47), "de-CH". */
  tag: string
  readTokens(text: string): Tokens
  /**
   * capitals: a capital letter makes a name. recorded: only what the fact base records as an actor or a place
   * is one, since the language writes other words with capitals too or has none.
   */
  names: 'capitals' | 'recorded'
  /**
   * Its words are not parted by blanks, as in Japanese or Thai: names, which are looked up word by word, are not
   * compared.
   */
  unparted?: true
  /** Whether two names, lower-case, are one: "iceland" and "icelandic". */
  sameName(a: string, b: string): boolean
  /** Whether a capitalised word that opens a sentence may be the forename of the person named next. */
  mayBeForename?(word: string): boolean
  /** The season of a month (1 to 12) north of the tropics, by the name that `readTokens` gives it. */
  seasonOf?(month: number): string | undefined
  /** The words of each bound as they stand before a figure. */
  boundWords?: Readonly<Record<Bound, string>>
  /** Finds where a text counts one of a unit without a figure: "within a mile". */
  oneOf?: (unit: string) => RegExp
  /** The words of a text that carry content. */
  contentWords?(text: string): readonly ContentWord[]
  hedges?: Hedges
  /** A word that says that something is not so. */
  negation?: RegExp
  /** The words of a text that change what it claims, in its order. */
  operators?(text: string): readonly Operator[]
  /**
   * Those of them that say how many, how far, why or in which order; for a language without `operators`.
   */
  scope?(text: string): readonly Operator[]
  examples?: Examples
  /** Verbs that vouch for what they introduce: "reveals", "confirmed". */
  assuring?: RegExp
  /** How its articles show what they claim. */
  claims?: ClaimWords
  /** Words that weigh what they speak of, or foretell: "alarming", "crucial", "will". */
  judging?: RegExp
  items?: ItemWords
  keys?: KeyWords
  /**
   * Opens the reader of its texts, word by word. Slow and large: only where articles are compared.
   * @param dictionary what the language knows of its words, compiled; asked for where the reader needs it.
   */
  openReader?(dictionary: () => Promise<Uint8Array>): Promise<Reader>
}

/** The stems of the words of a text that carry content; none where the language has no stems. */
export function contentStems(text: string, language: Language): Set<string> {
  return new Set(language.contentWords?.(text).map(({ stem }) => stem))
}
