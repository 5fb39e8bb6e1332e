import type { Language } from './language.ts'

/** What rules need, and what is not looked at without it. */
const needs: readonly (readonly [has: (language: Language) => boolean, what: string])[] = [
  [(language) => language.boundWords !== undefined, 'figures, months and bounds in words'],
  [
    (language) => language.names === 'capitals',
    'names of people, bodies and places that the fact base does not record',
  ],
  [(language) => language.hedges !== undefined, 'hedges that a statement drops'],
  [(language) => language.openReader !== undefined, 'the words of a statement one by one'],
  [(language) => language.negation !== undefined, 'negations put in or left out'],
  [(language) => language.examples !== undefined, 'examples told as the whole list'],
  [(language) => language.assuring !== undefined, 'verbs that vouch for what is said'],
  [
    (language) => language.contentWords !== undefined,
    'whether a key shares words with its facts or with its stem',
  ],
  [(language) => language.items !== undefined, 'wording that gives the key of a question away'],
]

/** What the rules cannot look at for want of words of a language. Nothing for English. */
export function notLookedAt(language: Language): string[] {
  return needs.flatMap(([has, what]) => (has(language) ? [] : [what]))
}

/** The English name of a language (BCP 47): "Polish". */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
}
