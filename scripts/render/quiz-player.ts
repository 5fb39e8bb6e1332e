// The quiz player: a Vue application bundled once into one classic script, so that it runs inline from
// file://, and kept until its inputs change.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Worker } from 'node:worker_threads'
import { shortDigest } from '../source/digest.ts'
import { installedVersion } from './installed.ts'
import { forgetOld, keepFile, markUsed, readIfKept } from './kept-files.ts'
import { digestOfFiles, needCompiler, programFile, releaseFolder } from './release.ts'

/**
 * The player could not be bundled, for example because of a fault in its components; the message carries the
 * bundler's own words.
 */
export class PlayerError extends Error {}

export interface QuizPlayer {
  /** A classic script; it holds neither `</script` nor `<!--` and needs no eval. */
  js: string
  css: string
}

const bundled = ['vue', 'ts-fsrs', 'pure-rand', 'vite', '@vitejs/plugin-vue']

/**
 * Opens the player of the package at `packageRoot`. The first time it is built by Vite (seconds) and written
 * to `cacheFolder`; later it is read from there (milliseconds) as long as its sources and libraries are the
 * same. A cache that cannot be read is built again; files appear in it whole or not at all.
 */
export async function openQuizPlayer(options: {
  packageRoot: string
  cacheFolder: string
}): Promise<QuizPlayer> {
  const { packageRoot, cacheFolder } = options
  const sources = await sourcesOf(packageRoot)
  const released = await readReleased(sources)
  if (released) return released
  needCompiler()
  const inputs = hashOfInputs(sources)
  const cached = join(cacheFolder, `quiz-player-${inputs}.json`)
  const kept = await readCode(cached)
  if (kept) {
    await markUsed(cached)
    return kept
  }
  const built = await buildPlayer(packageRoot)
  // Where nothing can be kept, this run has it all the same.
  await keepFile(cached, JSON.stringify(built)).then(
    () => forgetOld(cacheFolder, 'quiz-player-'),
    () => {},
  )
  return built
}

/** Of a release: its player, as long as the sources are those that it was made of. */
async function readReleased(sources: ReadonlyMap<string, string>): Promise<QuizPlayer | undefined> {
  if (releaseFolder === undefined) return undefined
  const file = join(releaseFolder, 'quiz-player.json')
  const { madeFrom, ...code } = JSON.parse(await readFile(file, 'utf8')) as QuizPlayer & { madeFrom: string }
  return madeFrom === digestOfFiles(sources) ? code : undefined
}

/** Builds the player that a release carries. */
export async function releasePlayer(packageRoot: string, file: string): Promise<void> {
  const madeFrom = digestOfFiles(await sourcesOf(packageRoot))
  await writeFile(file, JSON.stringify({ ...(await buildPlayer(packageRoot)), madeFrom }))
}

/** Paths of the player's sources by their names, sorted. */
async function sourcesOf(packageRoot: string): Promise<Map<string, string>> {
  const folders = ['templates/quiz/player', 'question-types', 'contract']
  const files: string[] = []
  for (const folder of folders) {
    const entries = await readdir(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    files.push(
      ...entries
        // Words come with the page.
        .filter(
          (entry) => entry.isFile() && (folder === 'templates/quiz/player' || !entry.name.endsWith('.json')),
        )
        .map((entry) => relative(packageRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
  }
  return new Map(files.toSorted().map((file) => [file, join(packageRoot, file)]))
}

function hashOfInputs(sources: ReadonlyMap<string, string>): string {
  const versions = bundled.map((name) => `${name}@${installedVersion(name)}`)
  const all = new Map([...sources, ['bundler', programFile('bundle-quiz-player.mjs')]])
  return shortDigest([...versions, digestOfFiles(all)].join('\n'))
}

async function readCode(file: string): Promise<QuizPlayer | undefined> {
  try {
    const text = (await readIfKept(file))?.toString('utf8') ?? ''
    const { js, css } = JSON.parse(text) as Partial<QuizPlayer>
    return typeof js === 'string' && typeof css === 'string' ? { js, css } : undefined
  } catch {
    return undefined
  }
}

function buildPlayer(packageRoot: string): Promise<QuizPlayer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(programFile('bundle-quiz-player.mjs'), {
      workerData: { packageRoot },
      env: { ...process.env, NODE_ENV: 'production' },
      execArgv: [],
    })
    thread
      .once('message', resolve)
      .once('error', (thrown) =>
        reject(
          new PlayerError(
            `Unexpected end of the bundling of the quiz player, expected components that can be compiled\n${String((thrown as Error).message ?? thrown)}`,
            { cause: thrown },
          ),
        ),
      )
    thread.once('exit', () => reject(new PlayerError('Unexpected end of the bundling of the quiz player')))
  })
}
