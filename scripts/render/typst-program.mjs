// Typst in a process of its own, in plain JavaScript: what it remembers of its work cannot be made to forget,
// so `typst.ts` ends it when it has grown, and starts another. It also outlives no fault of its own.
//
// Gets one message with what to open, then one for each document; answers each document with the PDF or with
// what is wrong with it, and how many bytes it has grown to.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * @typedef {{ module: string, fonts: string[], folders: [from: string, to: string][] }} Opening paths of the
 *   WebAssembly module, of TrueType files, and of folders with the places at which templates find them
 * @typedef {{ mainFilePath: string, inputs: Record<string, string> }} Setting
 */

/** @type {Promise<Awaited<ReturnType<typeof open>>> | undefined} */
let opened

process.on('disconnect', () => process.exit())
process.on('message', (/** @type {Opening | Setting} */ message) => {
  if ('mainFilePath' in message) void answer(message)
  else opened = open(message)
})

/** @param {Opening} opening */
async function open({ module, fonts, folders }) {
  const [{ createTypstCompiler }, { loadFonts }, { default: instance }] = await Promise.all([
    import('@myriaddreamin/typst.ts/compiler'),
    import('@myriaddreamin/typst.ts/options.init'),
    import('@myriaddreamin/typst-ts-web-compiler'),
  ])
  const data = await Promise.all(fonts.map(async (file) => new Uint8Array(await readFile(file))))
  // As a record: of bare bytes its loader says on stderr that they are deprecated.
  const binary = { module_or_path: await readFile(module) }
  const compiler = createTypstCompiler()
  await compiler.init({
    getModule: () => binary,
    // Without `assets: false` it would fetch fonts from the network.
    beforeBuild: [loadFonts(data, { assets: false })],
  })
  for (const [from, to] of folders)
    for (const name of (await readdir(from, { recursive: true })).toSorted())
      if (name.endsWith('.typ'))
        compiler.mapShadow(`${to}/${name.replaceAll('\\', '/')}`, await readFile(join(from, name)))
  // Loaded already, it gives what it was loaded to.
  const { memory } = await instance()
  return { compiler, memory }
}

/** @param {Setting} setting */
async function answer(setting) {
  try {
    const { compiler, memory } = await opened
    // Not `compiler.compile`, which keeps every document that it made.
    const { result, diagnostics } = await compiler.runWithWorld(setting, async (world) => {
      const compiled = await world.compile({ diagnostics: 'full' })
      const made = compiled.hasError ? {} : await world.pdf({ diagnostics: 'full' })
      return { result: made.result, diagnostics: compiled.diagnostics }
    })
    process.send({ result, diagnostics, bytes: memory.buffer.byteLength })
  } catch (thrown) {
    process.send({ failed: String(thrown?.stack ?? thrown) })
  }
}
