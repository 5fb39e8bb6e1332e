// A build of what was built before, into the folder where it still lies, has nothing to do. What a build is made
// of is known before anything is read closely: the call, the program, the browsers there are, the unit and the
// articles. Under a digest of these it is kept what a build said and what its folder held; where both are so
// still, the same is said again.

import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { browsersFound } from '../render/browser.ts'
import { forgetUnused, keepFile, markUsed, readIfKept } from '../render/kept-files.ts'
import { cacheFolderOf, packageRoot } from '../render/open-render.ts'
import { contentFolders, readArticles } from '../source/content-folder.ts'
import { sha256, shortDigest } from '../source/digest.ts'
import { listFiles } from '../source/list-files.ts'
import { recoverOutput } from '../source/output-tree.ts'
import { exit, type Io } from './io.ts'

/** Which build it is. Paths are absolute. */
export interface Request {
  content: string
  articles: string | undefined
  out: string
  followLinks?: boolean
  /** All that was asked for, the paths too, as they were given. */
  call: unknown
}

interface Kept {
  inputs: string
  tree: string
  /** What was said on the way. */
  said: readonly (readonly [to: 'out' | 'err', text: string])[]
  made: Made
}

/** What is said at the end: where it lies, how many files there are, what else there is to know. */
interface Made {
  at: string
  files: string
  note: string
}

/** What a build came to. */
export interface Built {
  code: number
  /** Absent where it failed. */
  made?: Made
  /** Whether the next one would make the same. Not so where something could not be made. */
  whole?: boolean
  /** Of what it wrote, by path in the folder. */
  digests?: ReadonlyMap<string, string>
  /** What is left to do when all is said. */
  end?: () => Promise<void>
}

/** Days after which it is forgotten what a build made. */
const days = 30

/**
 * Runs a build, unless one of the same was made before and its folder is as it left it, which takes no more than
 * to read both; whatever was said before is said again then. Otherwise `build` is given a digest of the program and
 * all that it uses. Returns the exit code.
 */
export async function unlessUnchanged(
  request: Request,
  io: Io,
  build: (io: Io, program: string) => Promise<Built>,
): Promise<number> {
  const file = join(cacheFolderOf(io.env), 'builds', shortDigest(request.out))
  const program = programOf(request.content, io)
  const inputs = await inputsOf(request, io, program)
  const kept = read(await readIfKept(file))
  if (kept?.inputs === inputs && kept.tree === treeOf(request.out)) {
    await recoverOutput(request.out)
    await markUsed(file)
    for (const [to, text] of kept.said) io[to](text)
    const { at, files, note } = kept.made
    io.out(`${at}: ${files} made before, nothing that goes into them has changed since${note}`)
    return exit.fine
  }

  const said: ['out' | 'err', string][] = []
  const saying = (to: 'out' | 'err') => (text: string) => {
    said.push([to, text])
    io[to](text)
  }
  const { code, made, whole, digests } = await build(
    { ...io, out: saying('out'), err: saying('err') },
    program,
  )
  if (made) io.out(`${made.at}: ${made.files} made${made.note}`)
  // What was saved meanwhile may be in it or not.
  if (!made || !whole || inputs !== (await inputsOf(request, io, programOf(request.content, io)))) return code
  const tree = treeOf(request.out, digests)
  if (tree === undefined) return code
  try {
    await keepFile(file, JSON.stringify({ inputs, tree, said, made } satisfies Kept))
    await forgetUnused(dirname(file), /./, days)
  } catch {
    // Where nothing can be kept, the next build makes everything again.
  }
  return code
}

function read(data: Buffer | undefined): Kept | undefined {
  return data && (JSON.parse(data.toString('utf8')) as Kept)
}

async function inputsOf(
  { content, articles, out, followLinks = false, call }: Request,
  io: Io,
  program: string,
): Promise<string> {
  const parts: (string | Uint8Array)[] = [JSON.stringify([call, io.cwd, io.watched, out])]
  const add = (name: string, path: string): void => {
    // What cannot be read is a matter of the build.
    const data = dataOf(path)
    parts.push(`\n${name} ${data?.length ?? 'unreadable'}\n`, data ?? '')
  }
  for (const folder of contentFolders) {
    const { value = [], diagnostics } = await listFiles(content, folder, { followLinks })
    parts.push(JSON.stringify(diagnostics))
    for (const name of value) add(name, join(content, name))
  }
  if (articles !== undefined) {
    const texts = await readArticles(articles).catch(() => undefined)
    parts.push(JSON.stringify([articles, texts?.others, texts && [...texts]]))
  }
  parts.push(program)
  return sha256(...parts)
}

/** A digest of all that goes into a build beside the unit and the call; see `programState`. */
export function programOf(content: string, { env }: Pick<Io, 'env'>): string {
  const browsers = browsersFound({ cache: cacheFolderOf(env), env })
  return sha256([process.version, browsers, programState(content)].join('\n'))
}

function dataOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** What packages are installed is told by these. */
const lockFiles = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml']

/**
 * Of the program and of the packages that it or a unit may use: names, sizes and times of its files, and of what
 * installers leave. It changes with every saved source and every installed package.
 */
function programState(content: string): string {
  const own = ['bin', 'program', 'lib', 'scripts', 'contract', 'question-types', 'templates'].flatMap(
    (folder) => filesBelow(join(packageRoot, folder)),
  )
  const installed = [packageRoot, content].flatMap((folder) =>
    [...upwards(folder)].flatMap((above) => lockFiles.map((name) => join(above, 'node_modules', name))),
  )
  return [join(packageRoot, 'package.json'), ...own, ...installed].map(stateOf).join('\n')
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path)
      return [path]
    })
  } catch {
    return []
  }
}

function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at
    if (dirname(at) === at) return
  }
}

function stateOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? `${path} ${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}` : ''
}

/**
 * A digest of all that lies in a folder; undefined where there is anything but ordinary files. What was written just
 * now need not be read again: its digests are known.
 */
function treeOf(out: string, known?: ReadonlyMap<string, string>): string | undefined {
  const lines: string[] = []
  const walk = (folder: string, name: string): boolean =>
    readdirSync(folder, { withFileTypes: true })
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .every((entry) => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return walk(path, `${name}${entry.name}/`)
        if (!entry.isFile()) return false
        const { mode, nlink, size } = statSync(path)
        const digest = known?.get(`${name}${entry.name}`) ?? sha256(readFileSync(path))
        lines.push(`${name}${entry.name} ${mode} ${nlink} ${size} ${digest}`)
        return true
      })
  try {
    return walk(realpathSync(out), '') ? sha256(lines.join('\n')) : undefined
  } catch {
    return undefined
  }
}
