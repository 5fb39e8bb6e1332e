// Other Nodes than the one that runs the tests, installed below .cache, once.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageRoot } from './content-folder.ts'

/** One of each line that factdeck supports. */
export const nodeVersions = ['20.20.2', '22.23.3', '24.21.0']
const nodes = join(packageRoot, '.cache/nodes')
const program = (version: string): string => join(nodes, `node_modules/node-${version}/bin/node`)

/**
 * Paths of their programs, which the registry has as packages; undefined where it has none for this machine.
 */
export async function installNodes(): Promise<string[] | undefined> {
  if (nodeVersions.every((version) => existsSync(program(version)))) return nodeVersions.map(program)
  await mkdir(nodes, { recursive: true })
  await writeFile(join(nodes, 'package.json'), '{ "private": true }\n')
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const packages = nodeVersions.map(
    (version) => `node-${version}@npm:node-${platform}-${process.arch}@${version}`,
  )
  try {
    await promisify(execFile)(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages],
      {
        cwd: nodes,
      },
    )
  } catch {
    return undefined
  }
  return nodeVersions.map(program).filter(existsSync)
}
