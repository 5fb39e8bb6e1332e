// The theme as a folder that is complete by itself. In the repository it imports from `contract/` and
// `question-types/`, which lie outside of it; an ordinary Slidev project has only the theme. So what it needs
// at run time travels with it: copied into folders of these names inside the theme, every import led there.
// This is the only place that knows.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import type { SharedFile } from './shared-file.ts'

/** Types too: Vue makes the props of a component from the type that it names, wherever that stands. */
const imports = /^((?:import|export)\s[^'"]*?)(['"])(\.{1,2}\/[^'"]+)\2/gm

/** Folders of the package from which files travel with a theme. */
const lent = ['contract', 'question-types']

/** The theme's files and the files of the package that they lead to, sorted by name. */
export function themeFiles(themeFolder: string, packageRoot: string): SharedFile[] {
  const files = new Map<string, string | Uint8Array>()
  const add = (file: string): string => {
    const name = nameOf(file, themeFolder, packageRoot)
    if (files.has(name)) return name
    files.set(name, '')
    files.set(name, /\.(?:ts|vue)$/.test(file) ? withImports(file, name) : readFileSync(file))
    return name
  }
  const withImports = (file: string, name: string): string =>
    readFileSync(file, 'utf8').replace(imports, (whole, lead: string, quote: string, specifier: string) => {
      const target = resolve(dirname(file), specifier)
      if (!isLent(target, packageRoot)) return whole
      const to = posix.relative(posix.dirname(name), add(target))
      return `${lead}${quote}${to.startsWith('.') ? to : `./${to}`}${quote}`
    })
  for (const file of filesOf(themeFolder)) add(file)
  return Array.from(files, ([name, data]) => ({ name, data })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Files of a folder and its folders, sorted, without what an editor or a package manager leaves there. */
export function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[\\/](?:node_modules|\.[^\\/]*)(?:[\\/]|$)/.test(file.slice(folder.length)))
    .toSorted()
}

function nameOf(file: string, themeFolder: string, packageRoot: string): string {
  return relative(isLent(file, packageRoot) ? packageRoot : themeFolder, file).replaceAll('\\', '/')
}

function isLent(file: string, packageRoot: string): boolean {
  return lent.some((folder) => file.startsWith(join(packageRoot, folder, sep)))
}
