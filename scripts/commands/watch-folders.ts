// Seeing what is saved, apart from what is done about it.

import { watch } from 'chokidar'
import { join, relative, sep } from 'node:path'

/**
 * A save is rarely one write: a file is emptied, then filled. Milliseconds of quiet after which it is read.
 */
const quiet = 5

/**
 * Calls `changed` after every change below these folders, those to come included, and `failed` where they can
 * no longer be watched. Resolves as soon as nothing can be missed any more.
 */
export async function watchFolders(
  folders: readonly string[],
  {
    changed,
    failed,
    depth,
    ignored,
    only,
  }: {
    changed: () => void
    failed: (thrown: unknown) => void
    depth?: number
    ignored?: RegExp
    /** Of each folder, only what goes by one of these names; it may come, go and come back. */
    only?: readonly string[]
  },
): Promise<{ close(): Promise<void> }> {
  let waiting: NodeJS.Timeout | undefined
  const noticed = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(changed, quiet)
  }
  const other = (path: string): boolean =>
    only !== undefined &&
    folders.some((folder) => {
      const [name = ''] = relative(folder, path).split(sep)
      return name !== '' && name !== '..' && !only.includes(name)
    })
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ...(depth === undefined ? {} : { depth }),
    ignored: [...(ignored === undefined ? [] : [ignored]), other],
  })
  // `change` comes at most once in 50 ms, and what is saved again meanwhile (by a formatter, say) would never
  // be seen: `raw` misses none.
  watcher.on('raw', (_, name, details) => {
    const { watchedPath = '' } = (details ?? {}) as { watchedPath?: string }
    if (!other(join(watchedPath, name ?? ''))) noticed()
  })
  for (const event of ['add', 'addDir', 'unlink', 'unlinkDir'] as const) watcher.on(event, noticed)
  watcher.on('error', failed)
  await new Promise<void>((done) => watcher.once('ready', done))
  return {
    async close() {
      clearTimeout(waiting)
      await watcher.close()
    },
  }
}
