// Decks with slides that only Slidev's own compiler understands are built by it, whole, and kept by what they were made from.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { filesOf, forgetOld, keyOf, type SharedFile, type ShellFolders } from './shell-cache.ts'

/**
 * The files of a deck built by Slidev, `index.html` among them and the pictures of its `/pictures/`, for a web server under any path; they do not work from `file://`.
 * Takes ten seconds and more where nothing is kept. Throws an Error that carries Slidev's own words.
 */
export async function buildOrdinary(
  folders: ShellFolders,
  markdown: string,
  pictures: readonly SharedFile[] = [],
): Promise<SharedFile[]> {
  const key = createHash('sha256')
    .update(`${keyOf(folders)}\n${markdown}`)
    .digest('hex')
    .slice(0, 20)
  const kept = join(folders.cacheFolder, `deck-${key}`)
  return (await read(kept)) ?? (await build(folders, markdown, pictures, kept))
}

async function build(
  { packageRoot, themeFolder, cacheFolder }: ShellFolders,
  markdown: string,
  pictures: readonly SharedFile[],
  kept: string,
): Promise<SharedFile[]> {
  const work = join(cacheFolder, `deck-${process.pid}-${Date.now()}.tmp`)
  await mkdir(work, { recursive: true })
  try {
    await writeFile(join(work, 'deck.md'), markdown)
    if (pictures.length > 0) await mkdir(join(work, 'public/pictures'), { recursive: true })
    for (const { name, data } of pictures) await writeFile(join(work, 'public/pictures', name), data)
    const slidev = join(
      createRequire(join(packageRoot, 'package.json')).resolve('@slidev/cli/package.json'),
      '../bin/slidev.mjs',
    )
    try {
      await promisify(execFile)(
        process.execPath,
        [
          slidev,
          'build',
          'deck.md',
          '--theme',
          themeFolder,
          '--base',
          './',
          '--router-mode',
          'hash',
          '--out',
          'built',
        ],
        { cwd: work, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NODE_ENV: 'production' } },
      )
    } catch (thrown) {
      const { stderr, stdout, message } = thrown as Error & { stderr?: string; stdout?: string }
      throw new Error(`Slidev could not build the deck.\n${stderr || stdout || message}`, { cause: thrown })
    }
    await rename(join(work, 'built'), kept).catch(() => {})
    await forgetOld(cacheFolder, 'deck-', 20)
    const files = await read(kept)
    if (!files) throw new Error(`Unexpected end of Slidev's build: nothing in ${kept}`)
    return files
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function read(folder: string): Promise<SharedFile[] | undefined> {
  let paths: string[]
  try {
    paths = filesOf(folder)
  } catch {
    return undefined
  }
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: relative(folder, path).replaceAll('\\', '/'),
      data: await readFile(path),
    })),
  )
  // What Slidev adds for one particular host.
  return files.filter(({ name }) => name !== '_redirects' && name !== '404.html')
}
