// Writing the output tree: all of it or nothing. Files go to a sibling folder first; only a complete tree takes the place of the old one.

import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

/** Somebody else is building into the same folder. */
export class OutputBusy extends Error {}

export interface TreeFile {
  /** Relative to the tree, with forward slashes. */
  path: string
  data: string | Uint8Array
}

/** The right to write one output tree; `release` gives it back. */
export interface OutputLock {
  /** Writes the files beside the tree and moves them into its place. The old tree stays whole until then. */
  replace(files: readonly TreeFile[]): Promise<void>
  release(): Promise<void>
}

/**
 * Takes the lock of an output folder, and clears away what a killed build left beside it.
 * Throws OutputBusy naming the process that holds the lock. A lock whose process is gone counts for nothing.
 */
export async function lockOutput(folder: string): Promise<OutputLock> {
  const target = resolve(folder)
  const sibling = (suffix: string): string => join(dirname(target), `.${basename(target)}.${suffix}`)
  await mkdir(dirname(target), { recursive: true })
  const lock = sibling('lock')
  await takeLock(lock, target)
  await recover(target)

  return {
    async replace(files) {
      const fresh = sibling(`new-${process.pid}`)
      const old = sibling(`old-${process.pid}`)
      try {
        const folders = new Set(files.map(({ path }) => dirname(join(fresh, path))))
        await mkdir(fresh, { recursive: true })
        for (const each of folders) await mkdir(each, { recursive: true })
        await Promise.all(files.map(({ path, data }) => writeFile(join(fresh, path), data)))
      } catch (thrown) {
        await rm(fresh, { recursive: true, force: true })
        throw thrown
      }
      const moved = await rename(target, old).then(
        () => true,
        (thrown: NodeJS.ErrnoException) => {
          if (thrown.code === 'ENOENT') return false
          throw thrown
        },
      )
      try {
        await rename(fresh, target)
      } catch (thrown) {
        if (moved) await rename(old, target)
        throw thrown
      }
      await rm(old, { recursive: true, force: true })
    },
    async release() {
      await rm(lock, { force: true })
    },
  }
}

async function takeLock(lock: string, target: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(lock, 'wx')
      await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }))
      await file.close()
      return
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
    }
    const owner = await ownerOf(lock)
    if (attempt > 0 || (owner && isAlive(owner))) {
      throw new OutputBusy(
        `Unexpected build in progress${owner ? ` (process ${owner.pid} on ${owner.host})` : ''}, expected to be the only one that writes ${basename(target)}/`,
      )
    }
    await rm(lock, { force: true })
  }
}

interface Owner {
  pid: number
  host: string
}

async function ownerOf(lock: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Owner
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

/** Two renames make the swap: a build killed between them left the old tree under its other name. */
async function recover(target: string): Promise<void> {
  const parent = dirname(target)
  const names = (await readdir(parent)).filter(
    (name) => /^\.(.+)\.(new|old)-\d+$/.exec(name)?.[1] === basename(target),
  )
  const there = (await readdir(parent)).includes(basename(target))
  const kept = there ? undefined : names.find((name) => name.includes('.old-'))
  if (kept) await rename(join(parent, kept), target)
  for (const name of names) if (name !== kept) await rm(join(parent, name), { recursive: true, force: true })
}
