// Writing the output tree: all of it or nothing. Files go to a sibling folder first; only a complete tree
// takes the place of the old one.

import { renameSync, rmSync } from 'node:fs'
import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { stageTree, type ReadFiles, type StagedTree, type TreeFile } from './staged-tree.ts'

/** Somebody else is building into the same folder. */
export class OutputBusy extends Error {}

/** The folder holds something that factdeck did not make, or must not be written. Nothing was touched. */
export class OutputForeign extends Error {}

/** The right to write one output tree; `release` gives it back. */
export interface OutputLock {
  /**
   * Begins a tree beside the old one, which stays whole until the new one takes its place. `read` is what this process
   * has read of the old one.
   */
  begin(read?: ReadFiles): NewTree
  /** Makes a tree of these files, and moves it into its place. */
  replace(files: readonly TreeFile[]): Promise<void>
  release(): Promise<void>
}

/** A tree that is being made. */
interface NewTree extends StagedTree {
  /**
   * Moves it into its place. Where that fails nothing is left of it, and the old tree is as it was; otherwise that
   * lies beside it until the lock is released.
   */
  takePlace(): Promise<void>
  /** Takes everything back; does nothing once it is in its place. */
  drop(): Promise<void>
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
    clear(siblings(target).old)
    if (same(await ownerOf(lock), own)) await rm(lock, { force: true })
  }
  try {
    await recover(target)
  } catch (thrown) {
    await release()
    throw thrown
  }

  const begin = (read?: ReadFiles): NewTree => {
    const { fresh, old } = siblings(target)
    const staged = stageTree(fresh, target, read)
    const drop = async (): Promise<void> => {
      // What is still being written would come back. What went wrong with it is told by whoever waits for it.
      await staged.settled().catch(() => {})
      clear(fresh)
    }
    return {
      ...staged,
      async takePlace() {
        try {
          staged.add({ path: marker, data: markerText })
          await staged.settled()
          await refuseForeign(target)
          // Two processes may have found the lock of a dead one at once; the file says who has it.
          const owner = await ownerOf(lock)
          if (!same(owner, own)) throw busy(owner, lock, target)
          clear(old)
          swap(fresh, target, old)
        } catch (thrown) {
          await drop()
          throw thrown
        }
      },
      drop,
    }
  }
  return {
    begin,
    async replace(files) {
      const tree = begin()
      try {
        for (const file of files) tree.add(file)
      } catch (thrown) {
        await tree.drop()
        throw thrown
      }
      await tree.takePlace()
    },
    release,
  }
}

/**
 * Puts back the old tree where a build was killed in the moment between taking it away and putting the new
 * one into its place, and removes what killed builds left beside it, a lock too. Does nothing while somebody
 * builds, or where nothing may be written.
 */
export async function recoverOutput(folder: string): Promise<void> {
  try {
    const target = await linkFollowed(folder)
    if ((await leftovers(target)).length === 0 && !(await holdsDeadLock(target))) return
    const lock = await lockOutput(target)
    await lock.release()
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (!(thrown instanceof OutputBusy || thrown instanceof OutputForeign) && code === undefined) throw thrown
  }
}

/** Whether a lock lies there whose process is gone, or was killed before it said whose it is. */
async function holdsDeadLock(target: string): Promise<boolean> {
  const { lock } = siblings(target)
  const there = await lstat(lock).catch(() => undefined)
  if (!there) return false
  const owner = await ownerOf(lock)
  return owner === undefined || !isAlive(owner)
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

/** Removes a folder of ours; where that fails, the next build clears it away. */
function clear(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // As `recover` does.
  }
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
