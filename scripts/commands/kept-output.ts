// Where files go as soon as they are made: a build writes them beside the output, so that it never holds all of
// them; whoever wants to look at them keeps them in memory.

import { inOnePiece, type FileData } from '../outputs/output.ts'
import type { MadeFile } from '../outputs/parts.ts'
import { digestOf, type RememberedFile } from './remembered-parts.ts'
import type { StagedTree } from '../source/staged-tree.ts'

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
  keep(file: MadeFile, common?: boolean): MadeFile
  /**
   * Takes over files of the last build, and gives what stands for each; undefined where one of them is no more what
   * it was, or where nothing of the last build is there. Then none is taken.
   */
  takeOver(files: readonly RememberedFile[]): MadeFile[] | undefined
  /** The output failed: nothing that it brought stays. */
  takeBack(): void
}

/** Holds all files. */
export function inMemory(): Kept {
  return keptBy({ put: (file) => file, takeOver: () => undefined, remove: () => {} })
}

/** Writes files into a tree, and reads them from there when somebody looks at their data. */
export function inTree(tree: StagedTree): Kept {
  const standing = ({ path, kind, version, of }: Omit<MadeFile, 'data'>): MadeFile => ({
    path,
    kind,
    version,
    of,
    get data() {
      return tree.read(path)
    },
  })
  return keptBy({
    put(file) {
      tree.add(file)
      return standing(file)
    },
    takeOver: ({ file, digest }) => (tree.takeOver(file.path, digest) ? standing(file) : undefined),
    remove: ({ path }) => tree.remove(path),
  })
}

/** What is at a path. */
interface Standing {
  file: MadeFile
  /** Of what several parts have in common. */
  data: FileData | undefined
  digest?: string
}

function keptBy({
  put,
  takeOver,
  remove,
}: {
  put(file: MadeFile): MadeFile
  takeOver(file: RememberedFile): MadeFile | undefined
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
            const taken: MadeFile[] = []
            const all = files.flatMap((each) => {
              const { path } = each.file
              const before = found.get(path)
              // Many decks have the same files: each is looked at once.
              if (before)
                return (before.digest ??= digestOf(before.data ?? before.file.data)) === each.digest
                  ? before.file
                  : []
              const file = takeOver(each)
              if (!file) return []
              found.set(path, { file, data: undefined, digest: each.digest })
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
