// Builds a shell with hand-written slides compiled into it by Slidev: one build for all decks that have such
// slides. Like build-shell.ts a program of its own.
//
//   node --import tsx/esm build-compiled-shell.ts request.json

import { confine, confinement } from './confined-start.ts'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { detectFeatures } from '@slidev/parser/core'
import { build, type Plugin, type Rolldown } from 'vite'
import type { ShellManifest } from './build-shell.ts'
import type { WrittenSlide } from './compiled-slides.ts'
import { confinedModules } from './confined-reads.ts'
import { openShellProject, shellConfig } from './shell-vite.ts'
import { faultsOf, faultsOfReads, slideFaults, withFaultsOfMarkdown } from './slide-faults.ts'
import type { SlideFault } from './slide-places.ts'
import { withFontsParted } from './usual-letters.ts'

/** Folders, absolute; `outFolder` is made. */
export interface CompiledShellBuild {
  shellFolder: string
  themeFolder: string
  outFolder: string
  /** Folders, absolute, in which slides and what compiles them may read; anything else is refused. */
  readable: string[]
  /** Each key once. */
  slides: WrittenSlide[]
  /** For each one-file script: its name, and the keys of the slides in it. */
  scripts: { name: string; keys: string[] }[]
}

/**
 * What the build leaves as `shell.json`; beside it `shell.css`, the chunks in `chunks/` and the one-file
 * scripts in `scripts/`.
 */
export interface CompiledShellManifest extends ShellManifest {
  /** The chunk that a hosted page starts with. */
  start: string
  /** All chunks, sorted. */
  chunks: string[]
  /** All one-file scripts. */
  scripts: string[]
  /** Keys of the slides with formulas, which have fonts of their own. */
  formulas: string[]
}

/** The name that layouts of compiled slides have for Slidev. */
const dataLayout = 'factdeck-data'

async function buildCompiledShell(request: CompiledShellBuild): Promise<SlideFault[]> {
  const { shellFolder, themeFolder, outFolder, slides, scripts } = request
  const project = await openShellProject(shellFolder, themeFolder)
  const { options, layouts } = project
  const inShell = (file: string): string => join(shellFolder, file)
  options.utils.getLayouts = async () => ({ ...layouts, [dataLayout]: inShell('compiled/data-layout.ts') })
  const [own] = options.data.slides
  if (!own) throw new Error('Unexpected shell without a slide, expected the one of slides.md')
  for (const { body } of slides) {
    const frontmatter = { layout: dataLayout }
    const source = { ...own.source, content: body, contentRaw: body, raw: body, frontmatter, title: '' }
    options.data.slides.push({
      ...own,
      index: options.data.slides.length,
      content: body,
      frontmatter,
      note: '',
      title: '',
      source,
    })
  }
  options.data.features = detectFeatures(slides.map(({ body }) => body).join('\n'))
  // Otherwise a line of code stays without colours where a busy machine takes half a second for it, and the
  // same deck is not the same bytes.
  Object.assign(options.utils.shikiOptions, { tokenizeTimeLimit: 0 })
  const faults: SlideFault[] = []
  const keys = slides.map(({ key }) => key)
  const config = await shellConfig(project, request, {
    keys,
    beforeVue: slideFaults(slides, faults),
    guarded: (plugins) => withFaultsOfMarkdown(plugins, slides, faults),
  })
  let output: Rolldown.RolldownOutput['output']
  confine()
  try {
    const built = (await build({
      ...config,
      plugins: [confinedModules(confinement), config.plugins, oneKindOfFont],
      build: {
        ...config.build,
        rolldownOptions: {
          input: {
            start: inShell('compiled/start.ts'),
            registry: inShell('compiled/registry.ts'),
            client: join(options.clientRoot, 'main.ts'),
            ...Object.fromEntries(keys.map((key) => [`slide-${key}`, `factdeck:slide/${key}`])),
          },
          preserveEntrySignatures: 'strict',
          output: {
            format: 'es',
            entryFileNames: 'slides-[hash].js',
            chunkFileNames: 'slides-[hash].js',
            assetFileNames: 'shell[extname]',
            // Names that differ in case only would be one file on some systems.
            hashCharacters: 'hex',
          },
        },
      },
    })) as Rolldown.RolldownOutput
    output = built.output
  } catch (thrown) {
    if (confinement.refused.size > 0) faults.push(...faultsOfReads(confinement.refused, thrown, slides))
    else if (faults.length === 0) faults.push(...faultsOf(thrown, slides))
    if (faults.length === 0) throw thrown
    return faults
  }
  // Whoever asked may have gone on without what was refused.
  if (confinement.refused.size > 0) return faultsOfReads(confinement.refused, undefined, slides)

  const chunks = output.filter((file) => file.type === 'chunk')
  const style = output.find(({ fileName }) => fileName === 'shell.css')
  const others = output.filter((file) => file.type === 'asset' && file !== style)
  if (style?.type !== 'asset' || others.length > 0) {
    throw new Error(
      `Unexpected files ${output.map(({ fileName }) => fileName).join(', ')}, expected chunks and shell.css`,
    )
  }
  const entry = (name: string): string => {
    const found = chunks.find((chunk) => chunk.isEntry && chunk.name === name)
    if (!found) throw new Error(`Unexpected build without ${name}, expected every input`)
    return found.fileName
  }
  await mkdir(join(outFolder, 'chunks'), { recursive: true })
  await mkdir(join(outFolder, 'scripts'))
  await writeFile(join(outFolder, 'shell.css'), style.source)
  await writeFile(join(outFolder, 'inline.css'), await withFontsParted(String(style.source)))
  for (const { fileName, code } of chunks) await writeFile(join(outFolder, 'chunks', fileName), code)
  const codes = new Map(chunks.map(({ fileName, code }) => [fileName, code]))
  for (const { name, keys: inPage } of scripts) {
    const script = await inOneScript(codes, [
      `import { register } from './${entry('registry')}'`,
      ...inPage.map((key, index) => `import slide${index} from './${entry(`slide-${key}`)}'`),
      ...inPage.map((key, index) => `register(${JSON.stringify(key)}, slide${index})`),
      `import('./${entry('client')}')`,
    ])
    await writeFile(join(outFolder, 'scripts', name), script)
  }
  const manifest: CompiledShellManifest = {
    layouts: Object.keys(layouts).toSorted(),
    themeMeta: { ...options.data.themeMeta },
    start: entry('start'),
    chunks: [...codes.keys()].toSorted(),
    scripts: scripts.map(({ name }) => name),
    formulas: keys.filter((key) => codes.get(entry(`slide-${key}`))?.includes('katex')),
  }
  await writeFile(join(outFolder, 'shell.json'), JSON.stringify(manifest))
  return []
}

/** Chunks as one classic script, which also runs from `file://`: what `lines` import, and nothing else. */
async function inOneScript(codes: ReadonlyMap<string, string>, lines: readonly string[]): Promise<string> {
  const start = 'factdeck:page'
  const inMemory: Plugin = {
    name: 'factdeck:in-memory',
    enforce: 'pre',
    resolveId: (id) => {
      const name = id.replace('./', '')
      return id === start || codes.has(name) ? `\0${name}` : null
    },
    load: (id) => (id === `\0${start}` ? lines.join('\n') : (codes.get(id.slice(1)) ?? null)),
  }
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [inMemory],
    build: {
      write: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: start, output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput
  if (output.length !== 1) throw new Error(`Unexpected ${output.length} files, expected one script`)
  return output[0].code
}

/** Every browser that runs these pages reads WOFF2; KaTeX brings each font in two older forms as well. */
const oneKindOfFont: Plugin = {
  name: 'factdeck:one-kind-of-font',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]katex(?:\.min)?\.css(?:$|\?)/.test(id)) return null
    return {
      code: code.replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, ''),
      map: null,
    }
  },
}

const request = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as CompiledShellBuild
const faults = await buildCompiledShell(request)
if (faults.length > 0) {
  await mkdir(request.outFolder, { recursive: true })
  await writeFile(join(request.outFolder, 'faults.json'), JSON.stringify(faults))
}
