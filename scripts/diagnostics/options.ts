// What may be asked for in a call, as plain data: a command and an output declare their options, and parsing,
// the help and "did you mean" follow from that.

/** Yes or no: `--no-open`. Every option is off until somebody names it. */
interface Flag {
  kind: 'flag'
  does: string
}

/** Any text, such as a folder or an id. */
interface Text<Default extends string | undefined = string | undefined> {
  kind: 'text'
  placeholder: string
  does: string
  default: Default
}

/** One of a few words: `--paper a4|letter`. */
interface Choice<Word extends string = string> {
  kind: 'choice'
  of: readonly Word[]
  does: string
  default: Word
}

/**
 * Some of a few names, joined by commas: `--only decks,quizzes`. Nothing given is no list, not an empty one.
 */
export interface Choices {
  kind: 'choices'
  placeholder: string
  /** What one of them is, for messages: "output". */
  noun: string
  of: readonly string[]
  does: string
}

/** A whole number within bounds. */
interface Whole {
  kind: 'whole'
  placeholder: string
  from: number
  to: number
  does: string
  default: number
}

export type Option = Flag | Text | Choice | Choices | Whole

/** Options by their name in code: `noOpen` is `--no-open` in a call. */
export type Options = Readonly<Record<string, Option>>

type Value<O extends Option> = O extends Flag
  ? boolean
  : O extends Text<infer Default>
    ? string | Default
    : O extends Choice<infer Word>
      ? Word
      : O extends Choices
        ? readonly string[] | undefined
        : number

/** What was asked for, by the same names; what was not named has its default. */
export type Values<O extends Options> = { readonly [Name in keyof O]: Value<O[Name]> }

/** `--no-open` for `noOpen`. */
export function optionName(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** The values of options of which none was named. */
export function defaultsOf<O extends Options>(options: O): Values<O> {
  const values = Object.entries(options).map(([key, option]) => [key, defaultOf(option)])
  return Object.fromEntries(values) as Values<O>
}

function defaultOf(option: Option): Value<Option> {
  if (option.kind === 'flag') return false
  return option.kind === 'choices' ? undefined : option.default
}
