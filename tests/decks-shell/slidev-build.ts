// The same deck as `npx slidev build` makes it: what the shell is compared with.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { keyOf } from '../../scripts/render/slidev/shell-cache.ts'
import { packageRoot } from './site.ts'

const cacheFolder = join(packageRoot, '.cache/tests')

/** The files of a deck built by Slidev with a theme, by name; kept between runs. */
export async function slidevBuild(
  markdown: string,
  themeFolder: string,
): Promise<Record<string, Uint8Array>> {
  const shell = keyOf({ packageRoot, themeFolder, cacheFolder })
  const key = createHash('sha256').update(`${shell}\n${markdown}`).digest('hex').slice(0, 20)
  const kept = join(cacheFolder, `deck-${key}`)
  return (await read(kept)) ?? (await build(markdown, themeFolder, kept))
}

async function build(
  markdown: string,
  themeFolder: string,
  kept: string,
): Promise<Record<string, Uint8Array>> {
  const work = join(cacheFolder, `deck-${process.pid}-${Date.now()}.tmp`)
  await mkdir(work, { recursive: true })
  await writeFile(join(work, 'deck.md'), markdown)
  const slidev = join(createRequire(import.meta.url).resolve('@slidev/cli/package.json'), '../bin/slidev.mjs')
  const options = ['--theme', themeFolder, '--base', './', '--router-mode', 'hash', '--out', 'built']
  await promisify(execFile)(process.execPath, [slidev, 'build', 'deck.md', ...options], {
    cwd: work,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  await rename(join(work, 'built'), kept)
  await rm(work, { recursive: true })
  const files = await read(kept)
  if (!files) throw new Error(`Unexpected end of Slidev's build: nothing in ${kept}`)
  return files
}

async function read(folder: string): Promise<Record<string, Uint8Array> | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined)
  const paths = entries?.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return (
    paths &&
    Object.fromEntries(
      await Promise.all(
        paths.map(
          async (path) =>
            [relative(folder, path).replaceAll('\\', '/'), new Uint8Array(await readFile(path))] as const,
        ),
      ),
    )
  )
}
