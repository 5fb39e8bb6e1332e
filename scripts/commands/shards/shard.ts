// A build in several pieces, on as many machines: each shard makes its share of the parts, `factdeck merge`
// puts them together. What links the rest (index, page to learn from) is known only then, and is merge's.

import type { Content } from '../../decks/content.ts'
import type { Output } from '../../outputs/output.ts'
import { partsOf, type Part } from '../../outputs/parts.ts'
import type { PartsOf } from '../render-all.ts'
import { UsageError } from '../usage-error.ts'

/** One of `of` builds that together make what one build makes; `number` counts from 1. */
export interface Shard {
  number: number
  of: number
}

/** More machines than anybody has; a slip of the finger is refused. */
export const mostShards = 1000

/** `3/8`. Throws UsageError. */
export function readShard(text: string): Shard {
  const [, number = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  return soundShard({ number: Number(number), of: Number(of) }, text)
}

/** The shard, unless there is none such. Throws UsageError. */
export function soundShard(shard: Shard, given = `${shard.number}/${shard.of}`): Shard {
  const { number, of } = shard
  if (Number.isInteger(number) && Number.isInteger(of) && number >= 1 && number <= of && of <= mostShards)
    return shard
  throw new UsageError(
    `Unexpected --shard "${given}", expected which one of how many, from 1/${of >= 1 && of <= mostShards ? of : 8} to ${of >= 1 && of <= mostShards ? `${of}/${of}` : '8/8'}`,
  )
}

/**
 * The share of a shard. Parts are dealt like cards, so that each output, be it quick or slow, is spread
 * evenly; with more shards than parts some get nothing. The same content and outputs are always dealt alike.
 */
export function partsOfShard(wanted: readonly Output[], content: Content, { number, of }: Shard): PartsOf {
  const own = dealt(wanted, content).filter((_, n) => n % of === number - 1)
  return (output) => own.filter((part) => part.output === output)
}

/** All parts that shards make, in the order of a whole build. */
export function dealt(wanted: readonly Output[], content: Content): Part[] {
  return wanted
    .filter(({ linksOthers = false }) => !linksOthers)
    .flatMap((output) => partsOf(output, content))
}
