// The shell, built once and kept by a digest of everything that it is made from. Opening a kept one reads
// three files; Vite and Slidev are not even imported.

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ShellManifest } from './build-shell.ts'
import { shortDigest } from '../../source/digest.ts'
import { installedVersion } from '../installed.ts'
import { forgetOld, makeBeside, markUsed, putInPlace, readSealed } from '../kept-files.ts'
import { needCompiler, programCall, releaseFolder } from '../release.ts'
import type { DeckData } from '../../../contract/deck-data.ts'
import { openStyle } from './font-faces.ts'
import { escapeScript, escapeStyle } from '../inline.ts'
import { hashOf } from '../page-policy.ts'
import type { SharedFile } from './shared-file.ts'
import { filesOf, themeFiles } from './theme-files.ts'

/** What a hosted page starts with, `module` where the script is one, and everything else that it may load. */
interface HostedShell {
  script: SharedFile
  module: boolean
  style: SharedFile
  assets: SharedFile[]
}

/** What stands in a page that is one file; both may be written between their tags as they are. */
interface InlineShell {
  script: Uint8Array
  /** Of `script`, as a Content-Security-Policy names it. */
  scriptHash: string
  /** Without the fonts that hold no letter of the deck. */
  style: Uint8Array
}

/** The shell in both its forms. */
export interface BuiltShell extends ShellManifest {
  hosted: HostedShell
  inline(deck: DeckData): InlineShell
  /** Keys of the hand-written slides that are compiled into it. */
  modules: ReadonlySet<string>
}

export interface ShellFolders {
  /** Where factdeck's package.json lies. */
  packageRoot: string
  themeFolder: string
  /** Kept between runs; anything in it may be deleted at any time. */
  cacheFolder: string
}

/**
 * What the shell is built with; a new version of any of them makes a new shell. Slidev's client has the
 * version of its command.
 */
const packages = ['@slidev/cli', 'unocss', 'vite', 'vue']

/**
 * The shell could not be built, for example because of a fault in the theme; the message carries the build's
 * own words.
 */
export class ShellError extends Error {}

/**
 * Opens the shell for this theme, building it when neither the release nor the cache has one. Throws
 * ShellError and CompilerMissing.
 */
export async function openBuiltShell(folders: ShellFolders): Promise<BuiltShell> {
  const released = readReleased(folders)
  if (released) return released
  const folder = join(folders.cacheFolder, `shell-${keyOf(folders)}`)
  const kept = read(folder)
  if (kept) await markUsed(folder)
  return kept ?? (await buildInto(folder, folders))
}

/** Of a release: its shell, as long as the theme is the one that it was made with. */
function readReleased(folders: ShellFolders): BuiltShell | undefined {
  if (releaseFolder === undefined) return undefined
  const folder = join(releaseFolder, 'shell')
  return readFileSync(join(folder, 'made-from'), 'utf8') === formDigest(folders) ? read(folder) : undefined
}

/** Builds the shell that a release carries. */
export async function releaseShell(folders: ShellFolders, folder: string): Promise<void> {
  const { packageRoot, themeFolder } = folders
  const outFolder = await makeBeside(folder)
  const request = { shellFolder: shellFolder(packageRoot), themeFolder, outFolder }
  await runBuilder('build-shell.ts', JSON.stringify(request), packageRoot)
  await writeFile(join(outFolder, 'made-from'), formDigest(folders))
  await putInPlace(outFolder, folder)
}

async function buildInto(folder: string, { packageRoot, themeFolder }: ShellFolders): Promise<BuiltShell> {
  const making = await makeBeside(folder)
  try {
    const request = { shellFolder: shellFolder(packageRoot), themeFolder, outFolder: making }
    await runBuilder('build-shell.ts', JSON.stringify(request), packageRoot)
    await putInPlace(making, folder)
    const built = read(folder)
    if (!built) throw new Error(`Unexpected end of the shell's build: nothing in ${folder}`)
    await forgetOld(join(folder, '..'), 'shell-')
    return built
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** Runs a program of this folder with one argument. Throws ShellError with what it said. */
export async function runBuilder(program: string, argument: string, packageRoot: string): Promise<void> {
  needCompiler()
  try {
    await promisify(execFile)(process.execPath, [...programCall(`slidev/${program}`), argument], {
      cwd: packageRoot,
      // Whoever builds it, and be it a test: always the same shell.
      // Nothing is kept for later in the system's temporary folder, which compiling slides may not read.
      env: { ...process.env, NODE_ENV: 'production', JITI_FS_CACHE: 'false' },
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (thrown) {
    const { stderr, message } = thrown as Error & { stderr?: string }
    throw new ShellError(
      `Unexpected end of the build of the slide shell, expected a theme that can be compiled\n${stderr || message}`,
      { cause: thrown },
    )
  }
}

function read(folder: string): BuiltShell | undefined {
  const files = readSealed(folder)
  if (!files) return undefined
  const [manifest = '', script = '', style = '', inlineStyle = ''] = [
    'shell.json',
    'shell.js',
    'shell.css',
    'inline.css',
  ].map((name) => files.get(name)?.toString('utf8'))
  const inlineScript = escapeScript(script)
  const inline = { script: Buffer.from(inlineScript), scriptHash: hashOf(inlineScript) }
  const { hostedStyle, fonts } = openShellStyle(style)
  const styleFor = openInlineStyle(inlineStyle)
  return {
    ...(JSON.parse(manifest) as ShellManifest),
    modules: new Set(),
    hosted: {
      script: { name: `shell-${shortDigest(script)}.js`, data: script },
      module: false,
      style: hostedStyle,
      assets: fonts,
    },
    inline: (deck) => ({ ...inline, style: styleFor(JSON.stringify(deck)) }),
  }
}

/** The style sheet of one-file decks: from texts to it with the fonts that have letters of them. */
export function openInlineStyle(style: string): (texts: string) => Uint8Array {
  return openStyle(escapeStyle(style))
}

/** A shell's style sheet with its fonts as files beside it. */
export function openShellStyle(style: string): { hostedStyle: SharedFile; fonts: SharedFile[] } {
  const fonts = new Map<string, SharedFile>()
  // Hosted pages load a font when they need it.
  const hosted = style.replaceAll(
    /url\((["']?)data:font\/(woff2?);base64,([A-Za-z0-9+/=]+)\1\)/g,
    (_, _quote, kind, base64) => {
      const data = Buffer.from(base64 as string, 'base64')
      const name = `font-${shortDigest(data)}.${kind}`
      fonts.set(name, { name, data })
      return `url("${name}")`
    },
  )
  return {
    hostedStyle: { name: `shell-${shortDigest(hosted)}.css`, data: hosted },
    fonts: [...fonts.values()],
  }
}

/**
 * The digest of everything that the shell is made from: versions, theme, client modules, this folder. Throws
 * CompilerMissing.
 */
export function keyOf(folders: ShellFolders): string {
  needCompiler()
  const versions = packages.map((name) => `${name}@${installedVersion(name)}\n`)
  // What themes import: pinned exactly, so that their names and versions say what they are.
  const { version, dependencies, devDependencies } = JSON.parse(
    readFileSync(join(folders.packageRoot, 'package.json'), 'utf8'),
  ) as Record<string, unknown>
  return shortDigest(
    ...versions,
    JSON.stringify([version, dependencies, devDependencies]),
    formDigest(folders),
    // For the sources of a release its version stands.
    ...(releaseFolder === undefined ? namedFiles(fileURLToPath(new URL('.', import.meta.url))) : []),
  )
}

/** Of the theme and the client modules, by which a release knows whether its shell is still theirs. */
function formDigest({ packageRoot, themeFolder }: ShellFolders): string {
  return shortDigest(
    ...themeFiles(themeFolder, packageRoot).flatMap(({ name, data }) => [`\ntheme/${name}\n`, data]),
    ...namedFiles(shellFolder(packageRoot)),
  )
}

/** Names and data of all files below a folder, in turn. */
function namedFiles(folder: string): (string | Uint8Array)[] {
  return filesOf(folder).flatMap((file) => [
    `\nshell/${relative(folder, file).replaceAll('\\', '/')}\n`,
    readFileSync(file),
  ])
}

/** Where the client of shells lies. */
export function shellFolder(packageRoot: string): string {
  return join(packageRoot, 'templates/slidev/shell')
}
