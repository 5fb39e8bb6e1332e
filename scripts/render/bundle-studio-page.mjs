// Bundles the page of the studio, in a thread of its own and in plain JavaScript, as bundle-quiz-player.mjs
// does the player, and for the same reason.

import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

const root = join(workerData.packageRoot, 'templates/studio/page')
const result = await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  // Without this Vite looks for a PostCSS configuration in every folder above.
  css: { postcss: {} },
  plugins: [vue({ isProduction: true })],
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
const styles = files.flatMap((file) =>
  file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
)
const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
if (scripts.length !== 1) throw new Error(`the studio's page became ${scripts.length} scripts, expected one`)
parentPort?.postMessage({ js: String(scripts[0]), css: styles.join('\n') }, [])
