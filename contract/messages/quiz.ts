// The shape of an interface language: that of the English file. A language that lacks a text or has one too many does not compile.

import type { PluralMessage } from './wording.ts'
import type en from './en/quiz.json'
import type uk from './uk/quiz.json'

type Worded<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends { other: string } ? PluralMessage : Worded<T[K]>
}

/** `page`: texts of the page itself. `player`: texts of the player. `direction`: of the script, for `dir`. */
export type QuizWords = Worded<typeof en>
export type PlayerWords = QuizWords['player']

type Keys<T> = {
  [K in keyof T]: T[K] extends { other: string } ? true : T[K] extends object ? Keys<T[K]> : true
}
type Same<A, B> = [A, B] extends [B, A] ? true : never

/**
 * Fails to compile where a language does not have exactly the texts of English.
 * @public nobody reads it, the compiler does
 */
export const complete: { uk: Same<Keys<typeof uk>, Keys<typeof en>> } = { uk: true }
