/** The words after the command, and the options as given. */
export interface Arguments {
  words: string[]
  content: string
  out: string
  articles?: string
  /** Names of outputs that a build makes; absent: all. */
  only?: string[]
  pdf: boolean
  handouts: boolean
  studentCopies: boolean
  perClick: boolean
  paper: 'a4' | 'letter'
  source?: string
  fact?: string
  port: number
  /** Whether `present` may open the deck in a browser. */
  open: boolean
  verify: boolean
}
