// A tree in the making, in a folder beside the one whose place it will take. Files are written as they come,
// so that nobody has to hold all of them.

import { linkSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeBehind } from './behind.ts'
import { sha256 } from './digest.ts'

export interface TreeFile {
  /** Relative to the tree, with forward slashes. */
  path: string
  /** Pieces follow each other. */
  data: string | Uint8Array | readonly Uint8Array[]
}

/** Files beside a tree. Nothing of it gives way, but large files are written while the process goes on. */
export interface StagedTree {
  /** Returns the SHA-256 digest of what stands in it. Throws what went wrong with this file or with an earlier one. */
  add(file: TreeFile): string
  /**
   * Takes over a file of the old tree that holds bytes with this digest; false where none does, or where nothing can
   * be linked.
   */
  takeOver(path: string, digest: string): boolean
  /** Takes back a file that was added. */
  remove(path: string): void
  /** What stands in a file that was added. */
  read(path: string): Uint8Array
  /** Waits until all files stand there; throws what went wrong with one. */
  settled(): Promise<void>
  /** The digests of all files that are in it. */
  readonly digests: ReadonlyMap<string, string>
}

/**
 * Files of a tree that were read once, by their path: a process that stays need not read them again as long as they were
 * not written to.
 */
export type ReadFiles = Map<string, ReadFile>

interface ReadFile {
  digest: string
  ino: number
  size: number
  mtimeMs: number
}

/**
 * Milliseconds that a file must have lain there before it was read: what is written to in the same tick of the clock has
 * the same time.
 */
const settled = 100

/**
 * Begins an empty tree in `folder`. What stands in the old tree, `before`, byte by byte is linked from there, which
 * spares writing it here and freeing it there.
 */
export function stageTree(folder: string, before: string, read: ReadFiles = new Map()): StagedTree {
  rmSync(folder, { recursive: true, force: true })
  const mode = 0o666 & ~process.umask()
  const there = new Set<string>()
  const digests = new Map<string, string>()
  const behind = writeBehind()
  const linkable = new Map<string, boolean>()
  const isLinkable = (parent: string): boolean => {
    const known = linkable.get(parent) ?? leadsNowhereElse(parent)
    linkable.set(parent, known)
    return known
  }
  const placeFor = (path: string): string => {
    const place = join(folder, path)
    const parent = dirname(place)
    if (!there.has(parent)) mkdirSync(parent, { recursive: true })
    there.add(parent)
    return place
  }
  return {
    add({ path, data }) {
      const place = placeFor(path)
      const pieces = (isWhole(data) ? [data] : data).map((piece) =>
        typeof piece === 'string' ? Buffer.from(piece) : piece,
      )
      const old = join(before, path)
      if (!isLinkable(dirname(old)) || !isLinked(old, mode, place, (found) => holds(found, pieces)))
        behind.write(place, pieces)
      const digest = sha256(...pieces)
      digests.set(path, digest)
      return digest
    },
    takeOver(path, digest) {
      const old = join(before, path)
      const taken =
        isLinkable(dirname(old)) &&
        isLinked(old, mode, placeFor(path), (found) => digestIn(found, path, read) === digest)
      if (taken) digests.set(path, digest)
      return taken
    },
    remove(path) {
      behind.remove(join(folder, path))
      digests.delete(path)
    },
    digests,
    read(path) {
      const place = join(folder, path)
      const awaited = behind.awaited(place)
      return awaited ? Buffer.concat(awaited) : readFileSync(place)
    },
    settled: () => behind.settled(),
  }
}

/** The digest of a file, which is read unless it is known as it is. */
function digestIn({ ino, size, mtimeMs, data }: Found, path: string, read: ReadFiles): string {
  const known = read.get(path)
  if (known?.ino === ino && known.size === size && known.mtimeMs === mtimeMs) return known.digest
  const isSettled = mtimeMs < Date.now() - settled
  const digest = sha256(data())
  if (isSettled) read.set(path, { digest, ino, size, mtimeMs })
  else read.delete(path)
  return digest
}

/** Whether a folder of the old tree is one: a link may lead to files of somebody's. */
function leadsNowhereElse(folder: string): boolean {
  try {
    return realpathSync(folder) === folder
  } catch {
    return false
  }
}

/** A file of the old tree. */
interface Found {
  ino: number
  size: number
  mtimeMs: number
  data: () => Buffer
}

function holds({ size, data }: Found, pieces: readonly Uint8Array[]): boolean {
  if (size !== pieces.reduce((sum, { length }) => sum + length, 0)) return false
  const found = data()
  let at = 0
  return pieces.every((piece) => found.compare(piece, 0, piece.length, at, (at += piece.length)) === 0)
}

/** Links a file to `path` if it is the one that is meant; false where it is not, or where nothing can be linked. */
function isLinked(old: string, mode: number, path: string, isMeant: (found: Found) => boolean): boolean {
  try {
    const found = lstatSync(old)
    // The only name of an ordinary file, as we make them: any other may be written to from elsewhere.
    const ours = found.isFile() && found.nlink === 1 && (found.mode & 0o777) === mode
    const { ino, size, mtimeMs } = found
    if (!ours || !isMeant({ ino, size, mtimeMs, data: () => readFileSync(old) })) return false
    linkSync(old, path)
    return true
  } catch {
    return false
  }
}

function isWhole(data: TreeFile['data']): data is string | Uint8Array {
  return typeof data === 'string' || data instanceof Uint8Array
}
