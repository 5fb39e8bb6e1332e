// PDFs are kept between runs under a digest of everything that goes into them, so that only what changed is
// printed or set again. What is found is what would be made: the same input gives the same bytes.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sha256, shortDigest } from '../source/digest.ts'
import { forgetUnused, keepFile, markUsedNow, readNowIfKept } from './kept-files.ts'
import { digestOfFiles, releaseFolder } from './release.ts'

/** What goes into a PDF: texts, data of files. */
export type Inputs = readonly (string | Uint8Array)[]

/** The PDFs that one program makes. */
export interface KeptPdfs {
  /** Whether none is there yet, so that the program will be needed. */
  none: boolean
  /**
   * The documents of these names that are made from `inputs`: those that are kept, or all of them made. What
   * `make` throws is thrown, and nothing is kept then.
   */
  of<Name extends string>(
    names: readonly Name[],
    inputs: Inputs,
    make: () => Promise<Record<Name, Uint8Array>>,
  ): Promise<Record<Name, Uint8Array>>
}

/** Days after which what nobody asked for is forgotten. */
const days = 14

/** `program`: all that goes into each document alike, such as versions, templates and fonts. */
export function openKeptPdfs(cacheFolder: string, ...program: Inputs): KeptPdfs {
  const folder = join(cacheFolder, 'pdfs')
  const start = `${digestOf(program).slice(0, 12)}-`
  let forgotten: Promise<void> | undefined
  return {
    none: !namesIn(folder).some((name) => name.startsWith(start)),
    async of(names, inputs, make) {
      const digest = digestOf(inputs)
      const path = (name: string): string => join(folder, `${start}${digest}-${name}`)
      // At once, so that what has to be made is asked for before this process does other work.
      const found = names.map((name) => readNowIfKept(path(name)))
      if (found.every((pdf) => pdf !== undefined)) {
        for (const name of names) markUsedNow(path(name))
        return recordOf(names, found)
      }
      const made = await make()
      // Where nothing can be kept, this run has it all the same.
      await Promise.all(names.map((name) => keepFile(path(name), made[name]))).catch(() => {})
      await (forgotten ??= forgetUnused(folder, /./, days))
      return made
    },
  }
}

function recordOf<Name extends string>(
  names: readonly Name[],
  values: readonly Uint8Array[],
): Record<Name, Uint8Array> {
  return Object.fromEntries(names.map((name, n) => [name, values[n]])) as Record<Name, Uint8Array>
}

/** Of each part by itself: where one ends and the next begins matters. */
function digestOf(inputs: Inputs): string {
  return sha256(inputs.map((input) => sha256(input)).join('\n'))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A digest of the code of a folder, that which prints and sets: another version may do so otherwise. */
export function digestOfCode(packageRoot: string, code = 'scripts/render'): string {
  const folder = releaseFolder ?? join(packageRoot, code)
  const names = namesIn(folder).filter((name) => /\.(?:ts|js|mjs)$/.test(name))
  return digestOfFiles(new Map(names.toSorted().map((name) => [name, join(folder, name)])))
}

/** A digest of all files of a folder, by name. */
export function digestOfFolder(folder: string, ending: RegExp): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name))
  return names.length === 0
    ? shortDigest('')
    : digestOfFiles(new Map(names.toSorted().map((name) => [name, join(folder, name)])))
}
