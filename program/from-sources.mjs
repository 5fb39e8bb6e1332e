// The command in a checkout. Its sources are TypeScript in some two hundred files, its libraries as many
// again: to find, translate and compile them takes longer than most of what they are asked to do. So the
// first run bundles all of it into one script, and keeps that in the cache folder together with what V8
// compiled of it, under a digest of the sources' names, sizes and times; a source that changes makes another
// bundle. Whatever is wrong with the cache or the bundler, the command runs all the same: from memory, or
// from its sources through tsx, as `npx tsx scripts/cli.ts` always does.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  forgetOld,
  frame,
  packageImport,
  readWhole,
  runScript,
  sealed,
  stdin,
  supported,
} from './compiled-script.mjs'
import { asked, say, threadsOf } from './threads.mjs'

/**
 * @typedef {{ text: string, folder?: string }} Bundle `folder` is where it is kept, absent where nothing can
 * be.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = resolve(root, process.env['FACTDECK_CACHE'] ?? '.cache')
/** What the script is called in stacks; what it requires is looked for from here. */
const scriptName = join(root, 'program/factdeck.bundle.js')

const program = await open()
if (asked) {
  // Without a program it fails, and the command does all by itself.
  say(await program.exports.judgeUnit(asked))
} else if (program) {
  const { main, terminal } = program.exports
  const io = { ...terminal(), thread: threadsOf(import.meta.url) }
  process.exitCode = await main(process.argv.slice(2), { ...io, err: (text) => io.err(program.placed(text)) })
  if (process.exitCode === 0) program.keepCompiled()
} else {
  await import('tsx/esm')
  await import('../scripts/cli.ts')
}

/** The bundle, compiled; undefined where only the sources will do. */
async function open() {
  try {
    const folder = join(cache, `program-${sourcesDigest()}`)
    const bundle = read(folder) ?? (await make(folder))
    const script = runScript({ text: bundle.text, filename: scriptName, folder })
    return {
      exports: script.exports,
      placed: (text) => withSourcePlaces(text, join(folder, 'program.js.map')),
      keepCompiled: () => bundle.folder && script.keepCompiled(),
    }
  } catch {
    return undefined
  }
}

/** Of what the bundle is made from: it changes with every saved source and every installed package. */
function sourcesDigest() {
  const hash = createHash('sha256').update(`${process.version} ${process.arch} ${root}\n`)
  const files = ['scripts', 'contract', 'question-types', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          /\.(?:ts|json)$/.test(entry.name) && !entry.parentPath.includes('node_modules', root.length),
      )
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const installed = ['package.json', 'node_modules/.package-lock.json'].map((name) => join(root, name))
  const own = ['from-sources.mjs', 'compiled-script.mjs', 'threads.mjs'].map((name) =>
    join(root, 'program', name),
  )
  for (const file of [...own, ...installed, ...files.toSorted()]) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file, { throwIfNoEntry: false }) ?? {}
    hash.update(`${file} ${size} ${mtimeMs} ${ctimeMs} ${ino}\n`)
  }
  return hash.digest('hex').slice(0, 20)
}

/** @returns {Bundle | undefined} */
function read(folder) {
  const text = readWhole(join(folder, 'program.js'))?.toString('utf8')
  return text === undefined ? undefined : { text, folder }
}

/**
 * Bundles the program. Two processes that do so at once both try to put theirs in place; one is kept.
 * @returns {Promise<Bundle>}
 */
async function make(folder) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    stdin: { ...stdin, resolveDir: root },
    absWorkingDir: root,
    outfile: join(folder, 'program.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: `node${process.versions.node}`,
    supported,
    sourcemap: 'external',
    sourcesContent: false,
    write: false,
    logLevel: 'silent',
    ...frame,
    plugins: [{ name: 'modules-in-script', setup: modulesInScript }],
  })
  const making = `${folder}.${process.pid}-${Date.now()}.tmp`
  try {
    mkdirSync(making, { recursive: true })
    for (const { path, contents } of outputFiles)
      writeFileSync(join(making, path.slice(folder.length)), sealed(contents))
    forgetOld(cache, 'program-')
    // One that was damaged gives way.
    if (!read(folder)) rmSync(folder, { recursive: true, force: true })
    renameSync(making, folder)
  } catch {
    rmSync(making, { recursive: true, force: true })
  }
  // If another process was faster, its bundle is the one to which what is compiled will belong.
  return read(folder) ?? { text: outputFiles.find(({ path }) => path.endsWith('.js')).text }
}

/**
 * What only a module has, in a script: the place of each source, and the import of packages that are seldom
 * needed (Vite, the browser, Typst), which stay where they are.
 * @param {import('esbuild').PluginBuild} build
 */
function modulesInScript({ onLoad }) {
  onLoad({ filter: /[\\/]scripts[\\/].*\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8')
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      .replaceAll(packageImport, 'importPackage('),
    loader: 'ts',
  }))
}

/**
 * A text with the places of the bundle named as places of the sources, as Node does it for stacks of scripts
 * that it loads itself. On what is printed, and not on every stack as it is made: a library that looks at
 * stacks all the time makes hundreds that nobody reads.
 */
function withSourcePlaces(text, mapFile) {
  if (!text.includes(scriptName)) return text
  try {
    const map = new SourceMap(JSON.parse(readWhole(mapFile).toString('utf8')))
    const [first, ...rest] = text.split(scriptName)
    const named = rest.map((piece) => {
      const [place, line, column] = /^:(\d+):(\d+)/.exec(piece) ?? []
      const { originalSource, originalLine, originalColumn } =
        place === undefined ? {} : map.findEntry(line - 1, column - 1)
      if (originalSource === undefined) return scriptName + piece
      const source = resolve(mapFile, '..', originalSource)
      return `${source}:${originalLine + 1}:${originalColumn + 1}${piece.slice(place.length)}`
    })
    return first + named.join('')
  } catch {
    return text
  }
}
