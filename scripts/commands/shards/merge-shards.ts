// Shards put together to what one build makes: their files are read, what links them is made.

import type { Content } from '../../decks/content.ts'
import type { Options, Values } from '../../diagnostics/options.ts'
import type { Output } from '../../outputs/output.ts'
import { partsOf, type MadeFile, type Part } from '../../outputs/parts.ts'
import { outputs } from '../../outputs/table.ts'
import { withRender } from '../../render/open-render.ts'
import { judgeFor, makeInto, type Into, type Judged } from '../make-unit.ts'
import type { Loaded } from '../load-content.ts'
import type { PartsOf, Rendered } from '../render-all.ts'
import { shownOfArticles } from '../shown-of-articles.ts'
import { readShardFile, ShardsUnfit, type FoundShard } from './read-shards.ts'
import { commonOf, keyOf, partKey, type Common } from './shard-record.ts'
import { dealt } from './shard.ts'

export interface Merging extends Pick<Into, 'out' | 'around' | 'writing'> {
  env: Readonly<Record<string, string | undefined>>
  /** Folder of the article texts, where the shards were built with one. */
  articles: string | undefined
  /** Outputs beside those of factdeck, as the shards had them. */
  own?: readonly Output[]
}

export interface Merged extends Judged, Rendered {
  written: readonly MadeFile[]
  /** Outputs that no shard could make, for want of a browser. */
  unmade: readonly Output[]
}

/** Writes what one build of this content would have written. Throws ShardsUnfit, and what `makeInto` throws. */
export async function mergeShards(
  shards: readonly FoundShard[],
  loaded: Loaded,
  { articles, env, own = [], ...into }: Merging,
): Promise<Merged> {
  const { options, showPassages, outputs: names } = shards[0]!.record
  const known = [...outputs, ...own]
  const strange = names.filter((name) => !known.some((output) => output.name === name))
  if (strange.length > 0)
    throw new ShardsUnfit([
      `Unexpected shards with outputs of their own (${strange.join(', ')}), expected those of factdeck; give them to merge as well`,
    ])
  const wanted = known.filter(({ name }) => names.includes(name))
  const { content, diagnostics } = judgeFor(wanted, loaded)
  if (!content) return { diagnostics, files: [], failures: [], written: [], unmade: [] }
  const given = options as Values<Options>
  const shown = await shownOfArticles(wanted, loaded.base, articles, showPassages)
  refuseOther(shards[0]!, commonOf(wanted, content, given, shown, showPassages), articles)
  const { unmade, files } = sharesOf(shards, wanted, content)
  const made = await withRender(env, (render) =>
    makeInto(
      wanted.filter((output) => !unmade.includes(output)),
      content,
      { ...into, ...shown, render, given, parts: partsFrom(files) },
    ),
  )
  return { ...made, content, diagnostics, unmade }
}

/** What is different here than where the shards were built. */
function refuseOther({ record }: FoundShard, here: Common, articles: string | undefined): void {
  const reasons: string[] = []
  if (record.version !== here.version)
    reasons.push(
      `Unexpected shards made by factdeck ${record.version}, expected ${here.version}, which is here; merge with the version that built them`,
    )
  else if (record.form !== here.form)
    reasons.push(
      'Unexpected shards made with other templates, expected those that are here; merge in the same commit',
    )
  if (record.content !== here.content)
    reasons.push(
      'Unexpected shards made of other content, expected that of --content DIR; merge in the same commit, or build the shards again',
    )
  if (record.shown !== here.shown)
    reasons.push(
      articles === undefined
        ? 'Unexpected merge without --articles DIR, expected the articles that the shards were built with'
        : record.shown === undefined
          ? 'Unexpected --articles, expected none: the shards were built without'
          : 'Unexpected articles in --articles, expected those that the shards were built with',
    )
  if (reasons.length > 0) throw new ShardsUnfit(reasons)
}

type Share = { shard: FoundShard; files: FoundShard['record']['parts'][0]['files'] }

/**
 * Who made each part. A part that nobody has, although all shards are there, was left out for want of a
 * browser; half an output is none.
 */
function sharesOf(
  shards: readonly FoundShard[],
  wanted: readonly Output[],
  content: Content,
): { unmade: Output[]; files: Map<string, Share> } {
  const files = new Map<string, Share>()
  for (const shard of shards)
    for (const part of shard.record.parts)
      files.set(partKey(part.output, part.id), { shard, files: part.files })
  const lacking = dealt(wanted, content).filter((part) => !files.has(keyOf(part)))
  const unmade = [...new Set(lacking.map(({ output }) => output))]
  const reasons = unmade.flatMap((output) => {
    const without = shards.filter(({ record }) => record.unmade.includes(output.name))
    const withIt = shards.filter(({ record }) => record.parts.some((part) => part.output === output.name))
    if (without.length > 0 && withIt.length === 0) return []
    const names = without.map(({ name }) => `"${name}"`).join(', ')
    return without.length > 0
      ? `Unexpected lack of ${output.makes} in ${names}, whose machines had no browser, expected them in every shard or in none; install one there (or add --no-pdf everywhere) and build again`
      : `Unexpected lack of some ${output.makes}, expected the shards to have all of them; build them again`
  })
  if (reasons.length > 0) throw new ShardsUnfit(reasons)
  return { unmade, files }
}

/** Parts whose files are there already; those that link the others are made. */
function partsFrom(shares: ReadonlyMap<string, Share>): PartsOf {
  // What several parts share, such as the pictures of all decks, is read once, and nothing else is held.
  const times = new Map<string, number>()
  for (const { files } of shares.values())
    for (const { path } of files) times.set(path, (times.get(path) ?? 0) + 1)
  const isCommon = (path: string): boolean => times.get(path)! > 1
  const known = new Map<string, Promise<Buffer>>()
  const dataOf = (shard: FoundShard, path: string): Promise<Buffer> => {
    const key = `${path} ${shard.record.digests[path]}`
    const data = known.get(key) ?? readShardFile(shard, path)
    if (isCommon(path)) known.set(key, data)
    return data
  }
  const read = (part: Part): Part => {
    const readFiles = async (wanted: (path: string) => boolean): Promise<MadeFile[]> => {
      const { shard, files } = shares.get(keyOf(part))!
      return Promise.all(
        files
          .filter(({ path }) => wanted(path))
          .map(async ({ path, kind, version }) => ({
            path,
            data: await dataOf(shard, path),
            kind: kind === undefined ? undefined : part.output.files[kind],
            version,
            of: part.of,
          })),
      )
    }
    return {
      ...part,
      emit: () => readFiles((path) => !isCommon(path)),
      shared: () => readFiles(isCommon),
    }
  }
  return (output, content) => {
    const parts = partsOf(output, content)
    return output.linksOthers ? parts : parts.map(read)
  }
}
