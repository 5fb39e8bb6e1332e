// Where files go as soon as they are made: a build writes them beside the output, so that it never holds all of
// them; whoever wants to look at them keeps them in memory.

import { inOnePiece, type FileData } from '../outputs/output.ts'
import type { MadeFile } from '../outputs/parts.ts'
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
  /** The output failed: nothing that it brought stays. */
  takeBack(): void
}

/** Holds all files. */
export function inMemory(): Kept {
  return keptBy(
    (file) => file,
    () => {},
  )
}

/** Writes files into a tree, and reads them from there when somebody looks at their data. */
export function inTree(tree: StagedTree): Kept {
  return keptBy(
    (file) => {
      tree.add(file)
      const { path, kind, version, of } = file
      return {
        path,
        kind,
        version,
        of,
        get data() {
          return tree.read(path)
        },
      }
    },
    ({ path }) => tree.remove(path),
  )
}

function keptBy(put: (file: MadeFile) => MadeFile, remove: (file: MadeFile) => void): Kept {
  const found = new Map<string, { file: MadeFile; data: FileData | undefined }>()
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
              if (before.data === file.data || holdSame(before.file.data, file.data)) return before.file
              throw new Error(
                `Unexpected second file ${file.path}, expected one that does not differ from the first`,
              )
            }
            const kept = put(file)
            found.set(file.path, { file: kept, data: common ? file.data : undefined })
            brought.push(kept)
            return kept
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
