// Writing the output tree: all of it or nothing. Files go to a sibling folder first; only a complete tree
// takes the place of the old one.

import {
  closeSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

/** Somebody else is building into the same folder. */
export class OutputBusy extends Error {}

/** The folder holds something that factdeck did not make, or must not be written. Nothing was touched. */
export class OutputForeign extends Error {}

interface TreeFile {
  /** Relative to the tree, with forward slashes. */
  path: string
  /** Pieces follow each other. */
  data: string | Uint8Array | readonly Uint8Array[]
}

/** The right to write one output tree; `release` gives it back. */
export interface OutputLock {
  /** Writes the files beside the tree and moves them into its place. The old tree stays whole until then. */
  replace(files: readonly TreeFile[]): Promise<void>
  release(): Promise<void>
}

/** Tells a tree that may be replaced from a folder of somebody's. */
const marker = '.factdeck'
const markerText = 'factdeck made this folder. The next build replaces everything in it.\n'

/**
 * Takes the lock of an output folder, and clears away what a killed build left beside it. A link is followed:
 * the folder is what it leads to. Throws OutputForeign for a file and for a folder with anything in it but no
 * marker of ours, OutputBusy naming the process that holds the lock. A lock whose process is gone counts for
 * nothing.
 */
export async function lockOutput(folder: string): Promise<OutputLock> {
  const target = await linkFollowed(folder)
  await mkdir(dirname(target), { recursive: true })
  await refuseForeign(target)
  const own: Owner = { pid: process.pid, host: hostname(), since: process.hrtime.bigint().toString() }
  const lock = siblings(target).lock
  await takeLock(lock, target, own)
  const release = async (): Promise<void> => {
    if (same(await ownerOf(lock), own)) await rm(lock, { force: true })
  }
  try {
    await recover(target)
  } catch (thrown) {
    await release()
    throw thrown
  }

  return {
    async replace(files) {
      const { fresh, old } = siblings(target)
      try {
        writeTree(fresh, files, target)
        await refuseForeign(target)
        // Two processes may have found the lock of a dead one at once; the file says who has it.
        const owner = await ownerOf(lock)
        if (!same(owner, own)) throw busy(owner, lock, target)
        swap(fresh, target, old)
      } catch (thrown) {
        await rm(fresh, { recursive: true, force: true }).catch(() => {})
        throw thrown
      }
      rmSync(old, { recursive: true, force: true })
    },
    release,
  }
}

/**
 * Puts back the old tree where a build was killed in the moment between taking it away and putting the new
 * one into its place, and removes what killed builds left beside it. Does nothing while somebody builds, or
 * where nothing may be written.
 */
export async function recoverOutput(folder: string): Promise<void> {
  try {
    const target = await linkFollowed(folder)
    if ((await leftovers(target)).length === 0) return
    const lock = await lockOutput(target)
    await lock.release()
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (!(thrown instanceof OutputBusy || thrown instanceof OutputForeign) && code === undefined) throw thrown
  }
}

function siblings(target: string): { lock: string; fresh: string; old: string } {
  const sibling = (suffix: string): string => join(dirname(target), `.${basename(target)}.${suffix}`)
  return {
    lock: sibling('lock'),
    fresh: sibling(`new-${process.pid}`),
    old: sibling(`old-${process.pid}`),
  }
}

/** Where the folder really lies; a part of the path that does not exist yet stays as it is given. */
export async function linkFollowed(folder: string): Promise<string> {
  const path = resolve(folder)
  try {
    return await realpath(path)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw thrown
    return join(await linkFollowed(dirname(path)), basename(path))
  }
}

async function refuseForeign(target: string): Promise<void> {
  let names: string[]
  try {
    names = await readdir(target)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT') return
    if (code === 'ENOTDIR')
      throw new OutputForeign(`Unexpected file ${target}, expected a folder to write the output to`)
    throw thrown
  }
  if (names.length === 0 || names.includes(marker)) return
  const [first] = names.toSorted()
  throw new OutputForeign(
    `Unexpected folder ${target} with "${first}" and without ${marker}, expected one that factdeck made, an empty or a new one: ` +
      'a build replaces everything in it. Give another --out DIR, or empty this one',
  )
}

/**
 * One file after the other, without giving way: most are small, and to hand each of them to a thread takes
 * longer than to write it. What stands in the old tree byte by byte is linked from there, which spares writing
 * it here and freeing it there.
 */
function writeTree(folder: string, files: readonly TreeFile[], before: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const each of new Set([folder, ...files.map(({ path }) => dirname(join(folder, path)))]))
    mkdirSync(each, { recursive: true })
  const mode = 0o666 & ~process.umask()
  const linkable = new Map<string, boolean>()
  const isLinkable = (parent: string): boolean => {
    const known = linkable.get(parent) ?? leadsNowhereElse(parent)
    linkable.set(parent, known)
    return known
  }
  for (const { path, data } of [{ path: marker, data: markerText }, ...files]) {
    const pieces = (isWhole(data) ? [data] : data).map((piece) =>
      typeof piece === 'string' ? Buffer.from(piece) : piece,
    )
    const old = join(before, path)
    if (!isLinkable(dirname(old)) || !isLinked(old, mode, pieces, join(folder, path)))
      writePieces(join(folder, path), pieces)
  }
}

/** Whether a folder of the old tree is one: a link may lead to files of somebody's. */
function leadsNowhereElse(folder: string): boolean {
  try {
    return realpathSync(folder) === folder
  } catch {
    return false
  }
}

function writePieces(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}

/** Links a file to `path` if it holds just these pieces; false where it does not, or where nothing can be linked. */
function isLinked(old: string, mode: number, pieces: readonly Uint8Array[], path: string): boolean {
  try {
    const found = lstatSync(old)
    // The only name of an ordinary file, as we make them: any other may be written to from elsewhere.
    const ours = found.isFile() && found.nlink === 1 && (found.mode & 0o777) === mode
    if (!ours) return false
    if (found.size !== pieces.reduce((sum, { length }) => sum + length, 0)) return false
    const data = readFileSync(old)
    let at = 0
    for (const piece of pieces)
      if (data.compare(piece, 0, piece.length, at, (at += piece.length)) !== 0) return false
    linkSync(old, path)
    return true
  } catch {
    return false
  }
}

function isWhole(data: TreeFile['data']): data is string | Uint8Array {
  return typeof data === 'string' || data instanceof Uint8Array
}

/**
 * The old tree goes and the new one comes. No system call that Node has exchanges two folders at once: for
 * the time of one rename there is none, which is why both are done without giving way to anything else, and
 * why `recover` looks for the old tree.
 */
function swap(fresh: string, target: string, old: string): void {
  let moved = true
  try {
    renameSync(target, old)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
    moved = false
  }
  try {
    renameSync(fresh, target)
  } catch (thrown) {
    if (moved) renameSync(old, target)
    throw thrown
  }
}

async function takeLock(lock: string, target: string, own: Owner): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(lock, 'wx')
      try {
        await file.writeFile(JSON.stringify(own))
      } catch (thrown) {
        await rm(lock, { force: true })
        throw thrown
      } finally {
        await file.close()
      }
      if (attempt > 0) await confirm(lock, target, own)
      return
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
    }
    const owner = await ownerOnceWritten(lock)
    if (attempt > 0 || (owner && isAlive(owner))) throw busy(owner, lock, target)
    // Taken away under a name of our own first: another may have done so since, and what lies there now is
    // alive.
    const aside = `${lock}-${own.since}`
    try {
      await rename(lock, aside)
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw thrown
    }
    const found = await ownerOnceWritten(aside)
    if (found && isAlive(found)) {
      await rename(aside, lock)
      throw busy(found, lock, target)
    }
    await rm(aside, { force: true })
  }
}

/**
 * Others that found the same dead process's lock may still be at it for a moment, and put the lock of the
 * first of us back over ours.
 */
async function confirm(lock: string, target: string, own: Owner): Promise<void> {
  await new Promise((waited) => setTimeout(waited, 100))
  const owner = await ownerOf(lock)
  if (!same(owner, own)) throw busy(owner, lock, target)
}

function busy(owner: Owner | undefined, lock: string, target: string): OutputBusy {
  return new OutputBusy(
    `Unexpected build in progress${owner ? ` (process ${owner.pid} on ${owner.host})` : ''}, expected to be the only one that writes ${basename(target)}/; if there is none, remove ${lock}`,
  )
}

interface Owner {
  pid: number
  host: string
  /** Tells two locks of one process from each other. */
  since: string
}

function same(one: Owner | undefined, other: Owner): boolean {
  return one?.pid === other.pid && one.host === other.host && one.since === other.since
}

/**
 * The lock exists a moment before it says whose it is; a process killed in that moment leaves it empty for
 * good.
 */
async function ownerOnceWritten(lock: string): Promise<Owner | undefined> {
  for (let wait = 0; wait < 20; wait++) {
    const owner = await ownerOf(lock)
    if (owner) return owner
    await new Promise((waited) => setTimeout(waited, 25))
  }
  return undefined
}

async function ownerOf(lock: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(lock, 'utf8')) as Owner
    return Number.isInteger(owner.pid) && owner.pid > 0 && typeof owner.host === 'string' ? owner : undefined
  } catch {
    return undefined
  }
}

function isAlive({ pid, host }: Owner): boolean {
  // Of another machine's processes nothing can be known: its lock is believed.
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Folders that killed builds left beside the target. */
async function leftovers(target: string): Promise<string[]> {
  const names = await readdir(dirname(target))
  return names.filter((name) => /^\.(.+)\.(?:new-\d+|old-\d+|lock-\d+)$/.exec(name)?.[1] === basename(target))
}

/** Two renames make the swap: a build killed between them left the old tree under its other name. */
async function recover(target: string): Promise<void> {
  const parent = dirname(target)
  const names = await leftovers(target)
  const there = await lstat(target).then(
    () => true,
    () => false,
  )
  const kept = there ? undefined : names.find((name) => name.includes('.old-'))
  if (kept) await rename(join(parent, kept), target)
  for (const name of names) if (name !== kept) await rm(join(parent, name), { recursive: true, force: true })
}
