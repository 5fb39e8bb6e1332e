// Where files go as soon as they are made: a build writes them beside the output, so that it never holds all of
// them; whoever wants to look at them keeps them in memory.

import { inOnePiece, type FileData } from '../outputs/output.ts'
import type { MadeFile } from '../outputs/parts.ts'
import { sha256 } from '../source/digest.ts'
import type { StagedTree } from '../source/staged-tree.ts'

/** A file that is kept, with the SHA-256 digest of what stands in it. */
export type KeptFile = MadeFile & { readonly digest: string }

/** A file of a part of the last build, with the digest of what stood in it. */
export interface RememberedFile {
  file: Omit<MadeFile, 'data'>
  digest: string
}

/** Files of outputs as they are made. */
export interface Kept {
  /** Files of one more output. Several may be at it at once. */
  begin(): KeptOfOutput
  /** What went wrong with keeping. It is no failure of an output: nothing more can be kept. */
  readonly failure: { thrown: unknown } | undefined
}

/** Files of one output. */
export interface KeptOfOutput {
  /**
   * Takes a file, and gives what stands for it from now on. What several parts have in `common` is there once; two
   * files in one place that differ are a fault of an output, which is thrown.
   */
  keep(file: MadeFile, common?: boolean): KeptFile
  /**
   * Takes over files of the last build, and gives what stands for each; undefined where one of them is no more what
   * it was, or where nothing of the last build is there. Then none is taken.
   */
  takeOver(files: readonly RememberedFile[]): KeptFile[] | undefined
  /** The output failed: nothing that it brought stays. */
  takeBack(): void
}

/** Holds all files. */
export function inMemory(): Kept {
  return keptBy({
    put: (file) => ({
      ...file,
      get digest() {
        const { data } = file
        return typeof data === 'string' || data instanceof Uint8Array ? sha256(data) : sha256(...data)
      },
    }),
    takeOver: () => undefined,
    remove: () => {},
  })
}

/** Writes files into a tree, and reads them from there when somebody looks at their data. */
export function inTree(tree: StagedTree): Kept {
  const standing = ({ path, kind, version, of }: Omit<MadeFile, 'data'>, digest: string): KeptFile => ({
    path,
    kind,
    version,
    of,
    digest,
    get data() {
      return tree.read(path)
    },
  })
  return keptBy({
    put: (file) => standing(file, tree.add(file)),
    takeOver: ({ file, digest }) => (tree.takeOver(file.path, digest) ? standing(file, digest) : undefined),
    remove: ({ path }) => tree.remove(path),
  })
}

/** What is at a path. */
interface Standing {
  file: KeptFile
  /** Of what several parts have in common. */
  data: FileData | undefined
}

function keptBy({
  put,
  takeOver,
  remove,
}: {
  put(file: MadeFile): KeptFile
  takeOver(file: RememberedFile): KeptFile | undefined
  remove(file: MadeFile): void
}): Kept {
  const found = new Map<string, Standing>()
  let failure: Kept['failure']
  const tried = <T>(run: () => T): T => {
    try {
      return run()
    } catch (thrown) {
      failure ??= { thrown }
      throw thrown
    }
  }
  return {
    begin() {
      const brought: MadeFile[] = []
      return {
        keep: (file, common = false) =>
          tried(() => {
            const before = found.get(file.path)
            if (before) {
              // Mostly the very same data, which a shell gives to all of its decks and holds anyway.
              if (before.data === file.data) return before.file
              if (holdSame(before.file.data, file.data)) {
                // What was taken over is read once, however many parts bring it.
                if (common) before.data ??= file.data
                return before.file
              }
              throw new Error(
                `Unexpected second file ${file.path}, expected one that does not differ from the first`,
              )
            }
            const kept = put(file)
            found.set(file.path, { file: kept, data: common ? file.data : undefined })
            brought.push(kept)
            return kept
          }),
        takeOver: (files) =>
          tried(() => {
            const taken: KeptFile[] = []
            const all = files.flatMap((each) => {
              const { path } = each.file
              const before = found.get(path)
              // Many decks have the same files: each is looked at once.
              if (before) return before.file.digest === each.digest ? before.file : []
              const file = takeOver(each)
              if (!file) return []
              found.set(path, { file, data: undefined })
              taken.push(file)
              return file
            })
            if (all.length === files.length) {
              brought.push(...taken)
              return all
            }
            for (const file of taken) {
              remove(file)
              found.delete(file.path)
            }
            return undefined
          }),
        takeBack() {
          tried(() => brought.forEach(remove))
          for (const { path } of brought) found.delete(path)
        },
      }
    },
    get failure() {
      return failure
    },
  }
}

function holdSame(one: FileData, other: FileData): boolean {
  return one === other || Buffer.from(inOnePiece(one)).equals(Buffer.from(inOnePiece(other)))
}
