import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * The version of a package that factdeck depends on, as it is installed. Read from its folder, since a
 * package need not export its package.json. Throws where there is none.
 */
export function installedVersion(name: string): string {
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as { version: string })
        .version
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`the package ${name} is not installed`)
}

/** Whether that package is there. */
export function isInstalled(name: string): boolean {
  try {
    return installedVersion(name) !== ''
  } catch {
    return false
  }
}
