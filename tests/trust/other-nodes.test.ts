// The same bytes on every Node that is supported. Run by `npm run test:nodes`: it installs the other Nodes
// below .cache, once, and builds everything from nothing with each.

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { factdeck, makeFolder, manifest, removeFolders, tinyContent, writeContent } from './content-folder.ts'
import { installNodes, nodeVersions } from './nodes.ts'

afterAll(removeFolders)

test(
  'every Node builds the same tree, and none of it with what another has kept',
  { timeout: 900_000 },
  async (context) => {
    const programs = await installNodes()
    if (!programs || programs.length < nodeVersions.length)
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
    expect(trees.map(({ version }) => version)).toEqual(nodeVersions.map((version) => `v${version}`))
    for (const { tree } of trees.slice(1)) expect(tree).toEqual(trees[0]!.tree)
    expect(Object.keys(trees[0]!.tree).length).toBeGreaterThan(20)
  },
)
