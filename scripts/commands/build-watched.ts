// A build that stays: what it has read, compiled and opened serves the next one, which begins as soon as a file is
// saved.

import { openRender } from '../render/open-render.ts'
import type { KnownFiles } from '../source/content-folder.ts'
import { articlesOf } from './articles.ts'
import { explain, faultText } from './explain.ts'
import { exit, type Io } from './io.ts'
import { queuedRuns } from './queued-runs.ts'
import type { Built } from './unless-unchanged.ts'
import { watchUnit, type Watched } from './watch-unit.ts'

/** Builds once; `known` holds the files that were read before and have not changed since. */
export type BuildOnce = (render: ReturnType<typeof openRender>, known: KnownFiles) => Promise<Built>

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
      const { made, end } = await build(render, known)
      const seconds = ((performance.now() - start) / 1000).toFixed(2)
      if (made) io.out(`${made.at}: ${made.files} made${made.note} in ${seconds} s`)
      else io.err('not made: the folder stays as it was, and the next save is another try')
      await end?.()
    } catch (thrown) {
      // A fault of ours too is no reason to stay away from the next save.
      io.err(explain(thrown)?.text ?? faultText(thrown))
    }
    if (!runs.waiting()) io.err('waiting for the next save; Ctrl-C ends it')
  })
  const failed = (thrown: unknown): void =>
    io.err(
      `factdeck: error: Unexpected end of watching, expected folders that can be watched: ${String(thrown)}; start build --watch again`,
    )
  // Watching comes first: what is saved while the first build runs must not be missed.
  const end = await watchUnit({ content, articles }, runs, failed)
  runs.ask('content')
  await io.stopped()
  await end()
  await runs.idle()
  await render.close()
  return exit.fine
}
