// What a shard says of itself: `factdeck-shard.json` in its folder. It is no hidden file, since services that
// carry what a job made to the next one leave those behind.

import { join } from 'node:path'
import { z } from 'zod'
import type { Content } from '../../decks/content.ts'
import type { Options, Values } from '../../diagnostics/options.ts'
import { inOnePiece, type Output } from '../../outputs/output.ts'
import { optionsOf, type MadeFile, type Part, type Run } from '../../outputs/parts.ts'
import { installedForm } from '../../render/open-render.ts'
import { sha256 } from '../../source/digest.ts'
import { mostShards, type Shard } from './shard.ts'

/** Name of the record in the folder of a shard. */
export const recordFile = 'factdeck-shard.json'

/** A path below the folder and nowhere else, on any system: a record may come from elsewhere. */
const Path = z.string().regex(/^(?!\.{0,2}(?:\/|$))(?!.*\/\.{0,2}(?:\/|$))[^\\:\0]+$/)
const Digest = z.string().regex(/^[0-9a-f]{64}$/)

export const ShardRecord = z.strictObject({
  number: z.int().min(1).max(mostShards),
  of: z.int().min(1).max(mostShards),
  /** Of factdeck. */
  version: z.string(),
  /** Digest of the templates and types of questions. */
  form: z.string(),
  /** Digest of all that was planned. */
  content: Digest,
  /** Names of all outputs that are wanted, made by shards or by `merge`. */
  outputs: z.array(z.string()),
  /** Values of their options. */
  options: z.record(z.string(), z.unknown()),
  /** Digest of what is shown of the articles; absent where nothing is. */
  shown: Digest.optional(),
  /** Whether the words of passages are. */
  showPassages: z.boolean(),
  /** Outputs that this machine has no browser for. */
  unmade: z.array(z.string()),
  parts: z.array(
    z.strictObject({
      output: z.string(),
      /** Of which deck or bank; absent: of the unit. */
      id: z.string().optional(),
      files: z.array(
        z.strictObject({ path: Path, kind: z.string().optional(), version: z.string().optional() }),
      ),
    }),
  ),
  /** SHA-256 of each file. */
  digests: z.record(Path, Digest),
})
export type ShardRecord = z.output<typeof ShardRecord>

/** What all shards of a build have in common, to be compared. */
export type Common = Pick<
  ShardRecord,
  'version' | 'form' | 'content' | 'outputs' | 'options' | 'shown' | 'showPassages'
>

/** What a build shows of the articles. */
type Shown = Pick<Run, 'articles' | 'support'>

export function commonOf(
  wanted: readonly Output[],
  content: Content,
  given: Values<Options>,
  shown: Shown,
  showPassages: boolean,
): Common {
  const own = Object.keys(optionsOf(wanted)).toSorted()
  const { version, form } = installedForm()
  const digest = digestOfShown(shown)
  return {
    version,
    form,
    content: digestOfContent(content),
    outputs: wanted.map(({ name }) => name),
    options: Object.fromEntries(own.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]]))),
    ...(digest === undefined ? {} : { shown: digest }),
    showPassages,
  }
}

/** Of everything that outputs are made from, pictures by their bytes. */
function digestOfContent(content: Content): string {
  return sha256(JSON.stringify(content, withDigests))
}

/** Undefined where a build shows nothing of the articles. */
function digestOfShown({ articles, support }: Shown): string | undefined {
  if (!articles && !support) return undefined
  const texts = [...(articles ?? [])].map(([source, { sha256: digest }]) => [source, digest])
  return sha256(JSON.stringify([texts, [...(support ?? [])]]))
}

/** `this` holds the value as it was before a Buffer turned itself into a list of numbers. */
function withDigests(this: unknown, key: string, value: unknown): unknown {
  const own = (this as Record<string, unknown>)[key]
  return own instanceof Uint8Array ? sha256(own) : value
}

/** Notes what each part made, while it is made. */
export interface Recorder {
  /** The same parts, watched. */
  watch(parts: readonly Part[]): Part[]
  /** The record, once everything is there. */
  record(files: readonly MadeFile[]): MadeFile
}

export function openRecorder({ number, of }: Shard, common: Common): Recorder {
  const watched: Part[] = []
  const made = new Map<string, ShardRecord['parts'][0]['files']>()
  return {
    watch: (parts) =>
      parts.map((part) => {
        watched.push(part)
        return {
          ...part,
          emit: async (run, now) => {
            const files = await part.emit(run, now)
            made.set(
              keyOf(part),
              files.map((file) => entryOf(file, part.output)),
            )
            return files
          },
          shared: async (run) => {
            const files = await part.shared(run)
            made.get(keyOf(part))?.push(...files.map((file) => entryOf(file, part.output)))
            return files
          },
        }
      }),
    record(files) {
      const unmade = new Set(
        watched.filter((part) => !made.has(keyOf(part))).map(({ output }) => output.name),
      )
      const record: ShardRecord = {
        number,
        of,
        ...common,
        unmade: [...unmade],
        parts: watched
          .filter(({ output }) => !unmade.has(output.name))
          .map((part) => ({
            output: part.output.name,
            ...(part.of.scope === 'unit' ? {} : { id: part.of.id }),
            files: made.get(keyOf(part)) ?? [],
          })),
        digests: Object.fromEntries(files.map(({ path, data }) => [path, sha256(inOnePiece(data))])),
      }
      return {
        path: recordFile,
        data: `${JSON.stringify(record, null, 1)}\n`,
        kind: undefined,
        of: { scope: 'unit' },
      }
    },
  }
}

function entryOf({ path, kind, version }: MadeFile, { files }: Output): ShardRecord['parts'][0]['files'][0] {
  const name = Object.keys(files).find((each) => kind !== undefined && files[each] === kind)
  return {
    path,
    ...(name === undefined ? {} : { kind: name }),
    ...(version === undefined ? {} : { version }),
  }
}

/** Tells a part from all others of a build. */
export function keyOf({ output, of }: Pick<Part, 'output' | 'of'>): string {
  return partKey(output.name, of.scope === 'unit' ? undefined : of.id)
}

export function partKey(output: string, id: string | undefined): string {
  return `${output} ${id ?? ''}`
}

/** Where the record of a shard lies. */
export const recordPath = (folder: string): string => join(folder, recordFile)
