import { setFlagsFromString } from 'node:v8'

/** Of a unit whose pages together weigh some hundred megabytes. */
const manyFacts = 2000

/**
 * Has a large unit checked and built in less memory: V8 otherwise lets far more lie about that nobody needs any more
 * than is used before it looks for it. To look more often takes time (bench/results.md), hence not for all.
 */
export function spareMemory(facts: number): void {
  if (facts > manyFacts) setFlagsFromString('--heap-growing-percent=30')
}
