// A question in neutral words, for formats that have their own idea of one: what is asked, what may be
// answered, what is right and why.

/** Common to all forms. */
interface Described {
  prompt: string
  /** What to say whatever was answered; empty where every choice has its own feedback. */
  feedback: string
  /** The right answer in words. */
  key: string
}

/** One or several of some choices, in the order in which they are shown. */
interface DescribedChoice extends Described {
  form: 'choice'
  many: boolean
  /** `name` stays with a choice whatever the order. */
  choices: { name: string; text: string; right: boolean; feedback: string; pin?: 'first' | 'last' }[]
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

/** Words to write; right is each of `accepted`. Also what a type says that no other form fits. */
interface DescribedText extends Described {
  form: 'text'
  accepted: string[]
}

/** What an export may ask of a question of any type. */
export type Description = DescribedChoice | DescribedNumber | DescribedText
