import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** What a command may do to the world beside reading and writing files; tests hand in their own. */
export interface Io {
  /** What was asked for: stdout. */
  out(text: string): void
  /** Diagnostics, progress and everything else: stderr. */
  err(text: string): void
  /** Whether stderr is a terminal that a person watches. */
  watched: boolean
  /** Folder that relative paths start from. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** All of standard input, for `pin` in a pipe. */
  input(): Promise<string>
  /** Shows a page in the browser of the person who watches; where that cannot be done, nothing happens. */
  open(address: string): Promise<void>
  /** Has a unit judged in a thread of this program; absent where it cannot start one. `end` stops it, whatever it does. */
  thread?: (asked: Asked) => { answer: Promise<Answer>; end: () => Promise<unknown> }
  /**
   * Resolves when the person or the system asks the program to end (Ctrl-C). Until somebody waits for that it ends at
   * once, as any program does.
   */
  stopped(): Promise<void>
}

/** Which unit a thread is asked to judge, and how it is read. Paths are absolute. */
export interface Asked {
  content: string
  articles: string | undefined
  dataOnly?: boolean
  followLinks?: boolean
}

/** What a thread found. */
export interface Answer {
  /** A digest of all texts that it read. */
  texts: string
  found: Diagnostic[]
}

/** Exit codes: what a caller can act on. */
export const exit = { fine: 0, content: 1, usage: 2, missing: 3 } as const

export type ExitName = keyof typeof exit

/** What the help says of each. */
export const exitMeans: Readonly<Record<ExitName, string>> = {
  fine: 'fine',
  content: 'the content has errors',
  usage: 'wrong usage',
  missing: 'a needed program is missing',
}
