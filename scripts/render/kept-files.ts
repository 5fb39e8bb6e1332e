// What is kept between runs lies in one folder, for every version of factdeck that is used there, and must not grow for ever.

import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

/** Dates what is kept, so that it is not taken for unused. A folder that cannot be written is left as it is. */
export async function markUsed(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => {})
}

/** Removes what goes by one of these names and was neither made nor used for so many days: another process may still need the rest. */
export async function forgetUnused(cacheFolder: string, names: RegExp, days: number): Promise<void> {
  const limit = Date.now() - days * 24 * 60 * 60 * 1000
  const found = await readdir(cacheFolder).catch(() => [])
  await Promise.all(
    found
      .filter((name) => names.test(name))
      .map(async (name) => {
        const path = join(cacheFolder, name)
        // Another process may have taken it away meanwhile.
        const used = await stat(path).then(
          ({ mtimeMs }) => mtimeMs,
          () => Infinity,
        )
        if (used < limit) await rm(path, { recursive: true, force: true }).catch(() => {})
      }),
  )
}
