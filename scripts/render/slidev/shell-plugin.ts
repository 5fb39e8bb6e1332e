// Turns Slidev's client into a shell: the modules that hold one deck are replaced by ones that read the page,
// and the parts that a finished deck has no use for by empty ones. The replaced ids are Slidev's own
// business, hence the guards: a build in which one of them was never asked for, or in which a slide was
// compiled in, fails instead of making a shell that is subtly wrong.

import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Hand-written slides that are compiled into a shell. */
export interface CompiledPart {
  /** Keys of the slides, in the order in which they follow the shell's own one slide. */
  keys: readonly string[]
}

/** Virtual modules of Slidev and the file of the shell that stands in for each. */
const deckModules: Record<string, string> = {
  '/@slidev/slides': 'client/slides.ts',
  '/@slidev/configs': 'client/configs.ts',
  '/@slidev/title-renderer': 'client/title-renderer.ts',
}

/** Files of Slidev's client, without ending, and what stands in for each. */
const clientFiles: Record<string, string> = {
  'internals/Goto': 'replaced/Goto.vue',
  'internals/MenuButton': 'replaced/MenuButton.vue',
  'internals/InfoDialog': 'replaced/InfoDialog.vue',
  'internals/DrawingControls': 'replaced/no-component.ts',
}

/** As `clientFiles`, of what only slides that Slidev compiles can use. */
const compilerFiles: Record<string, string> = {
  'internals/DragControl': 'replaced/no-component.ts',
  'modules/v-drag': 'replaced/no-plugin.ts',
  'modules/v-mark': 'replaced/no-plugin.ts',
  'modules/v-motion': 'replaced/no-plugin.ts',
}

/** Packages that Slidev's client imports, and what stands in for each. */
const packages: Record<string, string> = {
  'floating-vue': 'replaced/floating-vue.ts',
  drauu: 'replaced/drauu.ts',
  '@shikijs/vitepress-twoslash/client': 'replaced/no-plugin.ts',
}

/** Text of Slidev's client that is changed in place; the build fails when it is no longer there. */
const edits: { file: string; from: string; to: string }[] = [
  {
    // Decks of one origin must not move each other's slides, whatever their titles.
    file: 'setup/root.ts',
    from: '`${slidesTitle} - shared`',
    to: '`${configs.channel} ${location.pathname} - shared`',
  },
  {
    file: 'setup/root.ts',
    from: '`${slidesTitle} - drawings`',
    to: '`${configs.channel} ${location.pathname} - drawings`',
  },
  // Landmarks for the screens that have none.
  {
    file: 'pages/presenter.vue',
    from: '<div class="bg-main h-full slidev-presenter',
    to: '<div role="main" class="bg-main h-full slidev-presenter',
  },
  {
    file: 'internals/QuickOverview.vue',
    from: 'v-if="showOverview"',
    to: 'v-if="showOverview" role="dialog" aria-label="Overview"',
  },
  {
    file: 'internals/QuickOverview.vue',
    from: 'v-show="showOverview"',
    to: 'v-show="showOverview" role="navigation" aria-label="Overview"',
  },
  {
    file: 'pages/overview.vue',
    from: 'class="absolute z-2 top-0 right-0',
    to: 'role="contentinfo" class="absolute z-2 top-0 right-0',
  },
  {
    file: 'internals/PrintContainer.vue',
    from: '<div id="print-container"',
    to: '<div id="print-container" role="main"',
  },
  // Long notes scroll: the keyboard must get there, and be seen there.
  {
    file: 'internals/NoteStatic.vue',
    from: '<NoteDisplay',
    to: '<NoteDisplay tabindex="0" role="group" aria-label="Speaker notes"',
  },
  { file: 'internals/NoteDisplay.vue', from: 'overflow-auto outline-none', to: 'overflow-auto' },
  // Notes are rendered when the deck is made; their Markdown, by which Slidev would tell that there are some,
  // stays out of the page.
  {
    file: 'internals/NoteEditable.vue',
    from: "[props.class, note ? '' : 'opacity-25",
    to: "[props.class, note || info?.noteHTML ? '' : 'opacity-80",
  },
  // Notes before and after the current click, in a grey with a contrast of 4.5 and more.
  { file: 'styles/index.css', from: 'color: #888888cc', to: 'color: #6b6b6b' },
  // Pictures lie beside the page, wherever that is, or in it.
  {
    file: 'composables/usePreloadImages.ts',
    from: "if (url.startsWith('http') || url.startsWith('//'))",
    to: "if (!url.startsWith('/') || url.startsWith('//'))",
  },
  // A browser that may not keep the screen awake is no error.
  { file: 'composables/useWakeLock.ts', from: "request('screen')", to: "request('screen').catch(() => {})" },
]

const layoutsId = 'factdeck:layouts'

const slidesId = 'factdeck:slides'
const slideId = 'factdeck:slide/'
const pictureId = 'factdeck:picture/'

/** `layouts` maps a layout's name to its file. */
export function shellPlugin(options: {
  clientRoot: string
  shellFolder: string
  layouts: Record<string, string>
  compiled?: CompiledPart
}): Plugin {
  const { compiled } = options
  const clientRoot = resolve(options.clientRoot)
  const inShell = (file: string): string => join(options.shellFolder, file)
  const replacedFiles = compiled ? clientFiles : { ...clientFiles, ...compilerFiles }
  const unused = new Set([
    ...Object.keys(deckModules),
    ...Object.keys(replacedFiles),
    ...Object.keys(packages),
    ...edits.map(({ file, from }) => `${file}: ${from}`),
    layoutsId,
  ])
  return {
    name: 'factdeck:shell',
    enforce: 'pre',
    config: {
      order: 'post',
      handler(config) {
        // Slidev groups its client's chunks and names them by where they lie; a setting can only be taken
        // back where it was made.
        for (const bundler of [config.build?.rolldownOptions, config.build?.rollupOptions]) {
          if (bundler?.output && !Array.isArray(bundler.output)) {
            Reflect.deleteProperty(bundler.output, 'manualChunks')
            if (compiled) bundler.output.chunkFileNames = 'slides-[hash].js'
            else Reflect.deleteProperty(bundler.output, 'chunkFileNames')
          }
        }
      },
    },
    resolveId: {
      order: 'pre',
      handler(id, importer) {
        if (id === layoutsId || (compiled && (id === slidesId || id.startsWith(slideId)))) return `\0${id}`
        if (compiled && id.startsWith('/pictures/')) return `\0${pictureId}${id.slice(10)}.ts`
        if (compiled && id === './slide-body.ts' && importer === inShell('client/slides.ts'))
          return inShell('compiled/slide-body.ts')
        const inPlaceOfPackage = packages[id]
        if (inPlaceOfPackage && importer?.startsWith(clientRoot)) {
          unused.delete(id)
          return inShell(inPlaceOfPackage)
        }
        if (!id.startsWith('.') || !importer?.startsWith(clientRoot)) return null
        const file = resolve(dirname(importer.replace(/\?.*/, '')), id)
          .slice(clientRoot.length + 1)
          .replaceAll('\\', '/')
          .replace(/\.(?:vue|ts)$/, '')
        const inPlaceOfFile = replacedFiles[file]
        if (!inPlaceOfFile) return null
        unused.delete(file)
        return inShell(inPlaceOfFile)
      },
    },
    load: {
      order: 'pre',
      handler(id) {
        if (compiled && id.startsWith('\0factdeck:slide'))
          return id === `\0${slidesId}` ? slideLoaders(compiled.keys) : slideModule(compiled.keys, id)
        if (id.startsWith(`\0${pictureId}`)) {
          const name = JSON.stringify(id.slice(pictureId.length + 1, -3))
          return `import { pictureAddress } from ${JSON.stringify(inShell('compiled/picture.ts'))}\nexport default pictureAddress(${name})`
        }
        if (!compiled && /__slidev_\d+\.(?:md|frontmatter)/.test(id))
          throw new Error(`Unexpected slide ${id} in the shell, expected none`)
        if (id === `\0${layoutsId}`) {
          unused.delete(layoutsId)
          return layoutMap(options.layouts)
        }
        const file = deckModules[id]
        if (!file) return null
        unused.delete(id)
        const from = JSON.stringify(inShell(file))
        return id === '/@slidev/slides' ? `export * from ${from}` : `export { default } from ${from}`
      },
    },
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!id.startsWith(clientRoot)) return null
        const here = edits.filter(({ file }) => id === join(clientRoot, file))
        let changed = id.endsWith('.vue') ? legible(code) : code
        for (const { file, from, to } of here) {
          if (changed.includes(from)) unused.delete(`${file}: ${from}`)
          changed = changed.replace(from, to)
        }
        return changed === code ? null : { code: changed, map: null }
      },
    },
    buildEnd(failure) {
      if (failure || unused.size === 0) return
      throw new Error(
        `Unexpected Slidev client: it never asked for ${[...unused].join(', ')}, expected the pinned version's modules`,
      )
    },
  }
}

/**
 * Slidev greys out half of the words on its own screens; at 80 % they keep a contrast of 4.5 to their ground.
 */
function legible(component: string): string {
  return component
    .replaceAll(/\bop(?:20|25|30|40|50|60)\b/g, 'op80')
    .replaceAll(/\bopacity-50\b/g, 'opacity-80')
    .replaceAll('important-text-op-50', 'important-text-op-80')
}

function slideLoaders(keys: readonly string[]): string {
  const entries = keys.map((key) => `${JSON.stringify(key)}: () => import(${JSON.stringify(slideId + key)})`)
  return `export default { ${entries.join(', ')} }`
}

/** Slides count from 1, and the first is the shell's own. */
function slideModule(keys: readonly string[], id: string): string {
  const number = keys.indexOf(id.slice(slideId.length + 1)) + 2
  return `export { default } from '/@slidev/slides/${number}/md'`
}

/** Names with hyphens are fine here, unlike in Slidev's own list of layouts. */
function layoutMap(layouts: Record<string, string>): string {
  const entries = Object.entries(layouts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...entries.map(([, file], index) => `import layout${index} from ${JSON.stringify(file)}`),
    `export default { ${entries.map(([name], index) => `${JSON.stringify(name)}: layout${index}`).join(', ')} }`,
  ].join('\n')
}
