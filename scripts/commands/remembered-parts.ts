// A part of an output whose every ingredient is as it was need not be made: its files stand in the folder that the
// last build left, and are linked from there. It is kept, by output folder, which parts a build made from what,
// and the digests of their files; a file that is not what was made is made again, with all of its part.

import { join } from 'node:path'
import type { Part, Run } from '../outputs/parts.ts'
import { keepFile, readIfKept } from '../render/kept-files.ts'
import { cacheFolderOf } from '../render/open-render.ts'
import { sha256, shortDigest } from '../source/digest.ts'
import type { KeptFile, RememberedFile } from './kept-output.ts'

/** What the last build into a folder made of which parts. */
export interface PartMemory {
  /** The files of a part that is made of the same as then; undefined where it is not, or says nothing of itself. */
  filesOf(part: Part, run: Run): readonly RememberedFile[] | undefined
  /** Takes down the files of a part of this run. */
  made(part: Part, run: Run, files: readonly KeptFile[]): void
  /** Keeps what was taken down, for the next build. */
  keep(): Promise<void>
}

/** As it is kept: files by the digest of what their part is made of. */
type Kept = Record<string, readonly Noted[]>

interface Noted {
  path: string
  /** By its name in the output. */
  kind?: string
  version?: string
  digest: string
}

/**
 * Opens what is kept of an output folder, an absolute path. `program` stands for all that goes into parts beside
 * the unit: another one made others.
 */
export async function openPartMemory(
  out: string,
  program: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<PartMemory> {
  const file = join(cacheFolderOf(env), 'builds', `${shortDigest(out)}-parts`)
  const data = await readIfKept(file)
  const before = data ? (JSON.parse(data.toString('utf8')) as Kept) : {}
  const now: Kept = {}
  const keys = new WeakMap<Part, string | undefined>()
  const keyOf = (part: Part, run: Run): string | undefined => {
    if (!keys.has(part)) {
      const from = part.madeFrom(run)
      keys.set(part, from === undefined ? undefined : sha256(program, '\n', from))
    }
    return keys.get(part)
  }
  return {
    filesOf(part, run) {
      const key = keyOf(part, run)
      const noted = key === undefined ? undefined : before[key]
      if (key === undefined || noted === undefined) return undefined
      now[key] = noted
      return noted.map(({ path, kind, version, digest }) => ({
        file: { path, kind: kind === undefined ? undefined : part.output.files[kind], version, of: part.of },
        digest,
      }))
    },
    made(part, run, files) {
      const key = keyOf(part, run)
      if (key === undefined) return
      now[key] = files.map(({ path, kind, version, digest }) => {
        const name = Object.keys(part.output.files).find((each) => part.output.files[each] === kind)
        return {
          path,
          ...(name === undefined ? {} : { kind: name }),
          ...(version === undefined ? {} : { version }),
          digest,
        }
      })
    },
    async keep() {
      // Where nothing can be kept, the next build makes all parts again.
      await keepFile(file, JSON.stringify(now)).catch(() => {})
    },
  }
}
