import type { Language } from './language.ts'

/** What the rules cannot look at for want of words of a language, worded as "... was not looked at". Nothing for English. */
export function notLookedAt(language: Language): string[] {
  const lacking = (lacks: boolean, what: string): string[] => (lacks ? [what] : [])
  return [
    ...lacking(!language.boundWords, 'figures, months and bounds in words'),
    ...lacking(
      language.names === 'recorded',
      'names of people, bodies and places that the fact base does not record',
    ),
    ...lacking(!language.hedges, 'hedges that a statement drops, and who is said to say so'),
    ...lacking(!language.openReader, 'the words of a statement one by one'),
    ...lacking(!language.negation, 'negations put in or left out'),
    ...lacking(!language.examples, 'examples told as the whole list'),
    ...lacking(!language.assuring, 'verbs that vouch for what is said'),
    ...lacking(!language.contentWords, 'whether a key shares words with its facts or with its stem'),
    ...lacking(!language.items, 'wording that gives the key of a question away'),
  ]
}

/** The English name of a language (BCP 47): "Polish". */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
}
