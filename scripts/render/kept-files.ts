// What is kept between runs lies in one folder, for every version of factdeck that is used there, must not
// grow for ever, and is no part of the truth: what was damaged there is made again.

import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { sha256 } from '../source/digest.ts'

/**
 * Dates what is kept, so that it is not taken for unused. A folder that cannot be written is left as it is.
 */
export async function markUsed(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => {})
}

/** The same at once: for small files, of which one is asked for before something else may begin. */
export function markUsedNow(path: string): void {
  const now = new Date()
  try {
    utimesSync(path, now, now)
  } catch {
    // It is read all the same.
  }
}

/**
 * Removes what goes by one of these names and was neither made nor used for so many days: another process may
 * still need the rest.
 */
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

let made = 0

/** The name under which something is made before it is moved to its place: another one each time. */
function makingOf(path: string): string {
  return `${path}.${process.pid}-${Date.now()}-${++made}.tmp`
}

/**
 * Of what is kept under names that start so, only the few used last stay: those of the versions that somebody
 * still switches between. What was half made more than a day ago goes as well.
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

/**
 * Keeps a file: others see it whole or not at all, and with the digest of its data in front, so that one that
 * was damaged since is not believed. Its folder is made where there is none.
 */
export async function keepFile(file: string, data: string | Uint8Array): Promise<void> {
  const making = makingOf(file)
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(making, Buffer.concat([digestOf(data), Buffer.from(data)]))
    await rename(making, file)
  } catch (thrown) {
    await rm(making, { force: true })
    throw thrown
  }
}

/** The data of a kept file; undefined where there is none, or other data than were kept. */
export async function readIfKept(file: string): Promise<Buffer | undefined> {
  return asKept(await readFile(file).catch(() => undefined))
}

/** The same at once. */
export function readNowIfKept(file: string): Buffer | undefined {
  try {
    return asKept(readFileSync(file))
  } catch {
    return undefined
  }
}

function asKept(bytes: Buffer | undefined): Buffer | undefined {
  if (!bytes) return undefined
  const data = bytes.subarray(digestBytes)
  return digestOf(data).equals(bytes.subarray(0, digestBytes)) ? data : undefined
}

const digestBytes = 32

function digestOf(data: string | Uint8Array): Buffer {
  return Buffer.from(sha256(data), 'hex')
}

/** Where a folder names the digests of its files. */
const sealName = 'digests.json'

/** The cache folder cannot be written; `code` is the system's word for why. */
export class CacheUnusable extends Error {
  readonly folder: string
  readonly code: string

  constructor(folder: string, cause: NodeJS.ErrnoException) {
    super(`Unexpected cache folder ${folder} that cannot be written`, { cause })
    this.folder = folder
    this.code = cause.code ?? ''
  }
}

/**
 * Makes the folder in which something is made before `putInPlace` moves it to `folder`. Throws CacheUnusable.
 */
export async function makeBeside(folder: string): Promise<string> {
  const making = makingOf(folder)
  try {
    await mkdir(making, { recursive: true })
    return making
  } catch (thrown) {
    throw new CacheUnusable(dirname(folder), thrown as NodeJS.ErrnoException)
  }
}

/**
 * Moves a folder that was made to its place, with the digests of all its files, to which `readSealed` holds
 * it. Another process may have made the same one meanwhile: either will do, unless the one that is there was
 * damaged.
 */
export async function putInPlace(making: string, folder: string): Promise<void> {
  if (readSealed(folder)) return
  seal(making)
  await rm(folder, { recursive: true, force: true })
  await rename(making, folder).catch((thrown: unknown) => {
    if (!readSealed(folder)) throw thrown
  })
}

/** Writes down the digests of all files of a folder. */
export function seal(folder: string): void {
  const digests = filesIn(folder).map((name) => [name, sha256(readFileSync(join(folder, name)))])
  writeFileSync(join(folder, sealName), JSON.stringify(Object.fromEntries(digests)))
}

/**
 * The files of a sealed folder by name, with forward slashes; undefined where one of them is gone, new or not
 * as it was made.
 */
export function readSealed(folder: string): Map<string, Buffer> | undefined {
  try {
    const digests = JSON.parse(readFileSync(join(folder, sealName), 'utf8')) as Record<string, string>
    const files = new Map(filesIn(folder).map((name) => [name, readFileSync(join(folder, name))]))
    const whole =
      Object.keys(digests).length === files.size &&
      [...files].every(([name, data]) => digests[name] === sha256(data))
    return whole ? files : undefined
  } catch {
    return undefined
  }
}

/** Whether all files of a folder that was sealed are as they were; others may have come. */
export function isAsSealed(folder: string): boolean {
  try {
    const digests = JSON.parse(readFileSync(join(folder, sealName), 'utf8')) as Record<string, string>
    return Object.entries(digests).every(
      ([name, digest]) => sha256(readFileSync(join(folder, name))) === digest,
    )
  } catch {
    return false
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== sealName)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
