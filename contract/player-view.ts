// What the quiz player knows of a bank: less than the views hold, since every byte of it lies in every page.

import type { Gloss } from './background-view.ts'
import type { FactView } from './fact-view.ts'
import type { BankView, QuestionView } from './question-view.ts'

/** Absent texts are empty. */
export interface PlayerFact {
  statement: string
  status: FactView['status']
  statusLabel: string
  attribution: string
  /** Title of the article; citation and place in it. */
  evidence: { title: string; place: string }[]
  /** Other accounts, and what a careful reader makes of them. */
  disagreements: { statement: string; citation: string; reading: string }[]
  note: string
  /** The telling words of its passage, quoted. */
  telling: string
  /** Where more of it is: its place among all facts, its passage. Only some pages have such links. */
  links: { href: string; text: string }[]
}

/** Its type adds what it consists of, in the author's order. */
export type PlayerQuestion = Pick<QuestionView, 'id' | 'stem' | 'kind' | 'objective'> & {
  /** The start of the content hash: changes are to be noticed, not forgeries. */
  hash: string
  /** Empty where there is none. */
  hint: string
  facts: PlayerFact[]
  /** Words of background beside it. */
  glosses: Omit<Gloss, 'id'>[]
}

export type PlayerBank = Pick<
  BankView,
  'id' | 'title' | 'summary' | 'minutes' | 'language' | 'unit' | 'objectives'
> & {
  questions: PlayerQuestion[]
}
