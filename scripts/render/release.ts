// What a release carries ready-made, so that nobody who installs it has to translate, bundle or compile
// anything.

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { shortDigest } from '../source/digest.ts'
import { isInstalled } from './installed.ts'

/**
 * Slidev's compiler is needed and not installed, as in a release, which leaves it to those who write slides
 * for it.
 */
export class CompilerMissing extends Error {}

/**
 * The folder of what was made at release; undefined in a checkout, which makes everything of its sources. In
 * either this file goes by the same place, at which only a checkout has it.
 */
export const releaseFolder: string | undefined = existsSync(fileURLToPath(import.meta.url))
  ? undefined
  : fileURLToPath(new URL('../../lib', import.meta.url))

/**
 * A digest of files by their names and what is in them: what was made at release from files with the same
 * digest need not be made again. `files` holds absolute paths and the names under which they count.
 */
export function digestOfFiles(files: ReadonlyMap<string, string>): string {
  return shortDigest(
    ...Array.from(files, ([name, path]) => [`${name.replaceAll('\\', '/')}\n`, readFileSync(path)]).flat(),
  )
}

/** Where a program of the render stage lies, given by its path from there. */
export function programFile(program: string): string {
  return releaseFolder === undefined
    ? fileURLToPath(new URL(program, import.meta.url))
    : join(releaseFolder, `${basename(program, extname(program))}.js`)
}

/** How Node starts such a program: as it is in a release, translated by tsx in a checkout. */
export function programCall(program: string): string[] {
  if (releaseFolder !== undefined) return [programFile(program)]
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href
  return ['--import', tsx, programFile(program)]
}

/**
 * What shells and players are built with, in the versions of package.json. No peer dependencies: npm would
 * refuse to install a release beside another version of Vite, though hardly anybody needs them.
 */
const compilerPackages = [
  '@slidev/cli',
  '@slidev/client',
  '@slidev/types',
  '@fontsource-variable/noto-naskh-arabic',
  '@fontsource-variable/noto-sans-arabic',
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
  '@unocss/core',
  '@vitejs/plugin-vue',
  'playwright-chromium',
  'pure-rand',
  'ts-fsrs',
  'unocss',
  'vite',
  'vue',
]

/** Throws CompilerMissing where a release is installed without what it takes to build shells and players. */
export function needCompiler(): void {
  if (releaseFolder === undefined) return
  const manifest = readFileSync(join(releaseFolder, '../package.json'), 'utf8')
  const { devDependencies: versions } = JSON.parse(manifest) as { devDependencies: Record<string, string> }
  const lacking = compilerPackages.find((name) => !isInstalled(name))
  if (lacking === undefined) return
  const all = compilerPackages.map((name) => `${name}@${versions[name]}`)
  throw new CompilerMissing(
    `Unexpected lack of ${lacking}, expected Slidev’s compiler, which hand-written slides with scripts, styles, code, formulas or diagrams need, and a theme that was changed\n  note: it is large, hence not part of factdeck; install it beside it: npm install ${all.join(' ')}`,
  )
}
