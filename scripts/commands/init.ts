import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { packageRoot } from '../render/open-render.ts'
import { command, type Given } from './command.ts'
import { exit, type Io } from './io.ts'
import { jsonSchemas } from './schemas.ts'
import { UsageError } from './usage-error.ts'

/**
 * The unit that a new one starts as. It is checked like any other: a test holds that it has neither errors
 * nor warnings.
 */
const starterFolder = join(packageRoot, 'starter')

/**
 * `factdeck init DIR`: writes a small unit that works, with its article, its schemas and a README that leads
 * on from there. Only into a folder that is new or empty: nothing of anybody's is overwritten.
 */
export const init = command({
  name: 'init',
  does: 'start a unit of your own from a small one that works',
  words: { placeholder: 'DIR', noun: 'folder', least: 1, most: 1 },
  options: {},
  exits: ['fine', 'content'],
  run,
})

/** A folder that holds these alone is empty for whoever looks at it. */
const unseen = new Set(['.git', '.DS_Store', 'Thumbs.db', 'desktop.ini'])

async function run({ words }: Given<Record<never, never>>, io: Io): Promise<number> {
  const [name = '.'] = words
  const folder = resolve(io.cwd, name)
  await refuseUsed(folder, name)
  await cp(starterFolder, folder, { recursive: true })
  // The commands in it are the ones to type here.
  const readme = join(folder, 'README.md')
  await writeFile(readme, (await readFile(readme, 'utf8')).replaceAll('my-unit', quoted(name)))
  for (const [file, text] of jsonSchemas()) {
    const path = join(folder, 'schemas', file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  io.out(`${name}: a small unit that works; ${join(name, 'README.md')} explains it`)
  io.out(`next: factdeck build --content ${quoted(name)}, then open dist/index.html in a browser`)
  return exit.fine
}

async function refuseUsed(folder: string, name: string): Promise<void> {
  const found = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return []
    if (thrown.code === 'ENOTDIR')
      throw new UsageError(`Unexpected file "${name}", expected the name of a new folder`)
    throw thrown
  })
  const first = found.find((each) => !unseen.has(each))
  if (first !== undefined)
    throw new UsageError(
      `Unexpected "${first}" in the folder "${name}", expected an empty folder or the name of a new one; nothing was changed`,
    )
}

/** As one word of a command. */
function quoted(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `"${path}"`
}
