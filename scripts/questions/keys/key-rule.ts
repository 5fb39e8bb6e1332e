import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FactBase } from '../../facts/fact-base.ts'
import type { Place } from '../../source/json-document.ts'
import type { Asked, AskedOption, Fitted } from './asked.ts'
import type { KeyWords } from '../../languages/language.ts'

/**
 * One rule over the keys of a question: a key that the facts speak against where another option has them on
 * its side. Pure.
 */
export type KeyRule = (asked: Fitted, place: Place, base: FactBase, words: KeyWords) => Diagnostic[]

/** What an author can do about a wrong key. */
export const whatToDo = (better: string): string =>
  `mark "${better}" as correct, or word the stem so that it asks for what the key says`

/** A value for each option, the keys apart from the distractors; options without a value are left out. */
export function apart<T>(
  { options }: Asked,
  values: readonly (T | undefined)[],
): { keys: { option: AskedOption; value: T }[]; distractors: { option: AskedOption; value: T }[] } {
  const found = options.flatMap((option, index) => {
    const value = values[index]
    return value === undefined ? [] : [{ option, value }]
  })
  return {
    keys: found.filter(({ option }) => option.choice.right),
    distractors: found.filter(({ option }) => !option.choice.right),
  }
}
