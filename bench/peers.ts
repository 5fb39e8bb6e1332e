// The programs that we measure ourselves against. Marp CLI is installed on demand, below .cache; plain Slidev
// is the one that the package depends on.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startBrowser } from '../scripts/render/browser.ts'
import { packageRoot, run } from './measure.ts'

const require = createRequire(import.meta.url)
/** The newest that runs on Node 20. */
const marpVersion = '4.5.1'

/** Where the bench works; anything in it may be deleted. */
export const benchFolder = join(packageRoot, '.cache/bench')
// In a folder of its own: a package.json above the decks would be their workspace for Vite, which then
// refuses them our fonts.
const marpFolder = join(benchFolder, 'marp-cli')

export interface Peers {
  versions: { node: string; slidev: string; marp: string; browser: string }
  /** The same binary for all that print. */
  browserPath: string
  /** Runs `slidev` in a folder; resolves to milliseconds. */
  slidev(args: readonly string[], folder: string): Promise<number>
  /** Runs `marp`; resolves to milliseconds. */
  marp(args: readonly string[]): Promise<number>
}

/** Installs and finds the programs. Throws where there is no browser or no way to install. */
export async function openPeers(): Promise<Peers> {
  await installMarp()
  // The one that factdeck itself takes.
  const started = await startBrowser()
  const { path: browserPath } = started
  const browser = started.browser.version()
  await started.browser.close()
  const slidevBin = join(require.resolve('@slidev/cli/package.json'), '../bin/slidev.mjs')
  const marpBin = join(marpFolder, 'node_modules/@marp-team/marp-cli/marp-cli.js')
  const { version: slidev } = JSON.parse(
    await readFile(require.resolve('@slidev/cli/package.json'), 'utf8'),
  ) as { version: string }
  return {
    versions: { node: process.version.slice(1), slidev, marp: marpVersion, browser },
    browserPath,
    slidev: async (args, folder) => {
      // `export` prints what Slidev's development server shows, which stays empty in production.
      const env = { NODE_ENV: args[0] === 'build' ? 'production' : 'development' }
      return (await run(process.execPath, [slidevBin, ...args], { cwd: folder, env })).ms
    },
    marp: async (args) =>
      // As root a browser starts only without its sandbox.
      (await run(process.execPath, [marpBin, '--no-stdin', ...args], { env: { CHROME_NO_SANDBOX: '1' } })).ms,
  }
}

async function installMarp(): Promise<void> {
  await mkdir(marpFolder, { recursive: true })
  const installed = join(marpFolder, 'node_modules/@marp-team/marp-cli/package.json')
  if (existsSync(installed) && (await readFile(installed, 'utf8')).includes(`"version": "${marpVersion}"`))
    return
  await writeFile(join(marpFolder, 'package.json'), '{ "private": true }\n')
  await promisify(execFile)(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@marp-team/marp-cli@${marpVersion}`],
    { cwd: marpFolder },
  )
}

/**
 * Packs factdeck as it is released, below `folder`, where the libraries of this checkout are found; resolves to
 * its command.
 */
export async function packFactdeck(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await promisify(execFile)('npm', ['pack', '--pack-destination', folder], { cwd: packageRoot })
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (packed === undefined)
    throw new Error(`Unexpected ${folder} without a package, expected one of npm pack`)
  await promisify(execFile)('tar', ['-xzf', packed], { cwd: folder })
  return join(folder, 'package/bin/factdeck.mjs')
}
