// A checkout runs a bundle that it keeps: whatever happens to that, the command does what its sources say.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageCopy } from './package-copy.ts'

/** A package that a test may change, with a cache of its own. */
async function copyWithCache() {
  const copy = await packageCopy()
  const own = join(copy.folder, 'cache')
  return {
    cache: own,
    kept: async () => (await readdir(own)).filter((name) => name.startsWith('program-')),
    edit: copy.edit,
    run: (argv: readonly string[], cache = own) => copy.run(argv, join(copy.folder, '..'), cache),
  }
}

test('the bundle is made once, by however many processes, and anew for changed sources', async () => {
  const { cache, kept, edit, run } = await copyWithCache()
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
  const { cache, kept, run, edit } = await copyWithCache()
  const { stdout } = await run(['--help'])
  const file = join(cache, (await kept())[0]!, 'program.js')

  expect(await run(['--help'], join(file, 'within-a-file'))).toEqual({ code: 0, stdout, stderr: '' })
  await writeFile(file, 'cut off in the midd')
  expect(await run(['--help'])).toEqual({ code: 0, stdout, stderr: '' })
  await edit('program/from-sources.mjs', "import('esbuild')", "import('no-such-bundler')")
  expect(await run(['--help'])).toEqual({ code: 0, stdout, stderr: '' })
})

test.each(['none.v8', 'program.js'])(
  'a %s that was damaged is not believed, and made again',
  async (name) => {
    const { cache, kept, run } = await copyWithCache()
    const said = await run(['--help'])
    const file = join(cache, (await kept())[0]!, name)
    const whole = await readFile(file)
    // Here and there another letter, as a disk that fails leaves it: no file is shorter or older.
    const damaged = whole.map((byte, at) => (at % 4001 === 4000 ? byte ^ 1 : byte))
    expect(whole.equals(damaged)).toBe(false)
    await writeFile(file, damaged)
    expect(await run(['--help'])).toEqual(said)
    const again = await readFile(file)
    expect(again.equals(damaged)).toBe(false)
    expect(await run(['--help'])).toEqual(said)
    expect((await readFile(file)).equals(again)).toBe(true)
  },
)

test('what is compiled and kept imports packages on demand, and says where in the sources a fault is', async () => {
  const { edit, run } = await copyWithCache()
  await edit(
    'scripts/commands/main.ts',
    'io.out(packageVersion())',
    "io.out(`${packageVersion()} ${Object.keys(await import('mrmime')).length}`)",
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
  expect(stderr).toMatch(
    /^TypeError: no 2\n {4}at Object\.run\d*(?: \[as run\])? \(.*\/scripts\/commands\/check\.ts:\d+:9\)$/m,
  )
})
