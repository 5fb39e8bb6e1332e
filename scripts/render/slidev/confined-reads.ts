// A hand-written slide is compiled, and a compiler reads what it is told to: a style sheet, a picture, a
// module. A unit is somebody else's folder, and its slides must not name any file of the machine that builds
// them. All reads of the program that compiles slides go through one question, asked of real paths, so that
// neither a link nor another way of writing a path leads around it. Reads of JavaScript are asked where Node
// does them, those of the bundler's own machine code by a plugin that comes first.

import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, isAbsolute, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/**
 * A read that was refused. For whoever reads there is no such file, so that he goes on to the next and all
 * that is refused is found.
 */
class OutsideRead extends Error {
  readonly code = 'ENOENT'

  constructor(path: string) {
    super(`Unexpected read of "${basename(path)}" outside of the unit`)
  }
}

/** What may be read, and what was asked for beyond it. */
export interface Confinement {
  /** Throws OutsideRead and remembers it. A path where nothing is can be asked for: it is nobody's secret. */
  ask(path: string): void
  /** As `ask`; tools may also look for their settings in every folder above a project. */
  askForTool(path: string): void
  /** Real paths that were refused, each once. */
  readonly refused: ReadonlySet<string>
}

const settings = /^(?:package\.json|[tj]sconfig(?:\.[\w-]+)?\.json|\.?browserslist(?:rc)?)$/

/** Confines reads to folders (absolute) and single files, with whatever links to them. */
export function openConfinement(allowed: readonly string[]): Confinement {
  const roots = allowed.flatMap((path) => real(path) ?? [])
  const above = new Set(roots.flatMap(ancestors))
  const refused = new Set<string>()
  const within = (path: string): boolean => roots.some((root) => path === root || path.startsWith(root + sep))
  const refuse = (path: string): never => {
    refused.add(path)
    throw new OutsideRead(path)
  }
  return {
    ask(path) {
      const found = real(path)
      if (found !== undefined && !within(found)) refuse(found)
    },
    askForTool(path) {
      const found = real(path)
      if (found === undefined || within(found) || above.has(found)) return
      if (!settings.test(basename(found)) || !above.has(dirname(found))) refuse(found)
    },
    refused,
  }
}

const readers = ['readFile', 'open', 'openAsBlob', 'createReadStream', 'readdir', 'opendir', 'copyFile', 'cp']

/**
 * Has every read of this process, by whichever library, asked for, once the function that is returned was
 * called. To be called before those libraries are loaded, which might keep Node's own functions, and which
 * look at the system while they start.
 */
export function confineReads({ askForTool }: Confinement): () => void {
  let begun = false
  const check = (path: unknown): void => {
    if (!begun) return
    if (typeof path === 'string') askForTool(resolve(path))
    else if (path instanceof URL) askForTool(fileURLToPath(path))
    else if (path instanceof Uint8Array) askForTool(resolve(Buffer.from(path).toString()))
  }
  replace(fsPromises, readers, (original) => async (...args) => {
    check(args[0])
    return original(...args)
  })
  replace(fs, [...readers, ...readers.map((name) => `${name}Sync`)], (original) => (...args) => {
    try {
      check(args[0])
    } catch (thrown) {
      const done = args.at(-1)
      if (typeof done !== 'function') throw thrown
      process.nextTick(done as (error: unknown) => void, thrown)
      return undefined
    }
    return original(...args)
  })
  syncBuiltinESMExports()
  return () => {
    begun = true
  }
}

type Read = (...args: unknown[]) => unknown

function replace(module: object, names: readonly string[], make: (original: Read) => Read): void {
  const functions = module as Record<string, Read | undefined>
  for (const name of names) {
    const original = functions[name]
    if (original) functions[name] = make(original.bind(module))
  }
}

/** Asks for every module before the bundler reads it. */
export function confinedModules({ ask }: Confinement): Plugin {
  return {
    name: 'factdeck:confined-modules',
    enforce: 'pre',
    load: {
      order: 'pre',
      handler(id) {
        const path = id.replace(/^\0/, '').replace(/[?#].*$/s, '')
        try {
          if (isAbsolute(path)) ask(path)
        } catch {
          // Remembered; an empty module in its place lets the rest be looked at.
          return {
            code: /\.(?:css|s[ac]ss|less|styl|pcss|postcss)$/.test(path) ? '' : 'export default ""',
            moduleType: 'js',
          }
        }
        return null
      },
    },
  }
}

function real(path: string): string | undefined {
  try {
    return fs.realpathSync.native(path)
  } catch {
    return undefined
  }
}

/** The folders that a folder lies in, nearest first. */
function ancestors(folder: string): string[] {
  const above = dirname(folder)
  return above === folder ? [] : [above, ...ancestors(above)]
}
