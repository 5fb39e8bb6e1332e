// bin/factdeck.mjs runs a bundle that it keeps: whatever happens to that, the command does what its sources say.

import { execFile } from 'node:child_process'
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { emptyFolder } from './bridge.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A package that a test may change, with a cache of its own. */
async function packageCopy(): Promise<{
  cache: string
  kept(): Promise<string[]>
  edit(file: string, from: string, to: string): Promise<void>
  run(argv: readonly string[], cache?: string): Promise<{ code: number; stdout: string; stderr: string }>
}> {
  // With a blank, which a stack does not quote.
  const copy = join(await emptyFolder(), 'fact deck')
  for (const name of ['bin', 'contract', 'scripts', 'templates', 'package.json'])
    await cp(join(root, name), join(copy, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  const own = join(copy, 'cache')
  return {
    cache: own,
    kept: async () => (await readdir(own)).filter((name) => name.startsWith('program-')),
    async edit(file, from, to) {
      const text = await readFile(join(copy, file), 'utf8')
      expect(text).toContain(from)
      await writeFile(join(copy, file), text.replace(from, to))
    },
    run: (argv, cache = own) =>
      promisify(execFile)(process.execPath, [join(copy, 'bin/factdeck.mjs'), ...argv], {
        cwd: join(copy, '..'),
        env: { ...process.env, FACTDECK_CACHE: cache },
      }).then(
        (done) => ({ code: 0, ...done }),
        (thrown: { code: number; stdout: string; stderr: string }) => thrown,
      ),
  }
}

test('the bundle is made once, by however many processes, and anew for changed sources', async () => {
  const { cache, kept, edit, run } = await packageCopy()
  const said = await Promise.all(['', ''].map(() => run(['--help'])))
  expect(said.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    said.map(() => ({ code: 0, stderr: '' })),
  )
  const first = await kept()
  expect(first).toHaveLength(1)
  expect((await readdir(join(cache, first[0]!))).toSorted()).toEqual([
    'none.v8',
    'program.js',
    'program.js.map',
  ])
  expect((await run(['--help'])).stdout).toBe(said[0]!.stdout)
  expect(await kept()).toEqual(first)

  await edit('scripts/commands/help.ts', 'factdeck compiles', 'factdeck turns')
  expect((await run(['--help'])).stdout).toBe(said[0]!.stdout.replace('factdeck compiles', 'factdeck turns'))
  expect(await kept()).toHaveLength(2)
})

test('without a cache that can be written or read, and without a bundler, the sources still run', async () => {
  const { cache, kept, run, edit } = await packageCopy()
  const { stdout } = await run(['--help'])
  const file = join(cache, (await kept())[0]!, 'program.js')

  expect(await run(['--help'], join(file, 'within-a-file'))).toEqual({ code: 0, stdout, stderr: '' })
  await writeFile(file, 'cut off in the midd')
  expect(await run(['--help'])).toEqual({ code: 0, stdout, stderr: '' })
  await edit('bin/factdeck.mjs', "import('esbuild')", "import('no-such-bundler')")
  expect(await run(['--help'])).toEqual({ code: 0, stdout, stderr: '' })
})

test('what is compiled and kept imports packages on demand, and says where in the sources a fault is', async () => {
  const { edit, run } = await packageCopy()
  await edit(
    'scripts/commands/main.ts',
    'return manifest.version',
    "return `${manifest.version} ${Object.keys(await import('mrmime')).length}`",
  )
  const said = await run(['--version'])
  expect(said).toEqual({ code: 0, stdout: expect.stringMatching(/^[\d.]+ \d\n$/), stderr: '' })
  // Now from what the first run compiled.
  expect(await run(['--version'])).toEqual(said)

  await edit(
    'scripts/commands/check.ts',
    'async function run(',
    'async function run(..._: unknown[]): Promise<number> {\n  throw new TypeError(`no ${_.length}`)\n}\nexport async function checked(',
  )
  const { code, stderr } = await run(['check'])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^TypeError: no 2\n {4}at Object\.run \(.*\/scripts\/commands\/check\.ts:\d+:9\)$/m)
})
