// The same bytes on every Node that is supported. Run by `npm run test:nodes`: it installs the other Nodes below .cache, once, and builds
// everything from nothing with each.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import {
  factdeck,
  makeFolder,
  manifest,
  packageRoot,
  removeFolders,
  tinyContent,
  writeContent,
} from './content-folder.ts'

afterAll(removeFolders)

const versions = ['20.20.2', '22.23.3', '24.21.0']
const nodes = join(packageRoot, '.cache/nodes')
const program = (version: string): string => join(nodes, `node_modules/node-${version}/bin/node`)

/** The registry has the programs as packages; undefined where it has none for this machine. */
async function installed(): Promise<string[] | undefined> {
  if (versions.every((version) => existsSync(program(version)))) return versions.map(program)
  await mkdir(nodes, { recursive: true })
  await writeFile(join(nodes, 'package.json'), '{ "private": true }\n')
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const packages = versions.map(
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
  return versions.map(program).filter(existsSync)
}

test.runIf(process.env['MODE'] === 'nodes')(
  'every Node builds the same tree, and none of it with what another has kept',
  { timeout: 900_000 },
  async (context) => {
    const programs = await installed()
    if (!programs || programs.length < versions.length)
      return context.skip('no Node for this machine in the registry')
    const trees = []
    for (const node of programs) {
      const { stdout } = await promisify(execFile)(node, ['--version'])
      const folder = await makeFolder()
      await writeContent(join(folder, 'content'), tinyContent())
      const run = await factdeck(
        ['build', '--content', join(folder, 'content'), '--out', join(folder, 'dist')],
        {
          node,
          env: { FACTDECK_CACHE: join(folder, 'cache') },
        },
      )
      expect(run).toMatchObject({ code: 0 })
      trees.push({ version: stdout.trim(), tree: await manifest(join(folder, 'dist')) })
    }
    expect(trees.map(({ version }) => version)).toEqual(versions.map((version) => `v${version}`))
    for (const { tree } of trees.slice(1)) expect(tree).toEqual(trees[0]!.tree)
    expect(Object.keys(trees[0]!.tree).length).toBeGreaterThan(20)
  },
)
