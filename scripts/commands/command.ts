import type { Options, Values } from '../diagnostics/options.ts'
import type { ExitName, Io } from './io.ts'

/** Words that stand after the name of a command. */
interface Words {
  /** As the help shows them: `[DECK]`. */
  placeholder: string
  /** What one of them is, for messages: "deck". */
  noun: string
  /** How many there may be; without `least`, none is fine. */
  least?: number
  most: number
}

/** What a call asked for: the words after the command and the values of its options. */
export type Given<O extends Options> = Values<O> & { readonly words: readonly string[] }

/** A command declares all that a call of it may hold; parsing and the help follow from that. */
export interface Command<O extends Options = Options> {
  name: string
  /** One line of the help: what one gets by it. */
  does: string
  /** Absent: no words are taken. */
  words?: Words
  options: O
  /** How it may end, besides with wrong usage. */
  exits: readonly Exclude<ExitName, 'usage'>[]
  /** Resolves to the exit code. Throws what `explain` has words for. */
  run(given: Given<O>, io: Io): Promise<number>
}

/** A command as the table holds it; `run` is checked against the options that stand beside it. */
export function command<const O extends Options>(declared: Command<O>): Command {
  return declared as unknown as Command
}
