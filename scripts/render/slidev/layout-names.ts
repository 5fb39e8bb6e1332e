import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { releaseFolder } from '../release.ts'

/**
 * Layouts of Slidev's own that show other sites: they have no place in a deck that works without a network.
 */
export const foreignLayouts: readonly string[] = ['iframe', 'iframe-left', 'iframe-right']

/**
 * The layouts that slides may ask for, found without opening the shell: those of the theme and of Slidev's
 * client, as the shell has them.
 */
export function layoutNames(themeFolder: string): string[] {
  const ofTheme = layoutsIn(themeFolder)
  const ofSlidev = releaseFolder === undefined ? slidevLayouts() : releasedLayouts(releaseFolder)
  return [...new Set([...ofSlidev, ...ofTheme])].filter((name) => !foreignLayouts.includes(name)).toSorted()
}

function slidevLayouts(): string[] {
  const client = join(createRequire(import.meta.url).resolve('@slidev/client/package.json'), '..')
  return layoutsIn(client)
}

/** Slidev itself is no part of a release. */
function releasedLayouts(release: string): string[] {
  return (JSON.parse(readFileSync(join(release, 'shell/shell.json'), 'utf8')) as { layouts: string[] })
    .layouts
}

function layoutsIn(folder: string): string[] {
  return readdirSync(join(folder, 'layouts'))
    .filter((file) => file.endsWith('.vue'))
    .map((file) => file.slice(0, -'.vue'.length))
}
