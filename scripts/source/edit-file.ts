// The one place that writes what authors wrote.

import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { link, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
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
  const fresh = `${target}.new`
  const handle = await openAlone(fresh)
  try {
    const edited = edit(await readFile(target, 'utf8'))
    if (edited !== undefined) {
      await handle.chmod((await stat(target)).mode)
      await handle.writeFile(edited)
      await handle.sync()
    }
    await handle.close()
    // From here on the name `fresh` is free for the next one.
    await (edited === undefined ? rm(fresh) : rename(fresh, target))
    return edited !== undefined
  } catch (thrown) {
    await handle.close()
    await rm(fresh, { force: true })
    throw thrown
  }
}

/**
 * Opens a file for one writer alone: waits for another writer to finish, and takes over from one that was killed.
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
