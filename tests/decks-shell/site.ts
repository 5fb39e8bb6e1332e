// A folder with decks as the output has them, and a web server for it under a path of its own.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { slideKey, type WrittenSlide } from '../../scripts/render/slidev/compiled-slides.ts'
import { openSlidevShell, type SlidevShell } from '../../scripts/render/slidev/shell.ts'

export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))
export const fixtureTheme = fileURLToPath(new URL('theme', import.meta.url))

/** The shell with the theme of this folder, kept between runs like any other. */
export function fixtureShell(cacheFolder = join(packageRoot, '.cache/tests')): Promise<SlidevShell> {
  return openSlidevShell({ packageRoot, themeFolder: fixtureTheme, cacheFolder })
}

/** A slide's body as if it stood in a file. */
export function asWritten(body: string): WrittenSlide {
  return { key: slideKey(body), body, file: 'tides/own.md', line: 1 }
}

export interface Site {
  folder: string
  /** Ends with a slash. */
  url: string
  close(): Promise<void>
}

/** Writes the files and serves them below `/some/base/`. */
export async function openSite(files: Record<string, string | Uint8Array>): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-site-'))
  for (const [path, data] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), data)
  }
  const types: Record<string, string> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    svg: 'image/svg+xml',
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const path = pathname.replace('/some/base/', '').replace(/(^|\/)$/, '$1index.html')
    readFile(join(folder, path)).then(
      (data) => response.setHeader('content-type', types[path.split('.').at(-1) ?? ''] ?? '').end(data),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    folder,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/base/`,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
