// Bundles the quiz player, in a thread of its own and in plain JavaScript: Vue's compiler picks its
// production or development half from NODE_ENV when it is first loaded, so that what else the process had
// done would show in the bytes of every page.

import { dirname, join, posix } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import vue from '@vitejs/plugin-vue'
import { build, parseAst } from 'vite'
import { lessOfFsrs } from './less-of-fsrs.mjs'
import { lessOfVue } from './less-of-vue.mjs'

/**
 * Takes the players of question types out of their table and makes a chunk of each: a page has those that its
 * questions need, by folder, in `playersOfPage`, and no others.
 */
const playersApart = {
  name: 'players-apart',
  enforce: /** @type {const} */ ('pre'),
  /** @type {(this: import('vite').Rollup.PluginContext, code: string, id: string) => string | null} */
  transform(code, id) {
    if (!/[\\/]question-types[\\/]players\.ts$/.test(id)) return null
    const apart = code.replace(
      /^import (\{[^}]*\}) from '(\.\/([\w-]+)\/player\.ts)'$/gm,
      (_, names, path, folder) => {
        this.emitFile({
          type: 'chunk',
          id: join(dirname(id), path),
          name: folder,
          preserveSignature: 'strict',
        })
        return `const ${names} = playersOfPage['${folder}'] ?? {}`
      },
    )
    if (apart === code) throw new Error('players.ts imports no player as bundle-quiz-player.mjs expects it')
    return apart
  },
}

const root = join(workerData.packageRoot, 'templates/quiz/player')
const result = await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  // Without this Vite looks for a PostCSS configuration in every folder above.
  css: { postcss: {} },
  plugins: [
    lessOfFsrs,
    lessOfVue,
    playersApart,
    // Hoisting makes nothing faster that is shown once, and the page larger.
    vue({ isProduction: true, template: { compilerOptions: { hoistStatic: false } } }),
  ],
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    write: false,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { quiz: join(root, 'main.ts'), unit: join(root, 'learn/learn.ts') },
      output: { format: 'es' },
    },
  },
})
/** The service worker of the page of a whole unit, a script of its own. */
const worker = await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: { input: join(root, 'learn/worker.ts'), output: { format: 'iife' } },
  },
})

const files = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []))
const styles = new Map(files.flatMap((file) => (file.type === 'asset' ? [[file.fileName, file.source]] : [])))
const chunks = files.flatMap((file) => (file.type === 'chunk' ? [file] : []))
// In a page no module can import another: each chunk becomes a constant, from which others take.
const names = new Map(chunks.map(({ fileName }, n) => [fileName, `part${n}`]))

/** @param {import('vite').Rollup.OutputChunk} chunk */
function partOf({ code, fileName, imports, isEntry, name, viteMetadata }) {
  /** @type {string[]} */
  const exported = []
  let body = ''
  for (const statement of parseAst(code).body) {
    if (statement.type === 'ImportDeclaration') {
      const from = names.get(posix.join(posix.dirname(fileName), String(statement.source.value)))
      const taken = statement.specifiers.map((each) => {
        if (each.type !== 'ImportSpecifier') throw new Error(`${fileName} imports a whole chunk`)
        return `${nameOf(each.imported)}:${each.local.name}`
      })
      body += `const{${taken}}=${from};`
    } else if (statement.type === 'ExportNamedDeclaration' && !statement.declaration) {
      for (const { exported: as, local } of statement.specifiers)
        exported.push(`${nameOf(as)}:${nameOf(local)}`)
    } else body += code.slice(statement.start, statement.end)
  }
  const css = [...(viteMetadata?.importedCss ?? [])].map((file) => String(styles.get(file)).trim()).join('\n')
  return {
    name: names.get(fileName),
    /** Of which question type, or which pages it starts; neither where others need it. */
    ...(name === 'quiz' || name === 'unit' ? { starts: name } : isEntry ? { type: name } : {}),
    needs: imports.map((file) => names.get(file)),
    js: escaped(`const ${names.get(fileName)}=(()=>{${body};return{${exported}}})();`),
    css,
  }
}

/** @param {{ type: string, name?: string, value?: unknown }} node */
const nameOf = (node) => String(node.name ?? node.value)

/** @param {string} code */
const escaped = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

const [chunk] = [worker].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []))
if (chunk?.type !== 'chunk') throw new Error('the service worker became no script')

parentPort?.postMessage({ parts: chunks.map(partOf), worker: chunk.code }, [])
