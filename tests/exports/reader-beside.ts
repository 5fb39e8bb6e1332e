import { fileURLToPath } from 'node:url'

/**
 * A file of the readers that `.ci/run` puts into `.cache/readers/`; docs/dependencies.md says why they are
 * not installed with the rest. Tests that need one are left out where it is not there.
 */
export function reader(path: string): string {
  return fileURLToPath(new URL(`../../.cache/readers/node_modules/${path}`, import.meta.url))
}
