import type { Language } from './language.ts'

interface Ability {
  has: (language: Language) => boolean
  /** What is compared with the articles thanks to it. */
  compares?: string
  /** What is not looked at without it. */
  misses: string
}

const abilities: readonly Ability[] = [
  {
    has: ({ boundWords }) => boundWords !== undefined,
    compares: 'bounds',
    misses: 'figures, months and bounds in words',
  },
  {
    has: ({ unparted }) => unparted !== true,
    misses: 'names and speakers, since words stand without blanks',
  },
  {
    has: ({ names }) => names === 'capitals',
    misses: 'names of people, bodies and places that the fact base does not record',
  },
  { has: ({ hedges }) => hedges !== undefined, compares: 'hedges', misses: 'hedges that a statement drops' },
  {
    has: ({ negation, openReader }) => negation !== undefined || openReader !== undefined,
    compares: 'negations',
    misses: 'negations put in or left out',
  },
  {
    has: ({ examples }) => examples !== undefined,
    compares: 'open lists',
    misses: 'examples told as the whole list',
  },
  {
    has: ({ openReader }) => openReader !== undefined,
    compares: 'every other word',
    misses: 'the words of statements, and of claims in questions, one by one',
  },
  {
    has: ({ assuring, judging }) => assuring !== undefined && judging !== undefined,
    misses: 'verbs that vouch for what is said, judgements told as documented',
  },
  {
    has: ({ contentWords }) => contentWords !== undefined,
    misses: 'words of a stem that give its key away',
  },
  { has: ({ keys }) => keys !== undefined, misses: 'whether keys are what the facts say' },
  { has: ({ items }) => items !== undefined, misses: 'wording that gives the key of a question away' },
]

/** What of a statement is compared with its passages in a language. */
export function comparedIn(language: Language): string[] {
  return [
    'figures',
    'dates',
    ...(language.unparted ? [] : ['names']),
    'quotations',
    ...(language.unparted ? [] : ['speakers']),
    ...abilities.flatMap(({ has, compares }) => (compares !== undefined && has(language) ? [compares] : [])),
  ]
}

/** What the rules cannot look at for want of words of a language. Nothing for English. */
export function notLookedAt(language: Language): string[] {
  return abilities.flatMap(({ has, misses }) => (has(language) ? [] : [misses]))
}

/** The English name of a language (BCP 47): "Polish". */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
}
