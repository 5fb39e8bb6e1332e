/** A question as an independent reader finds it in a package. What the format does not tell is absent. */
export interface ReadQuestion {
  /** From which its uid can be told. */
  id?: string
  stem: string
  /** The choices, in the order of the package; `stays` where the system is told whether to move it. */
  options?: { text: string; right: boolean; feedback?: string; stays?: boolean }[]
  range?: { low: number; high: number }
  /** In the right order. */
  items?: string[]
  pairs?: [left: string, right: string][]
  accepted?: string[]
  /** Of each gap. */
  gaps?: string[][]
  hint?: string
  tags?: string[]
  /** All texts that belong to the question, as a reader shows them. */
  texts: string[]
}
