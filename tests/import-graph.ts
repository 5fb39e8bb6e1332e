// Which file imports which, read by TypeScript's own scanner: of TypeScript and of the scripts of Vue
// components, imports of types included.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { posix } from 'node:path'
import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'

export interface Import {
  /** Relative to the root, with forward slashes. */
  file: string
  specifier: string
  /** The file that a relative specifier names. */
  target?: string
}

/** Files of a folder and its folders, relative to the root, sorted. */
export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules', root.length))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
}

/** All imports of the files of these folders. */
export function importsIn(root: string, folders: readonly string[]): Import[] {
  return folders
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => /\.(?:ts|vue|mjs)$/.test(file))
    .flatMap((file) =>
      scriptsOf(readFileSync(join(root, file), 'utf8'), file).flatMap((script) =>
        ts.preProcessFile(script, true, true).importedFiles.map(({ fileName: specifier }) => ({
          file,
          specifier,
          ...(specifier.startsWith('.') ? { target: posix.join(posix.dirname(file), specifier) } : {}),
        })),
      ),
    )
}

function scriptsOf(text: string, file: string): string[] {
  if (!file.endsWith('.vue')) return [text]
  const { script, scriptSetup } = parse(text).descriptor
  return [script, scriptSetup].flatMap((block) => block?.content ?? [])
}

/**
 * Groups of files that reach each other (strongly connected components of more than one file, after Tarjan),
 * each sorted.
 */
export function circles(imports: readonly Import[]): string[][] {
  const graph = new Map<string, string[]>()
  for (const { file, target } of imports)
    if (target !== undefined) graph.set(file, [...(graph.get(file) ?? []), target])
  const found: string[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const visit = (file: string): void => {
    index.set(file, index.size)
    low.set(file, index.get(file)!)
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!))
    }
    if (low.get(file) !== index.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    if (group.length > 1) found.push(group.toSorted())
  }
  for (const file of graph.keys()) if (!index.has(file)) visit(file)
  return found
}
