import type { AddedFont } from './added-font.ts'
import type { Gloss } from './background-view.ts'
import type { FactView } from './fact-view.ts'
import type { MarkedTexts } from './marked-text.ts'

/** A question as outputs show it: texts resolved. Its type (question-types/) adds what it consists of. */
export interface QuestionView {
  id: string
  /**
   * First 16 hexadecimal digits of the SHA-256 of all that a learner sees; a changed question has another
   * one.
   */
  hash: string
  stem: string
  /** Its type: an entry of question-types/types.ts. */
  kind: string
  level: 'recall' | 'understand' | 'apply' | 'evaluate'
  objective: string
  hint?: string
  facts: FactView[]
  /** Marked as hard. */
  hard?: true
  asks?: 'voice' | 'subject' | 'reasoning'
  /** Ids of the words of background that stand in it, in the order of the background. */
  glosses?: string[]
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
  /** The words of background that stand in its questions, each once. */
  glosses?: Gloss[]
  /** What stands behind texts that hold more than letters, of the whole unit; absent where none does. */
  marked?: MarkedTexts
  /** Families for letters of the unit that the usual fonts lack; absent where there are none. */
  fonts?: readonly AddedFont[]
  questions: QuestionView[]
}
