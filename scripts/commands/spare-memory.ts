import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FactBase } from '../facts/fact-base.ts'

/** Of a unit whose pages together weigh some hundred megabytes. */
const manyFacts = 2000

/** Whether a unit is so large that memory counts more than the time of the next build. */
export function isLarge({ facts }: FactBase): boolean {
  return facts.size > manyFacts
}

let spared = false

/**
 * Has a large unit checked and built in less memory: V8 otherwise lets far more lie about that nobody needs any more
 * than is used before it looks for it. To look more often takes time (bench/results.md), hence not for all.
 */
export function spareMemory(): void {
  if (spared) return
  spared = true
  setFlagsFromString('--heap-growing-percent=30')
  // It counts from the next collection on, which would come late: what was read until now let the heap grow fast.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
