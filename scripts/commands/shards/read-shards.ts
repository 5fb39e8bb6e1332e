// From the folders that shards made to one record of each, or all that is wrong with them at once.

import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../source/digest.ts'
import { recordFile, recordPath, ShardRecord, type Common } from './shard-record.ts'

/** Folders that cannot be put together. The message lists every reason. */
export class ShardsUnfit extends Error {
  readonly reasons: readonly string[]

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'))
    this.reasons = reasons
  }
}

/** A shard where it lies; `name` is the folder as it was given. */
export interface FoundShard {
  name: string
  folder: string
  record: ShardRecord
}

/**
 * The shards in these folders, one each, all of one build. Throws ShardsUnfit where one is missing, there
 * twice, damaged or of another build.
 */
export async function readShards(
  folders: readonly { name: string; folder: string }[],
): Promise<FoundShard[]> {
  const reasons: string[] = []
  const found: FoundShard[] = []
  for (const { name, folder } of folders) {
    const record = await readRecord(name, folder)
    if (typeof record === 'string') reasons.push(record)
    else found.push({ name, folder, record })
  }
  if (reasons.length === 0) reasons.push(...misfits(found))
  if (reasons.length > 0) throw new ShardsUnfit(reasons)
  return found
}

/** A file of a shard, as its shard made it. Throws ShardsUnfit. */
export async function readShardFile({ name, folder, record }: FoundShard, path: string): Promise<Buffer> {
  const lost = (what: string): ShardsUnfit =>
    new ShardsUnfit([
      `Unexpected ${what} ${name}/${path}, expected it as shard ${record.number}/${record.of} made it; bring the folder over again, whole`,
    ])
  const parts = path.split('/')
  // A link on the way would lead to files that no shard made.
  for (const n of parts.keys()) {
    const kind = await lstat(join(folder, ...parts.slice(0, n + 1))).catch(() => undefined)
    if (!kind) throw lost('lack of')
    if (n === parts.length - 1 ? !kind.isFile() : !kind.isDirectory()) throw lost('link or folder')
  }
  const data = await readFile(join(folder, path))
  if (sha256(data) !== record.digests[path]) throw lost('change of')
  return data
}

const made = 'what factdeck build --shard N/OF --out DIR made'

async function readRecord(name: string, folder: string): Promise<ShardRecord | string> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch {
    return `Unexpected "${name}", expected a folder with ${made}`
  }
  if (names.filter((each) => each !== '.factdeck').length === 0)
    return `Unexpected empty folder "${name}", expected ${made}; if a service carried it here, look whether its job failed`
  const kind = await lstat(recordPath(folder)).catch(() => undefined)
  if (!kind?.isFile()) {
    const below = await firstBelow(folder, names)
    return below === undefined
      ? `Unexpected folder "${name}" without ${recordFile}, expected ${made}`
      : `Unexpected folder "${name}" around shards, expected the shards themselves: factdeck merge ${name}/*`
  }
  try {
    return ShardRecord.parse(JSON.parse(await readFile(recordPath(folder), 'utf8')))
  } catch {
    return `Unexpected contents of ${name}/${recordFile}, expected those that a shard of this version of factdeck wrote; build that shard again`
  }
}

async function firstBelow(folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const kind = await lstat(recordPath(join(folder, name))).catch(() => undefined)
    if (kind?.isFile()) return name
  }
  return undefined
}

/** What two shards of one build have in common, in words. */
const common: readonly [keyof Common, string][] = [
  ['version', 'another version of factdeck'],
  ['form', 'other templates'],
  ['content', 'other content'],
  ['outputs', 'other outputs'],
  ['options', 'other options'],
  ['shown', 'other articles'],
  ['showPassages', 'other options'],
]

function misfits(shards: readonly FoundShard[]): string[] {
  const [first] = shards
  if (!first) return [`Unexpected merge of nothing, expected the folders of all shards`]
  const { of } = first.record
  const reasons: string[] = []
  const byNumber = new Map<number, FoundShard>()
  for (const shard of shards) {
    const { name, record } = shard
    if (record.of !== of) {
      reasons.push(
        `Unexpected shard ${record.number}/${record.of} in "${name}" beside ${first.record.number}/${of} in "${first.name}", expected shards of one build; build all with the same number after the stroke`,
      )
      continue
    }
    const other = byNumber.get(record.number)
    if (other)
      reasons.push(
        `Unexpected shard ${record.number}/${of} in "${name}" and "${other.name}", expected each once; leave one of them out`,
      )
    byNumber.set(record.number, other ?? shard)
    const differs = common.filter(
      ([key]) => JSON.stringify(record[key]) !== JSON.stringify(first.record[key]),
    )
    if (differs.length > 0)
      reasons.push(
        `Unexpected shard in "${name}" made with ${[...new Set(differs.map(([, words]) => words))].join(' and ')} than "${first.name}", expected all of one build; build both again from the same commit with the same options`,
      )
  }
  const missing = Array.from({ length: of }, (_, n) => n + 1).filter((number) => !byNumber.has(number))
  if (missing.length > 0 && shards.every(({ record }) => record.of === of))
    reasons.push(
      `Unexpected lack of ${missing.length === 1 ? 'shard' : 'shards'} ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ' ...' : ''} of ${of}, expected all; add the ${missing.length === 1 ? 'folder' : 'folders'} of factdeck build --shard ${missing[0]}/${of}`,
    )
  return reasons
}
