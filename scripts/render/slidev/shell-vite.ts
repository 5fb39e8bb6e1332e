// How Vite and Slidev build a shell: one place for what the ordinary shell and the one with compiled slides
// share.

import { createRequire } from 'node:module'
import { basename, join, relative } from 'node:path'
import { resolveOptions, ViteSlidevPlugin } from '@slidev/cli'
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { InlineConfig, Plugin, PluginOption } from 'vite'
import { shortDigest } from '../../source/digest.ts'
import { foreignLayouts } from './layout-names.ts'
import { shellPlugin, type CompiledPart } from './shell-plugin.ts'

/** The Slidev project that a shell is made from, and its layouts by name. */
export async function openShellProject(
  shellFolder: string,
  themeFolder: string,
): Promise<{ options: ResolvedSlidevOptions; layouts: Record<string, string> }> {
  const options = await resolveOptions({ entry: join(shellFolder, 'slides.md'), theme: themeFolder }, 'build')
  const layouts = { ...(await options.utils.getLayouts()) }
  for (const name of foreignLayouts) delete layouts[name]
  return { options, layouts }
}

/**
 * Vite's settings for a shell, without inputs and outputs. `beforeVue` sees what Vue is about to compile,
 * `guarded` may change Slidev's plugins.
 */
export async function shellConfig(
  project: { options: ResolvedSlidevOptions; layouts: Record<string, string> },
  { shellFolder, themeFolder }: { shellFolder: string; themeFolder: string },
  compiled?: CompiledPart & { beforeVue: Plugin; guarded(plugins: Plugin[]): Plugin[] },
): Promise<InlineConfig> {
  const { options, layouts } = project
  const places = [
    ['theme', themeFolder],
    ['shell', shellFolder],
    ['client', options.clientRoot],
  ] as const
  const slidev = await flat(
    ViteSlidevPlugin(options, {
      vue: {
        features: {
          // The ids of scoped styles must not depend on where the project lies. Of a slide they cannot come
          // from what Vue gets, in which Slidev has written the paths of its layouts.
          componentIdGenerator(file, source) {
            const key = compiled?.keys[Number(/__slidev_(\d+)\.md$/.exec(file)?.[1]) - 2]
            const place = places.find(([, folder]) => file.startsWith(folder))
            const name = place ? `${place[0]}/${relative(place[1], file)}` : basename(file)
            return shortDigest(key ?? `${name.replaceAll('\\', '/')}\n${source}`).slice(0, 8)
          },
        },
      },
    }),
  )
  const vue = slidev.findIndex(({ name }) => name === 'vite:vue')
  if (vue < 0) throw new Error('Unexpected Slidev without Vue, expected its plugin')
  if (compiled) slidev.splice(vue, 0, compiled.beforeVue)
  return {
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
      shellPlugin({
        clientRoot: options.clientRoot,
        shellFolder,
        layouts,
        ...(compiled ? { compiled } : {}),
      }),
      ...(compiled ? compiled.guarded(slidev) : slidev),
    ],
    build: {
      write: false,
      cssCodeSplit: false,
      // Every asset becomes part of the script or the style sheet: a deck is one file.
      assetsInlineLimit: () => true,
      modulePreload: false,
      reportCompressedSize: false,
    },
  }
}

async function flat(plugins: PluginOption): Promise<Plugin[]> {
  const settled = await plugins
  if (!settled) return []
  if (!Array.isArray(settled)) return [settled]
  return (await Promise.all(settled.map(flat))).flat()
}
