// The quiz player: a Vue application bundled once, kept until its inputs change, and joined for each page
// into one classic script that runs inline from file://. A page pays only for the types of its questions.

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

/** A piece of the player, as bundle-quiz-player.mjs makes it. */
interface Part {
  name: string
  /** The folder of the question type that it belongs to. */
  type?: string
  /** It starts the player: in the page of one quiz, or in that of the whole unit. */
  starts?: 'quiz' | 'unit'
  /** Names of those that have to stand before it. */
  needs: string[]
  js: string
  css: string
}

/** What the bundler makes. */
interface Bundled {
  parts: Part[]
  worker: string
}

/** Script and style of a page; the same object for the same types. */
export interface PageCode {
  js: string
  css: string
}

export interface QuizPlayer {
  /**
   * Script and style of a page with questions of these types, of one quiz or of the whole unit; named by
   * their folders below `question-types/`. The script is a classic one; it holds neither `</script` nor
   * `<!--` and needs no eval. The same folders give the same bytes in any order.
   */
  forTypes(folders: Iterable<string>, page?: 'quiz' | 'unit'): PageCode
  /**
   * The service worker of the unit's page; `self.__WB_MANIFEST` in it stands for the list of what it keeps.
   */
  worker: string
}

function playerOf({ parts, worker }: Bundled): QuizPlayer {
  // Most pages of a unit have the same types.
  const made = new Map<string, PageCode>()
  return {
    worker,
    forTypes(folders, page = 'quiz') {
      const wanted = new Set(folders)
      const key = [page, ...[...wanted].toSorted()].join('\n')
      const known = made.get(key)
      if (known) return known
      const types = parts.filter(({ type }) => type !== undefined && wanted.has(type))
      const main = parts.filter(({ starts }) => starts === page)
      const before = inOrder(types, parts)
      const all = inOrder([...types, ...main], parts)
      const players = types.map(({ name, type }) => `'${type}':${name}`)
      const js = [
        ...before.map((part) => part.js),
        `const playersOfPage={${players}};`,
        ...all.slice(before.length).map((part) => part.js),
      ]
      const code = { js: `(()=>{${js.join('\n')}})()`, css: styleOf(all) }
      made.set(key, code)
      return code
    },
  }
}

/** The style of the player comes first, so that types can add to it. */
function styleOf(parts: readonly Part[]): string {
  return parts
    .toSorted((one, other) => Number(other.starts !== undefined) - Number(one.starts !== undefined))
    .flatMap(({ css }) => css || [])
    .join('\n')
}

/** These parts and all that they need, each after what it needs. */
function inOrder(wanted: readonly Part[], all: readonly Part[], before: readonly Part[] = []): Part[] {
  return wanted.reduce<Part[]>(
    (done, part) =>
      done.includes(part)
        ? done
        : [
            ...inOrder(
              all.filter(({ name }) => part.needs.includes(name)),
              all,
              done,
            ),
            part,
          ],
    [...before],
  )
}

const bundled = [
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
  'vue',
  'ts-fsrs',
  'pure-rand',
  'vite',
  '@vitejs/plugin-vue',
]

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
  const kept = await readParts(cached)
  if (kept) {
    await markUsed(cached)
    return playerOf(kept)
  }
  const built = await buildParts(packageRoot)
  // Where nothing can be kept, this run has it all the same.
  await keepFile(cached, JSON.stringify(built)).then(
    () => forgetOld(cacheFolder, 'quiz-player-'),
    () => {},
  )
  return playerOf(built)
}

/** Of a release: its player, as long as the sources are those that it was made of. */
async function readReleased(sources: ReadonlyMap<string, string>): Promise<QuizPlayer | undefined> {
  if (releaseFolder === undefined) return undefined
  const file = join(releaseFolder, 'quiz-player.json')
  const { madeFrom, ...made } = JSON.parse(await readFile(file, 'utf8')) as Bundled & { madeFrom: string }
  return madeFrom === digestOfFiles(sources) ? playerOf(made) : undefined
}

/** Builds the player that a release carries. */
export async function releasePlayer(packageRoot: string, file: string): Promise<void> {
  const madeFrom = digestOfFiles(await sourcesOf(packageRoot))
  await writeFile(file, JSON.stringify({ ...(await buildParts(packageRoot)), madeFrom }))
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
  // In a release they are one file.
  const programs = [
    'bundle-quiz-player.mjs',
    ...(releaseFolder === undefined ? ['less-of-fsrs.mjs', 'less-of-vue.mjs'] : []),
  ].map((program) => [program, programFile(program)] as const)
  const all = new Map([...sources, ...programs])
  return shortDigest([...versions, digestOfFiles(all)].join('\n'))
}

async function readParts(file: string): Promise<Bundled | undefined> {
  const kept = await readIfKept(file)
  return kept && (JSON.parse(kept.toString('utf8')) as Bundled)
}

function buildParts(packageRoot: string): Promise<Bundled> {
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
