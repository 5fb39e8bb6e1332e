// Typst in a process of its own, in plain JavaScript: what it remembers of its work cannot be made to forget,
// so `typst.ts` ends it when it has grown, and starts another. It also outlives no fault of its own.
//
// Gets one message with the module to load, which takes longest, one with what to open, and one for each document;
// answers each document with the PDF or with what is wrong with it, and how many bytes it has grown to.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

/**
 * @typedef {{ module: string }} Loading path of the WebAssembly module
 * @typedef {{ fonts: string[], folders: [from: string, to: string][] }} Opening paths of TrueType files, and of
 *   folders with the places at which templates find them
 * @typedef {{ mainFilePath: string, inputs: Record<string, string> }} Setting
 */

// After a change few documents are set, and the first of them is waited for: where the module is compiled on one
// processor instead of all it comes a quarter sooner, and 35 documents take up to a tenth longer.
setFlagsFromString('--wasm-num-compilation-tasks=1')

/** @type {ReturnType<typeof load> | undefined} */
let loaded

/** @type {ReturnType<typeof open> | undefined} */
let opened

process.on('disconnect', () => process.exit())
process.on('message', (/** @type {Loading | Opening | Setting} */ message) => {
  if ('mainFilePath' in message) return void answer(message)
  if ('module' in message) loaded = load(message)
  else opened = open(message)
  // Whoever sends the first document is told.
  for (const ready of [loaded, opened]) ready?.catch(() => undefined)
})

/** @param {Loading} loading */
async function load({ module }) {
  const [{ createTypstCompiler }, { loadFonts }, { default: instance }] = await Promise.all([
    import('@myriaddreamin/typst.ts/compiler'),
    import('@myriaddreamin/typst.ts/options.init'),
    import('@myriaddreamin/typst-ts-web-compiler'),
  ])
  // As a record: of bare bytes its loader says on stderr that they are deprecated.
  const binary = { module_or_path: await readFile(module) }
  const { memory } = await instance(binary)
  return { createTypstCompiler, loadFonts, binary, memory }
}

/** @param {Opening} opening */
async function open({ fonts, folders }) {
  const { createTypstCompiler, loadFonts, binary, memory } = await loaded
  const data = await Promise.all(fonts.map(async (file) => new Uint8Array(await readFile(file))))
  const compiler = createTypstCompiler()
  await compiler.init({
    // Loaded already, it stays what it is.
    getModule: () => binary,
    // Without `assets: false` it would fetch fonts from the network.
    beforeBuild: [loadFonts(data, { assets: false })],
  })
  for (const [from, to] of folders)
    for (const name of (await readdir(from, { recursive: true })).toSorted())
      if (name.endsWith('.typ'))
        compiler.mapShadow(`${to}/${name.replaceAll('\\', '/')}`, await readFile(join(from, name)))
  return { compiler, memory }
}

/** Of a page's height, from where on its end looks full. */
const halfFull = 0.5

/**
 * Sets a document as it is or closer, and makes its PDF where its end is as wanted.
 *
 * @typedef {{ page: number, at: number }} End where a document ends, as its template tells; `at` in parts of the
 *   page's height
 * @param {Awaited<ReturnType<typeof open>>['compiler']} compiler
 * @param {Setting} setting
 * @param {number} closer
 * @param {(end: End | undefined) => boolean} wanted
 */
function set(compiler, { mainFilePath, inputs }, closer, wanted) {
  const setting = { mainFilePath, inputs: { ...inputs, closer: String(closer) } }
  // Not `compiler.compile`, which keeps every document that it made.
  return compiler.runWithWorld(setting, async (world) => {
    const compiled = await world.compile({ diagnostics: 'full' })
    if (compiled.hasError) return { diagnostics: compiled.diagnostics }
    const [end] = await world.query({ selector: '<end>', field: 'value' })
    if (!wanted(end)) return { end }
    return { end, result: (await world.pdf({ diagnostics: 'full' })).result }
  })
}

/** @param {Setting} setting */
async function answer(setting) {
  try {
    const { compiler, memory } = await opened
    let made = await set(compiler, setting, 0, (end) => !end || end.page === 1 || end.at > halfFull)
    const { end } = made
    for (const closer of [0.5, 1, 0])
      if (end && !made.result)
        made = await set(compiler, setting, closer, (now) => closer === 0 || now?.page < end.page)
    const { result, diagnostics } = made
    process.send({ result, diagnostics, bytes: memory.buffer.byteLength })
  } catch (thrown) {
    process.send({ failed: String(thrown?.stack ?? thrown) })
  }
}
