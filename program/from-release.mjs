// The command of a release, which `program/release.mjs` bundles: the program is one script beside it, and so is
// what V8 compiled of it, for the Node that the release was made with. Any other Node compiles it in the first
// run, and keeps that in the cache folder.

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compiledFor, forgetOld, runScript } from './compiled-script.mjs'
import { asked, say, threadsOf } from './threads.mjs'

/** @type {{ name: string, carried: Record<string, string> }} */
const program = PROGRAM
const lib = fileURLToPath(new URL('.', import.meta.url))
const cache = resolve(lib, '..', process.env['FACTDECK_CACHE'] ?? '.cache')

const { exports, keepCompiled } = runScript({
  text: readFileSync(join(lib, `${program.name}.js`), 'utf8'),
  filename: join(lib, `${program.name}.js`),
  folder: join(cache, compiledFor(program.name)),
  shipped: join(lib, `${compiledFor(program.name)}.v8`),
  carried: program.carried,
})
if (asked) {
  say(await exports.judgeUnit(asked))
} else {
  const io = { ...exports.terminal(), thread: threadsOf(import.meta.url) }
  process.exitCode = await exports.main(process.argv.slice(2), io)
  if (process.exitCode === 0 && keepCompiled()) forgetOld(cache, 'program-')
}
