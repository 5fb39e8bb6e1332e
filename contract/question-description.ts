// A question in neutral words, for formats that have their own idea of one: what is asked, what may be
// answered, what is right and why.

/** Common to all forms. */
interface Described {
  prompt: string
  /** What to say whatever was answered; empty where every part has its own feedback. */
  feedback: string
  /** The right answer in words. */
  key: string
}

/** One of several answers to pick from; `name` stays with it whatever the order. */
interface DescribedOption {
  name: string
  text: string
  right: boolean
  feedback: string
  pin?: 'first' | 'last'
}

/** One or several of some choices, in the order in which they are shown. */
interface DescribedChoice extends Described {
  form: 'choice'
  many: boolean
  choices: DescribedOption[]
}

/** A claim to call true or false, then the reason to pick, one of `reasons`; both have to be right. */
interface DescribedVerdict extends Described {
  form: 'verdict'
  right: boolean
  /** What the two verdicts are called. */
  words: { true: string; false: string }
  reasons: DescribedOption[]
}

/** A figure to write; right from `low` to `high`, both included. */
interface DescribedNumber extends Described {
  form: 'number'
  value: number
  low: number
  high: number
  unit: string
  /** Wrong figures that are worth a word of their own. */
  mistakes: { low: number; high: number; feedback: string }[]
}

/** Things to put into order; here they are in the right one, never shown like that before the answer. */
interface DescribedOrder extends Described {
  form: 'order'
  items: { name: string; text: string; feedback: string }[]
}

/** For each `left` the `right` that belongs to it has to be found; two may share one. */
interface DescribedMatch extends Described {
  form: 'match'
  pairs: { name: string; left: string; right: string; feedback: string }[]
  /** More to choose from, which belong to none. */
  spare: { text: string; feedback: string }[]
}

/** Words to write; right is each of `accepted`. Also what a type says that no other form fits. */
interface DescribedText extends Described {
  form: 'text'
  accepted: string[]
  /** Wrong answers that are worth a word of their own. */
  mistakes?: { texts: string[]; feedback: string }[]
}

/** A text with gaps, in reading order: a string as it stands, an object for a gap to fill in. */
interface DescribedCloze extends Described {
  form: 'cloze'
  text: (string | { name: string; accepted: string[]; feedback: string })[]
}

/** What an export may ask of a question of any type. */
export type Description =
  | DescribedChoice
  | DescribedVerdict
  | DescribedNumber
  | DescribedOrder
  | DescribedMatch
  | DescribedText
  | DescribedCloze

/**
 * Verdict and reason as one choice, for formats that have no second step: every verdict with every reason, of
 * which one is right. Names are "true/0", "false/0" ...
 */
export function asOneChoice({ words, right, reasons, ...rest }: DescribedVerdict): DescribedChoice {
  return {
    ...rest,
    form: 'choice',
    many: false,
    choices: [true, false].flatMap((verdict) =>
      reasons.map((reason) => ({
        ...reason,
        name: `${verdict}/${reason.name}`,
        text: `${verdict ? words.true : words.false}: ${reason.text}`,
        right: verdict === right && reason.right,
      })),
    ),
  }
}

/** What may be matched with each `left`: every `right` once, then what belongs to none. */
export function matchable({ pairs, spare }: DescribedMatch): string[] {
  return [...new Set([...pairs.map(({ right }) => right), ...spare.map(({ text }) => text)])]
}
