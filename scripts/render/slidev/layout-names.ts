import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Layouts of Slidev's own that show other sites: they have no place in a deck that works without a network. */
export const foreignLayouts: readonly string[] = ['iframe', 'iframe-left', 'iframe-right']

/** The layouts that slides may ask for, found without Slidev: those of the theme and of Slidev's client, as the shell has them. */
export function layoutNames(themeFolder: string): string[] {
  const client = join(createRequire(import.meta.url).resolve('@slidev/client/package.json'), '..')
  const names = [client, themeFolder]
    .flatMap((folder) => readdirSync(join(folder, 'layouts')))
    .filter((file) => file.endsWith('.vue'))
    .map((file) => file.slice(0, -'.vue'.length))
  return [...new Set(names)].filter((name) => !foreignLayouts.includes(name)).toSorted()
}
