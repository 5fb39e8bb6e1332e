// What is kept between runs lies in one folder, for every version of factdeck that is used there, and must not grow for ever.

import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

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

/** What a killed process leaves: half-made shells, decks, fonts and players. */
const halfMade = /\.tmp$/

/** The name under which something is made before it is moved to its place. */
export function makingOf(path: string): string {
  return `${path}.${process.pid}-${Date.now()}.tmp`
}

/**
 * Of what is kept under names that start so, only the few used last stay: those of the versions that somebody still switches between.
 * What was half made more than a day ago goes as well.
 */
export async function forgetOld(cacheFolder: string, start: string, keep = 4): Promise<void> {
  await forgetUnused(cacheFolder, halfMade, 1)
  const names = (await readdir(cacheFolder)).filter((name) => name.startsWith(start) && !halfMade.test(name))
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      // Another process may have taken it away meanwhile.
      time: await stat(join(cacheFolder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  )
  const old = dated.toSorted((one, other) => other.time - one.time).slice(keep)
  await Promise.all(old.map(({ name }) => rm(join(cacheFolder, name), { recursive: true, force: true })))
}

/** Writes a file that others see whole or not at all, and its folder where there is none. */
export async function writeWhole(file: string, data: string | Uint8Array): Promise<void> {
  const making = makingOf(file)
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(making, data)
    await rename(making, file)
  } catch (thrown) {
    await rm(making, { force: true })
    throw thrown
  }
}

/** The file, or undefined where it cannot be read. */
export async function readIfKept(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined)
}
