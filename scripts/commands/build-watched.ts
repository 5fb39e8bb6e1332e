// A build that stays: what it has read, compiled and opened serves the next one, which begins as soon as a file is
// saved.

import { formFolders, openRender } from '../render/open-render.ts'
import type { KnownFiles } from '../source/content-folder.ts'
import { articlesOf } from './articles.ts'
import { exit, type Io } from './io.ts'
import { queuedRuns } from './queued-runs.ts'
import { tellFailures } from './report.ts'
import type { Built } from './unless-unchanged.ts'
import { watchFolders } from './watch-folders.ts'

/** Builds once; `known` holds the files that were read before and have not changed since. */
export type BuildOnce = (render: ReturnType<typeof openRender>, known: KnownFiles) => Promise<Built>

/** What is watched. Paths are absolute. */
export interface Watched {
  content: string
  articles: string | undefined
}

/**
 * Builds, then again whenever a file of the unit, of the articles or of the program's own forms is saved, until the
 * person stops it. What is wrong is said, the folder stays as it was, and the next save is another try. Throws where
 * the folder of the articles is not there.
 */
export async function buildWatched(
  { content, articles }: Watched,
  io: Io,
  build: BuildOnce,
): Promise<number> {
  // A folder that is not there is said before anything starts.
  if (articles !== undefined) await articlesOf(articles)
  let render = openRender(io.env)
  const known: KnownFiles = new Map()
  const runs = queuedRuns(async (formsChanged) => {
    const start = performance.now()
    try {
      if (formsChanged) {
        await render.close()
        render = openRender(io.env)
      }
      const { made } = await build(render, known)
      const seconds = ((performance.now() - start) / 1000).toFixed(2)
      if (made) io.out(`${made.at}: ${made.files} made${made.note} in ${seconds} s`)
      else io.err('not made: the folder stays as it was, and the next save is another try')
    } catch (thrown) {
      tellFailures([thrown], io)
    }
    if (!runs.waiting()) io.err('waiting for the next save; Ctrl-C ends it')
  })
  const failed = (thrown: unknown): void =>
    void tellFailures(
      [
        new Error(
          `Unexpected end of watching, expected folders that can be watched: ${String(thrown)}; start build --watch again`,
        ),
      ],
      io,
    )
  // Watching comes first: what is saved while the first build runs must not be missed.
  const changed = (): void => runs.ask('content')
  const watched = await Promise.all([
    watchFolders([content], { changed, failed, only: ['facts', 'questions', 'slides'] }),
    watchFolders(formFolders, { changed: () => runs.ask('templates'), failed, ignored: /node_modules/ }),
    ...(articles === undefined ? [] : [watchFolders([articles], { changed, failed, depth: 0 })]),
  ])
  runs.ask('content')
  await io.stopped
  await Promise.all(watched.map((each) => each.close()))
  await runs.idle()
  await render.close()
  return exit.fine
}
