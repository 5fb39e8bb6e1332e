import type { Peers } from './peers.ts'
import type { Row } from './table.ts'

/** What a part is measured with. */
export interface Bench {
  peers: Peers
  /** Fewer and smaller runs: whether everything works, not how fast. */
  quick: boolean
  /** A folder that this part may fill. */
  folder: string
  /** Says what is being measured. */
  say(what: string): void
}

/** One group of figures. */
export type Part = (bench: Bench) => Promise<Row[]>

/** Figures on how well checks judge. They need no other program, and are the same on every machine. */
export type Judgement = (say: (what: string) => void) => Promise<Row[]>
