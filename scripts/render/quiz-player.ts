// The quiz player: a Vue application bundled once into one classic script, so that it runs inline from file://, and kept until its inputs change.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { installedVersion } from './installed.ts'
import { forgetOld, keepFile, markUsed, readIfKept } from './kept-files.ts'

/** The player could not be bundled, for example because of a fault in its components; the message carries the bundler's own words. */
export class PlayerError extends Error {}

export interface QuizPlayer {
  /** A classic script; it holds neither `</script` nor `<!--` and needs no eval. */
  js: string
  css: string
}

const bundled = ['vue', 'ts-fsrs', 'pure-rand', 'vite', '@vitejs/plugin-vue']

/**
 * Opens the player of the package at `packageRoot`. The first time it is built by Vite (seconds) and written to
 * `cacheFolder`; later it is read from there (milliseconds) as long as its sources and libraries are the same.
 * A cache that cannot be read is built again; files appear in it whole or not at all.
 */
export async function openQuizPlayer(options: {
  packageRoot: string
  cacheFolder: string
}): Promise<QuizPlayer> {
  const { packageRoot, cacheFolder } = options
  const inputs = await hashOfInputs(packageRoot)
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

async function hashOfInputs(packageRoot: string): Promise<string> {
  const folders = ['templates/quiz/player', 'question-types', 'contract']
  const files = ['scripts/render/bundle-quiz-player.mjs']
  for (const folder of folders) {
    const entries = await readdir(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    files.push(
      ...entries
        // Words come with the page.
        .filter(
          (entry) => entry.isFile() && !(folder !== 'templates/quiz/player' && entry.name.endsWith('.json')),
        )
        .map((entry) => join(entry.parentPath, entry.name).slice(packageRoot.length)),
    )
  }
  const hash = createHash('sha256')
  for (const name of bundled) hash.update(`${name}@${installedVersion(name)}\n`)
  for (const file of files.toSorted())
    hash.update(`${file.replaceAll('\\', '/')}\n`).update(await readFile(join(packageRoot, file)))
  return hash.digest('hex').slice(0, 16)
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
    const thread = new Worker(new URL('./bundle-quiz-player.mjs', import.meta.url), {
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
