// The programs that we measure ourselves against. Marp CLI is installed on demand, below .cache; plain Slidev is the one that the package depends on.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startBrowser } from '../scripts/render/browser.ts'
import { packageRoot, run } from './measure.ts'

const require = createRequire(import.meta.url)
/** The newest that runs on Node 20. */
const marpVersion = '4.5.1'

/** Where the bench keeps what it needs between runs; anything in it may be deleted. */
export const benchFolder = join(packageRoot, '.cache/bench')

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
  const marpBin = join(benchFolder, 'node_modules/@marp-team/marp-cli/marp-cli.js')
  const { version: slidev } = JSON.parse(
    await readFile(require.resolve('@slidev/cli/package.json'), 'utf8'),
  ) as { version: string }
  return {
    versions: { node: process.version.slice(1), slidev, marp: marpVersion, browser },
    browserPath,
    slidev: async (args, folder) =>
      (await run(process.execPath, [slidevBin, ...args], { cwd: folder, env: { NODE_ENV: 'production' } }))
        .ms,
    marp: async (args) =>
      // As root a browser starts only without its sandbox.
      (await run(process.execPath, [marpBin, '--no-stdin', ...args], { env: { CHROME_NO_SANDBOX: '1' } })).ms,
  }
}

async function installMarp(): Promise<void> {
  await mkdir(benchFolder, { recursive: true })
  const installed = join(benchFolder, 'node_modules/@marp-team/marp-cli/package.json')
  if (existsSync(installed) && (await readFile(installed, 'utf8')).includes(`"version": "${marpVersion}"`))
    return
  await writeFile(join(benchFolder, 'package.json'), '{ "private": true }\n')
  await promisify(execFile)(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@marp-team/marp-cli@${marpVersion}`],
    { cwd: benchFolder },
  )
}
