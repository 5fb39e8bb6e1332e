// Builds the shell: a program of its own, because Slidev keeps the first project's folders for the life of a process, ends the process
// when something is missing, and Vite leaves its mark on the environment.
//
//   node --import tsx/esm build-shell.ts '{"shellFolder": …, "themeFolder": …, "packageRoot": …, "outFolder": …}'

import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join, relative } from 'node:path'
import { createHash } from 'node:crypto'
import { resolveOptions, ViteSlidevPlugin } from '@slidev/cli'
import { build, type Rolldown } from 'vite'
import { shellPlugin } from './shell-plugin.ts'

/** Folders, absolute; `outFolder` is made. */
export interface ShellBuild {
  packageRoot: string
  shellFolder: string
  themeFolder: string
  outFolder: string
}

/** What a build leaves beside `shell.js` and `shell.css`, as `shell.json`. */
export interface ShellManifest {
  /** Names of the layouts that a slide may ask for. */
  layouts: string[]
  /** The `slidev` field of the theme's package.json, which Slidev merges into a deck's configuration. */
  themeMeta: Record<string, unknown>
}

async function buildShell({ shellFolder, themeFolder, outFolder }: ShellBuild): Promise<void> {
  const options = await resolveOptions({ entry: join(shellFolder, 'slides.md'), theme: themeFolder }, 'build')
  const layouts = await options.utils.getLayouts()
  // Layouts of Slidev's own that show other sites have no place in a deck that works without a network.
  for (const name of ['iframe', 'iframe-left', 'iframe-right']) delete layouts[name]
  const places = [
    ['theme', themeFolder],
    ['shell', shellFolder],
    ['client', options.clientRoot],
  ] as const
  const built = (await build({
    configFile: false,
    root: shellFolder,
    base: './',
    publicDir: false,
    logLevel: 'error',
    define: { 'import.meta.env.BASE_URL': '""', __VUE_PROD_DEVTOOLS__: 'false' },
    resolve: {
      alias: [
        {
          find: /^vue$/,
          replacement: createRequire(import.meta.url).resolve('vue/dist/vue.runtime.esm-bundler.js'),
        },
        // Only parseRangeString is wanted of it; the rest brings a YAML parser.
        { find: /^@slidev\/parser\/core$/, replacement: '@slidev/parser/utils' },
      ],
    },
    plugins: [
      shellPlugin({ clientRoot: options.clientRoot, shellFolder, layouts }),
      ViteSlidevPlugin(options, {
        vue: {
          features: {
            // The ids of scoped styles must not depend on where the project lies.
            componentIdGenerator(file, source) {
              const place = places.find(([, folder]) => file.startsWith(folder))
              const name = place ? `${place[0]}/${relative(place[1], file)}` : basename(file)
              return createHash('sha256')
                .update(`${name.replaceAll('\\', '/')}\n${source}`)
                .digest('hex')
                .slice(0, 8)
            },
          },
        },
      }),
    ],
    build: {
      write: false,
      cssCodeSplit: false,
      // Every asset becomes part of the script or the style sheet: a deck is one file.
      assetsInlineLimit: () => true,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(options.clientRoot, 'main.ts'),
        output: {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: 'shell.js',
          assetFileNames: 'shell[extname]',
        },
      },
    },
  })) as Rolldown.RolldownOutput
  await mkdir(outFolder, { recursive: true })
  const names = built.output.map(({ fileName }) => fileName).toSorted()
  if (names.join() !== 'shell.css,shell.js') {
    throw new Error(`Unexpected files ${names.join(', ')} in the shell, expected shell.css, shell.js`)
  }
  for (const file of built.output) {
    await writeFile(join(outFolder, file.fileName), file.type === 'chunk' ? file.code : file.source)
  }
  const manifest: ShellManifest = {
    layouts: Object.keys(layouts).toSorted(),
    themeMeta: { ...options.data.themeMeta },
  }
  await writeFile(join(outFolder, 'shell.json'), JSON.stringify(manifest))
}

await buildShell(JSON.parse(process.argv[2] ?? '') as ShellBuild)
