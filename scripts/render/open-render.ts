import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { join, resolve } from 'node:path'
import { browsersFound, launchBrowser } from './browser.ts'
import { sha256 } from '../source/digest.ts'
import { once } from './once.ts'
import { openDeckPrinter, type DeckPrinter } from './deck-printer.ts'
import { installedVersion } from './installed.ts'
import { digestOfCode, digestOfFolder, openKeptPdfs } from './kept-pdfs.ts'
import { keptPrinter, keptTypst } from './kept-print.ts'
import { printFontPackages } from './print-fonts.ts'
import { openQuizPlayer } from './quiz-player.ts'
import type { Render } from './render.ts'
import { slidevFilters } from './slidev-markdown.ts'
import { openSlidevShell } from './slidev/shell.ts'
import { oncePerDecks, openShells } from './slidev/shells.ts'
import { openStudioPage, type StudioPage } from './studio-page.ts'
import { openTemplates } from './templates.ts'
import { openTypst } from './typst.ts'

/** Where package.json lies. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Where the templates lie. */
export const templatesFolder = join(packageRoot, 'templates')

/** Where the question types lie. */
const typesFolder = join(packageRoot, 'question-types')

/** What sets worksheets and keys beside our templates: another version may give other bytes. */
const typstPackages = ['@myriaddreamin/typst-ts-web-compiler', ...printFontPackages]

/** What prints decks beside the browser. */
const printerPackages = ['pdf-lib', 'playwright-core', 'subset-font']

/** What is in pages beside content; `dev` watches it. */
export const formFolders: readonly string[] = [templatesFolder, typesFolder, join(packageRoot, 'contract')]

/** What compilers leave behind is none of it. */
const formFile = /^(?!.*node_modules).*\.(?:njk|vue|ts|js|css|typ|json|svg|html)$/

/** The version of this factdeck. */
export function packageVersion(): string {
  const manifest = readFileSync(join(packageRoot, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

/** Which factdeck this is: its version, and a digest of what pages are made of beside content. */
export function installedForm(): { version: string; form: string } {
  return {
    version: packageVersion(),
    form: sha256(...formFolders.map((folder) => digestOfFolder(folder, formFile))),
  }
}

/** Engines that are to be closed. */
export interface OpenRender extends Render {
  studioPage(): Promise<StudioPage>
  /** Starts what most builds need and what takes longest to start, where there is a processor to spare. */
  ahead(): void
  close(): Promise<void>
}

/** Where runs keep things for later ones: `.cache/` of the package, or where FACTDECK_CACHE says. */
export function cacheFolderOf(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(packageRoot, env['FACTDECK_CACHE'] ?? '.cache')
}

/**
 * All engines, none of them opened yet. What they keep between runs lies in the cache folder. `close` ends what
 * was started.
 */
export function openRender(env: Readonly<Record<string, string | undefined>>): OpenRender {
  const cacheFolder = cacheFolderOf(env)
  const slidev = once(() =>
    openSlidevShell({ packageRoot, themeFolder: join(templatesFolder, 'slidev/theme'), cacheFolder }),
  )
  const quizPlayer = once(() => openQuizPlayer({ packageRoot, cacheFolder }))
  const printTemplates = join(templatesFolder, 'print')
  const code = once(async () => digestOfCode(packageRoot))
  const setter = openTypst(printTemplates, typesFolder)
  const typst = once(async () =>
    keptTypst(
      setter,
      openKeptPdfs(
        cacheFolder,
        await code(),
        digestOfFolder(printTemplates, /\.typ$/),
        digestOfFolder(typesFolder, /\.typ$/),
        ...typstPackages.map(installedVersion),
      ),
    ),
  )
  let printing: DeckPrinter | undefined
  const printer = once(async () => {
    const browser = { cache: cacheFolder, env }
    const open = (): DeckPrinter =>
      openDeckPrinter({ templates: printTemplates, launch: () => launchBrowser(browser), cacheFolder })
    const kept = openKeptPdfs(
      cacheFolder,
      await code(),
      digestOfFolder(printTemplates, /\.css$/),
      browsersFound(browser),
      ...printerPackages.map(installedVersion),
    )
    printing = keptPrinter(open, kept)
    return printing
  })
  return {
    templates: openTemplates(templatesFolder, slidevFilters),
    slidev,
    shells: oncePerDecks(async (decks) => openShells(await slidev(), decks)),
    quizPlayer,
    studioPage: once(() => openStudioPage({ packageRoot, cacheFolder })),
    typst,
    printer,
    ahead() {
      if (availableParallelism() > 1) setter.ahead()
    },
    async close() {
      await Promise.all([printing?.close(), setter.close()])
    },
  }
}

/** Opens all engines for some work, and ends what it started. */
export async function withRender<T>(
  env: Readonly<Record<string, string | undefined>>,
  work: (render: OpenRender) => Promise<T>,
): Promise<T> {
  const render = openRender(env)
  try {
    return await work(render)
  } finally {
    await render.close()
  }
}
