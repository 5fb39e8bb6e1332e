// A script of megabytes, and what V8 compiled of it, which is sooner read than compiled again. V8 believes
// whatever it is given, and a damaged file would end the process; so each carries the digest of its data in
// front, in the form of scripts/render/kept-files.ts, which is a part of the script and cannot read it.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'

/** Every script is a function of what CommonJS offers a module, and of what it does not. */
export const frame = {
  banner: { js: '(function (require, module, exports, importPackage, here) {' },
  footer: { js: '})' },
}

/**
 * Literals stay literals: what the bundler takes for too new it would write as `new RegExp`, which is made
 * again each time that a line is reached.
 */
export const supported = { 'regexp-unicode-property-escapes': true }

/** What the bundler starts from. */
export const stdin = {
  contents: `export { main } from './scripts/commands/main.ts'\nexport { terminal } from './scripts/commands/terminal.ts'\nexport { judgeUnit } from './scripts/commands/judging.ts'`,
}

/**
 * Packages that are CommonJS whichever way they are asked for. To import one, Node first searches its text
 * for the names that it exports, which for Playwright's megabytes takes as long as to run them; to require it
 * gives the same.
 */
const commonJs = ['@vue/compiler-dom', 'playwright-core', 'pdf-lib', 'subset-font']

/** The import of a package, which is to go through `importPackage`: V8 does not keep who answers a script's own. */
export const packageImport = /(?<!["'`])\bimport\((?='[^.])/g

/**
 * Runs a script.
 * @param {object} given
 * @param {string} given.text
 * @param {string} given.filename what it is called in stacks; what it requires is looked for from here
 * @param {string} given.folder where what was compiled of it is kept
 * @param {string} [given.shipped] a file of what was compiled of it at release, for those who have nothing yet
 * @param {Readonly<Record<string, string>>} [given.carried] packages that lie beside it, by name
 * @returns what it exports, and how to keep what was compiled
 */
export function runScript({ text, filename, folder, shipped, carried = {} }) {
  // Every command uses other parts: what it compiled last time, and no more, is there again.
  const file = join(folder, `${/^[a-z]+$/.exec(process.argv[2] ?? '') ?? 'none'}.v8`)
  const cachedData = readWhole(file) ?? (shipped && readWhole(shipped))
  const script = new Script(text, { filename, ...(cachedData ? { cachedData } : {}) })
  const module = { exports: {} }
  const require = createRequire(filename)
  const here = pathToFileURL(filename)
  const importPackage = async (name) => {
    if (name in carried) return import(new URL(carried[name], here).href)
    if (!commonJs.includes(name)) return import(name)
    const exports = require(name)
    return { ...exports, default: exports }
  }
  script.runInThisContext()(require, module, module.exports, importPackage, here.href)
  return {
    exports: module.exports,
    /** Whether there was anything to keep. */
    keepCompiled() {
      const isNew = !cachedData || script.cachedDataRejected === true
      if (isNew) put(file, script.createCachedData())
      return isNew
    },
  }
}

/** The name of what is compiled of a program: another Node compiles it into something else. */
export function compiledFor(name) {
  return `${name}-${process.version}-${process.platform}-${process.arch}`
}

/** The data of a file that `put` wrote; undefined where there is none, or other data than were put there. */
export function readWhole(file) {
  try {
    const bytes = readFileSync(file)
    const data = bytes.subarray(digestBytes)
    return digestOf(data).equals(bytes.subarray(0, digestBytes)) ? data : undefined
  } catch {
    return undefined
  }
}

/** Writes a file, its digest in front: whole or not at all. A cache that cannot be written is none. */
export function put(file, data) {
  const making = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(making, sealed(data))
    renameSync(making, file)
  } catch {
    try {
      rmSync(making, { force: true })
    } catch {
      // Nor can anything be removed there.
    }
  }
}

/** Data as `readWhole` wants them. */
export function sealed(data) {
  return Buffer.concat([digestOf(data), Buffer.from(data)])
}

const digestBytes = 32

function digestOf(data) {
  return createHash('sha256').update(data).digest()
}

/** Of the folders that start so only those of the last few versions stay: those that somebody still switches between. */
export function forgetOld(cache, start) {
  try {
    const kept = readdirSync(cache)
      .filter((name) => name.startsWith(start) && !name.endsWith('.tmp'))
      .map((name) => ({ path: join(cache, name), time: statSync(join(cache, name)).mtimeMs }))
    for (const { path } of kept.toSorted((one, other) => other.time - one.time).slice(3))
      rmSync(path, { recursive: true, force: true })
  } catch {
    // There is no cache, or another process tidies it.
  }
}
