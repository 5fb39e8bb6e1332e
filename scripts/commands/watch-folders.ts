// Seeing what is saved, apart from what is done about it.

import { watch } from 'chokidar'

/** A save is rarely one write: a file is emptied, then filled. Milliseconds of quiet after which it is read. */
const quiet = 5

/**
 * Calls `changed` after every change below these folders, those to come included, and `failed` where they can no longer be watched.
 * Resolves as soon as nothing can be missed any more.
 */
export async function watchFolders(
  folders: readonly string[],
  {
    changed,
    failed,
    depth,
    ignored,
  }: {
    changed: () => void
    failed: (thrown: unknown) => void
    depth?: number
    ignored?: RegExp
  },
): Promise<{ close(): Promise<void> }> {
  let waiting: NodeJS.Timeout | undefined
  const noticed = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(changed, quiet)
  }
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ...(depth === undefined ? {} : { depth }),
    ...(ignored === undefined ? {} : { ignored }),
  })
  // `change` comes at most once in 50 ms, and what is saved again meanwhile (by a formatter, say) would never be seen: `raw` misses none.
  for (const event of ['raw', 'add', 'addDir', 'unlink', 'unlinkDir'] as const) watcher.on(event, noticed)
  watcher.on('error', failed)
  await new Promise<void>((done) => watcher.once('ready', done))
  return {
    async close() {
      clearTimeout(waiting)
      await watcher.close()
    },
  }
}
