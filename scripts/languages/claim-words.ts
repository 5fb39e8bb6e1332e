// What a language knows of articles: the words by which a claim shows what it is, the words of web pages that
// belong to no article, and how "last week" counts from the day of an article. A language without them has
// its articles read for figures, dates and quotations alone.

export interface ClaimWords {
  /** Somebody says so: "said", "according to". */
  attributes: RegExp
  /** Opens what somebody is cited for: "according to". */
  accordingTo: RegExp
  /** Somebody spoken of before says so: "he said". */
  pronounSpeaks: RegExp
  /** May stand between a name and its verb: "has", "also". */
  helper: RegExp
  /** Through whom words come: "citing", "as reported by". What follows is the one who is passed on. */
  relays: RegExp
  /** Meant, announced, still to come. */
  plans: RegExp
  /** Still to come, planned or not: "will". */
  toCome: RegExp
  /** Said against somebody who has not admitted it. */
  alleges: RegExp
  /** Worked out by somebody. */
  estimates: RegExp
  /** Judgements, fears, expectations, advice. */
  opinions: RegExp
  /** Holds one thing against another: "more than", "twice", "the largest". */
  comparisons: RegExp
  /** A line that is of the page, not of the article: "Share", "Read also", "All rights reserved". */
  furniture: RegExp
  /** A line that says where the article comes from: "Read the original on ...". */
  origin: RegExp
  /** A text that ends with it ends no sentence there: "Dr.", "U.S." */
  abbreviation: RegExp
  /** A text that ends with it names a place next: "in", "near". */
  placing: RegExp
  /** A name with one of these words in it is a body: "Ministry", "Institute". */
  bodies: RegExp
  /** A name with one of these is a company or a medium. */
  companies: RegExp
  media: RegExp
  /** A text that ends with it names a person next: "Mayor", "spokesman". */
  offices: RegExp
  /** A rate that follows a unit: "a year", "per day". */
  rate: RegExp
  /** Joins what is counted to its unit: "bales of wool". */
  of?: RegExp
  /** A text that ends with it: from then on, until then. */
  since: RegExp
  until: RegExp
  /** A text that ends with it puts a day or month into the past or the time to come: "last", "next". */
  last: RegExp
  next: RegExp
  relativeDates: readonly RelativeDate[]
  stems: StemWords
}

/** Words for a time that counts from the day of the article. */
interface RelativeDate {
  /** Group `n` is a number in figures or words, where `offset` is multiplied by it. */
  words: RegExp
  unit: 'day' | 'week' | 'month' | 'year'
  /** How many units from the article's own: -1 is the one before. */
  offset: number
  /** All the time from there to the day of the article: "in the past eight months". */
  until?: 'now'
}

/** Stems of questions, as an author may leave them or mend them. */
export interface StemWords {
  howMuch(about: string, by: string | undefined): string
  who(about: string): string
  when(about: string): string
  done(about: string): string
  fit(about: string): string
  follows(about: string): string
  /** The options of "planned or done". */
  states: Readonly<Record<'done' | 'planned' | 'alleged' | 'estimated' | 'opinion', string>>
  /** The options of "do they fit". */
  fits: Readonly<Record<'differ' | 'agree' | 'unrelated', string>>
  /** First lines of the reasons. */
  trueOf(what: string): string
  key(what: string): string
  isStatus(what: string): string
  notSame(about: string): string
  comparable(about: string): string
}
