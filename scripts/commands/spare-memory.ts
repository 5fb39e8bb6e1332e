import { setFlagsFromString } from 'node:v8'

/** Of a unit whose pages together weigh some hundred megabytes. */
const manyFacts = 2000

/**
 * Has a large unit checked and built in less memory: V8 otherwise lets three bytes that nobody needs any more lie
 * beside each that is used before it looks for them. Looking more often costs a small unit some hundredths of a
 * second, hence not for all.
 */
export function spareMemory(facts: number): void {
  if (facts > manyFacts) setFlagsFromString('--heap-growing-percent=30')
}
