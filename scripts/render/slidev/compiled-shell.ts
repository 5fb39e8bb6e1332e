// The shell with hand-written slides compiled into it, built once for all decks that have such slides and
// kept like the ordinary one.

import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { shortDigest } from '../../source/digest.ts'
import { forgetOld, makeBeside, markUsed, putInPlace, readSealed } from '../kept-files.ts'
import type { CompiledShellBuild, CompiledShellManifest } from './build-compiled-shell.ts'
import type { WrittenSlide } from './compiled-slides.ts'
import { escapeScript } from '../inline.ts'
import { hashOf } from '../page-policy.ts'
import {
  keyOf,
  openInlineStyle,
  openShellStyle,
  runBuilder,
  shellFolder,
  type BuiltShell,
  type ShellFolders,
} from './shell-cache.ts'
import type { SlideFault } from './slide-places.ts'
import { SlidesError } from './slides-error.ts'

/**
 * Opens the shell that shows these decks, given as the slides of each that must be compiled. Takes ten
 * seconds and more where none is kept. Throws SlidesError, and ShellError for everything else that can be
 * wrong.
 */
export async function openCompiledShell(
  folders: ShellFolders,
  decks: readonly (readonly WrittenSlide[])[],
): Promise<BuiltShell> {
  const slides = new Map(decks.flat().map((slide) => [slide.key, slide]))
  const keys = [...slides.keys()].toSorted()
  const scripts = [...new Map(decks.map((deck) => [scriptName(deck), deck])).entries()]
    .map(([name, deck]) => ({ name, keys: sortedKeys(deck.map(({ key }) => key)) }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const digest = shortDigest(JSON.stringify([keyOf(folders), keys, scripts]))
  const folder = join(folders.cacheFolder, `slides-${digest}`)
  const ordered = keys.flatMap((key) => slides.get(key) ?? [])
  const kept = read(folder, ordered)
  if (kept) await markUsed(folder)
  return kept ?? (await buildInto(folder, folders, ordered, scripts))
}

async function buildInto(
  folder: string,
  { packageRoot, themeFolder, cacheFolder }: ShellFolders,
  slides: WrittenSlide[],
  scripts: CompiledShellBuild['scripts'],
): Promise<BuiltShell> {
  const making = await makeBeside(folder)
  try {
    const request: CompiledShellBuild = {
      shellFolder: shellFolder(packageRoot),
      themeFolder,
      outFolder: making,
      readable: readableFolders(packageRoot, themeFolder),
      slides,
      scripts,
    }
    // Slides may be longer than an argument can be.
    const file = join(making, 'request.json')
    await writeFile(file, JSON.stringify(request))
    await runBuilder('build-compiled-shell.ts', file, packageRoot)
    await rm(file)
    const faults = await readFile(join(making, 'faults.json'), 'utf8').catch(() => undefined)
    if (faults !== undefined) throw new SlidesError(JSON.parse(faults) as SlideFault[])
    await putInPlace(making, folder)
    const built = read(folder, slides)
    if (!built) throw new Error(`Unexpected end of the build of the slide shell: nothing in ${folder}`)
    await forgetOld(cacheFolder, 'slides-')
    return built
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** What a slide is compiled with: our own form, and the packages there are. */
function readableFolders(packageRoot: string, themeFolder: string): string[] {
  const own = ['templates', 'contract', 'question-types', 'scripts'].map((name) => join(packageRoot, name))
  return [themeFolder, ...own, ...(createRequire(import.meta.url).resolve.paths('vue') ?? [])]
}

function read(folder: string, slides: readonly WrittenSlide[]): BuiltShell | undefined {
  const files = readSealed(folder)
  if (!files) return undefined
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? ''
  const { layouts, themeMeta, start, chunks, scripts, formulas } = JSON.parse(
    text('shell.json'),
  ) as CompiledShellManifest
  const codes = new Map(chunks.map((name) => [name, text(`chunks/${name}`)]))
  const inline = new Map(
    scripts.map((name) => {
      const script = escapeScript(text(`scripts/${name}`))
      return [name, { script: Buffer.from(script), scriptHash: hashOf(script) }]
    }),
  )
  const { hostedStyle, fonts } = openShellStyle(text('shell.css'))
  const style = text('inline.css')
  const styleFor = openInlineStyle(style)
  const styleWithoutFormulas = openInlineStyle(
    style.replaceAll(/@font-face\s*\{[^}]*font-family:\s*["']?KaTeX[^}]*\}/g, ''),
  )
  const bodies = new Map(slides.map(({ key, body }) => [key, body]))
  return {
    layouts,
    themeMeta,
    modules: new Set(bodies.keys()),
    hosted: {
      script: { name: start, data: codes.get(start) ?? '' },
      module: true,
      style: hostedStyle,
      assets: [
        ...Array.from(codes, ([name, data]) => ({ name, data })).filter(({ name }) => name !== start),
        ...fonts,
      ],
    },
    inline(deck) {
      const keys = deck.slides.flatMap(({ module }) => module ?? [])
      const code = inline.get(scriptName(keys.map((key) => ({ key }))))
      if (!code)
        throw new Error(`Unexpected deck "${deck.id}", expected one that the shell was built for: build anew`)
      const texts = [JSON.stringify(deck), ...keys.map((key) => bodies.get(key))].join('\n')
      const pick = keys.some((key) => formulas.includes(key)) ? styleFor : styleWithoutFormulas
      return { ...code, style: pick(texts) }
    },
  }
}

/** The one-file script of a deck with these slides; decks with the same slides share it. */
function scriptName(slides: readonly Pick<WrittenSlide, 'key'>[]): string {
  const keys = sortedKeys(slides.map(({ key }) => key))
  return `page-${shortDigest(keys.join())}.js`
}

function sortedKeys(keys: readonly string[]): string[] {
  return [...new Set(keys)].toSorted()
}
