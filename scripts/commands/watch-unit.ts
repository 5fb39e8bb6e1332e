import { formFolders } from '../render/open-render.ts'
import type { QueuedRuns } from './queued-runs.ts'
import { watchFolders } from './watch-folders.ts'

/** What is watched. Paths are absolute. */
export interface Watched {
  content: string
  articles: string | undefined
}

/**
 * Asks for a run whenever a file of the unit, of the articles or of the program's own forms is saved; `failed` is
 * told where they can no longer be watched. Resolves as soon as nothing can be missed; what it gives ends it.
 */
export async function watchUnit(
  { content, articles }: Watched,
  runs: QueuedRuns,
  failed: (thrown: unknown) => void,
): Promise<() => Promise<void>> {
  const changed = (): void => runs.ask('content')
  const watched = await Promise.all([
    watchFolders([content], { changed, failed, only: ['facts', 'questions', 'slides'] }),
    watchFolders(formFolders, { changed: () => runs.ask('templates'), failed, ignored: /node_modules/ }),
    ...(articles === undefined ? [] : [watchFolders([articles], { changed, failed, depth: 0 })]),
  ])
  return async () => void (await Promise.all(watched.map((each) => each.close())))
}
