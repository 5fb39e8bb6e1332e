// Bundles the quiz player, in a thread of its own and in plain JavaScript: Vue's compiler picks its
// production or development half from NODE_ENV when it is first loaded, so that what else the process had
// done would show in the bytes of every page.

import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

/**
 * ts-fsrs adds methods to Date, which nothing here uses and no page should carry; they also keep code alive
 * that could be shaken off.
 */
const withoutPatchedDates = {
  name: 'without-patched-dates',
  /** @type {(code: string, id: string) => { code: string, map: null } | null} */
  transform(code, id) {
    if (!/[\\/]ts-fsrs[\\/]/.test(id)) return null
    const kept = code.replace(/^Date\.prototype\.\w+ = function[^]*?^};$/gm, '')
    if (kept === code || kept.includes('Date.prototype'))
      throw new Error('ts-fsrs patches Date in an unknown way; look at its new version')
    return { code: kept, map: null }
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
  plugins: [withoutPatchedDates, vue({ isProduction: true })],
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    write: false,
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: { input: join(root, 'main.ts'), output: { format: 'iife' } },
  },
})

const files = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []))
const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
const styles = files.flatMap((file) =>
  file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
)
if (scripts.length !== 1) throw new Error(`the quiz player became ${scripts.length} scripts, expected one`)

const code = {
  js: String(scripts[0]).trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'),
  css: styles.join('\n').trim(),
}
parentPort?.postMessage(code, [])
