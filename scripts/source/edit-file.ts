// The one place that writes what authors wrote.

import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { link, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds after which a file that is being written counts as left behind: writing takes a few. */
const patience = 10_000

/**
 * Puts what `edit` makes of a file's text in its place; undefined leaves the file alone. Whenever the process
 * is killed, the file is the old or the new one, whole. Two that edit it at once do so one after the other,
 * so that neither takes back what the other did. A link is followed, the file keeps its permissions.
 */
export async function editFile(path: string, edit: (text: string) => string | undefined): Promise<boolean> {
  const target = await realpath(path)
  return editFiles([target], async (texts) => {
    const edited = edit(texts.get(target)!)
    return edited === undefined ? undefined : new Map([[target, edited]])
  })
}

/**
 * As `editFile`, of several files at once: `edit` gets the text of each, undefined where there is none yet,
 * and gives the new texts of those that change, undefined to take a file away. Each file is the old or the
 * new one whenever the process is killed; which of them are new, a caller has to remember who must know.
 */
export async function editFiles(
  paths: readonly string[],
  edit: (
    texts: ReadonlyMap<string, string | undefined>,
  ) => Promise<ReadonlyMap<string, string | undefined> | undefined>,
): Promise<boolean> {
  const files: { path: string; target: string; fresh: string; handle: Awaited<ReturnType<typeof open>> }[] =
    []
  try {
    // Always in one order, so that no two writers wait for each other.
    for (const path of [...new Set(paths)].toSorted()) {
      const target = await realpath(path).catch(ifMissing(path))
      await mkdir(dirname(target), { recursive: true })
      const fresh = `${target}.new`
      files.push({ path, target, fresh, handle: await openAlone(fresh) })
    }
    const texts = new Map<string, string | undefined>()
    for (const { path, target } of files)
      texts.set(path, await readFile(target, 'utf8').catch(ifMissing(undefined)))
    const edited = await edit(texts)
    for (const { path, target, handle } of files) {
      const text = edited?.get(path)
      if (text === undefined) continue
      const mode = await stat(target).then((found) => found.mode, ifMissing(undefined))
      if (mode !== undefined) await handle.chmod(mode)
      await handle.writeFile(text)
      await handle.sync()
    }
    for (const { path, target, fresh, handle } of files) {
      await handle.close()
      // From here on the name `fresh` is free for the next one.
      if (edited?.get(path) !== undefined) await rename(fresh, target)
      else {
        if (edited?.has(path)) await rm(target, { force: true })
        await rm(fresh)
      }
    }
    return edited !== undefined && edited.size > 0
  } catch (thrown) {
    for (const { fresh, handle } of files) {
      await handle.close().catch(() => {})
      await rm(fresh, { force: true })
    }
    throw thrown
  }
}

function ifMissing<T>(value: T): (thrown: NodeJS.ErrnoException) => T {
  return (thrown) => {
    if (thrown.code !== 'ENOENT') throw thrown
    return value
  }
}

/**
 * Opens a file for one writer alone: waits for another writer to finish, and takes over from one that was
 * killed.
 */
async function openAlone(path: string): ReturnType<typeof open> {
  for (;;) {
    try {
      return await open(path, 'wx')
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
      const age = await stat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      )
      if (age > patience) await rm(path, { force: true })
      else await wait(20)
    }
  }
}

/**
 * Creates a file with this text unless there is one; whenever the process is killed, it is there whole or not
 * at all.
 */
export async function createFile(path: string, text: string): Promise<void> {
  const fresh = join(dirname(path), `.${randomUUID()}.new`)
  try {
    await writeFile(fresh, text)
    // Unlike a rename, a link never takes the place of what somebody else has just made.
    await link(fresh, path)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
  } finally {
    await rm(fresh, { force: true })
  }
}
