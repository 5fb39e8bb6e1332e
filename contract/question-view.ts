import type { FactView } from './fact-view.ts'

/** An option as templates show it: its text resolved, its letter not yet given. */
export interface OptionView {
  /** Place in the author's order, from 0: names the option in stored answers and seeds. */
  index: number
  text: string
  correct: boolean
  because: string
  /** The short form of the fact of which a distractor is true. */
  trueOf?: { id: string; short: string }
  pin?: 'first' | 'last'
}

export interface QuestionView {
  id: string
  /** First 16 hexadecimal digits of the SHA-256 of all that a learner sees; a changed question has another one. */
  hash: string
  stem: string
  kind: 'single' | 'multiple'
  level: 'recall' | 'understand' | 'apply' | 'evaluate'
  objective: string
  hint?: string
  /** In the order of the seeded shuffle (seed: the question id), pinned options in place. */
  options: OptionView[]
  facts: FactView[]
}

export interface BankView {
  id: string
  title: string
  summary: string
  deck?: string
  minutes: number
  language: string
  unit: string
  objectives: { id: string; text: string }[]
  questions: QuestionView[]
}
