// The page of the studio: a Vue application bundled once, and kept until its inputs change.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Worker } from 'node:worker_threads'
import { shortDigest } from '../source/digest.ts'
import { installedVersion } from './installed.ts'
import { forgetOld, keepFile, markUsed, readIfKept } from './kept-files.ts'
import { digestOfFiles, needCompiler, programFile, releaseFolder } from './release.ts'

/** The page could not be bundled; the message carries the bundler's own words. */
export class StudioPageError extends Error {}

export interface StudioPage {
  js: string
  css: string
}

/**
 * Opens the page of the package at `packageRoot`. The first time it is built by Vite (seconds) and written to
 * `cacheFolder`; later it is read from there as long as its sources and libraries are the same.
 */
export async function openStudioPage(options: {
  packageRoot: string
  cacheFolder: string
}): Promise<StudioPage> {
  const { packageRoot, cacheFolder } = options
  const sources = await sourcesOf(packageRoot)
  const released = await readReleased(sources)
  if (released) return released
  needCompiler()
  const bundled = ['vue', 'vite', '@vitejs/plugin-vue'].map((name) => `${name}@${installedVersion(name)}`)
  const inputs = new Map([...sources, ['bundler', programFile('bundle-studio-page.mjs')]])
  const cached = join(
    cacheFolder,
    `studio-page-${shortDigest([...bundled, digestOfFiles(inputs)].join('\n'))}.json`,
  )
  const kept = await readIfKept(cached)
  if (kept) {
    await markUsed(cached)
    return JSON.parse(kept.toString('utf8')) as StudioPage
  }
  const built = await buildPage(packageRoot)
  // Where nothing can be kept, this run has it all the same.
  await keepFile(cached, JSON.stringify(built)).then(
    () => forgetOld(cacheFolder, 'studio-page-'),
    () => {},
  )
  return built
}

/** Of a release: its page, as long as the sources are those that it was made of. */
async function readReleased(sources: ReadonlyMap<string, string>): Promise<StudioPage | undefined> {
  if (releaseFolder === undefined) return undefined
  const text = await readFile(join(releaseFolder, 'studio-page.json'), 'utf8')
  const { madeFrom, ...code } = JSON.parse(text) as StudioPage & { madeFrom: string }
  return madeFrom === digestOfFiles(sources) ? code : undefined
}

/** Builds the page that a release carries. */
export async function releaseStudioPage(packageRoot: string, file: string): Promise<void> {
  const madeFrom = digestOfFiles(await sourcesOf(packageRoot))
  await writeFile(file, JSON.stringify({ ...(await buildPage(packageRoot)), madeFrom }))
}

/** Paths of the page's sources by their names, sorted. */
async function sourcesOf(packageRoot: string): Promise<Map<string, string>> {
  const files: string[] = []
  for (const folder of ['templates/studio/page', 'question-types', 'contract']) {
    const entries = await readdir(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    files.push(
      ...entries
        .filter((entry) => entry.isFile() && /\.(?:vue|ts|css)$/.test(entry.name))
        .map((entry) => relative(packageRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
  }
  return new Map(files.toSorted().map((file) => [file, join(packageRoot, file)]))
}

function buildPage(packageRoot: string): Promise<StudioPage> {
  const ended = 'Unexpected end of the bundling of the studio’s page'
  return new Promise((resolve, reject) => {
    const thread = new Worker(programFile('bundle-studio-page.mjs'), {
      workerData: { packageRoot },
      env: { ...process.env, NODE_ENV: 'production' },
      execArgv: [],
    })
    thread.once('message', resolve)
    thread.once('error', (thrown: Error) =>
      reject(
        new StudioPageError(`${ended}, expected components that can be compiled\n${thrown.message}`, {
          cause: thrown,
        }),
      ),
    )
    thread.once('exit', () => reject(new StudioPageError(ended)))
  })
}
