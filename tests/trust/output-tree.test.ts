// The swap of trees by itself: many tries in little time. What a whole build does is in nothing-lost.test.ts.

import { spawn } from 'node:child_process'
import {
  link,
  lstat,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { sha256 } from '../../scripts/source/digest.ts'
import { lockOutput, recoverOutput } from '../../scripts/source/output-tree.ts'
import type { ReadFiles } from '../../scripts/source/staged-tree.ts'
import { makeFolder, manifest, packageRoot, removeFolders } from './content-folder.ts'

afterAll(removeFolders)

const tree = (name: string, count = 40): { path: string; data: string }[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `${index % 5}/${index}.txt`,
    data: `${name} ${index}`,
  }))

async function write(out: string, name: string, count?: number): Promise<Record<string, string>> {
  const lock = await lockOutput(out)
  await lock.replace(tree(name, count))
  await lock.release()
  return manifest(out)
}

const message = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing was refused',
    (thrown: unknown) => `${(thrown as Error).constructor.name}: ${(thrown as Error).message}`,
  )

/** A process that does nothing but replace one tree by another; `hook` is run in it first. */
function writer(out: string, hook = ''): Promise<{ kill(): Promise<void>; ended: Promise<void> }> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href
  const module = pathToFileURL(join(packageRoot, 'scripts/source/output-tree.ts')).href
  const child = spawn(
    process.execPath,
    [
      '--import',
      tsx,
      '--input-type=module',
      '--eval',
      `${hook}
       const { lockOutput } = await import(${JSON.stringify(module)})
       const tree = (name) => Array.from({ length: 40 }, (_, index) => ({ path: \`\${index % 5}/\${index}.txt\`, data: \`\${name} \${index}\` }))
       console.log('ready')
       for (let turn = 0; ; turn++) {
         const lock = await lockOutput(${JSON.stringify(out)})
         await lock.replace(tree(turn % 2 ? 'one' : 'two'))
         await lock.release()
       }`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  return new Promise((resolve) =>
    child.stdout.once('data', () =>
      resolve({
        ended,
        async kill() {
          child.kill('SIGKILL')
          await ended
        },
      }),
    ),
  )
}

test('what is the same again is neither written nor removed, and nothing else is taken for it', async () => {
  const out = join(await makeFolder(), 'dist')
  const whole = await write(out, 'one')
  const places = ['0/0.txt', '1/1.txt', '2/2.txt', '3/3.txt'].map((path) => join(out, path))
  const inodes = () => Promise.all(places.map(async (place) => (await lstat(place)).ino))
  const before = await inodes()
  const [same, edited, linked, shared] = places as [string, string, string, string]
  // As long as before; a link to the same text; a text that has another name elsewhere.
  await writeFile(edited, 'two 1')
  await rename(linked, `${out}-elsewhere`)
  await symlink(`${out}-elsewhere`, linked)
  await link(shared, `${out}-shared`)
  expect(await write(out, 'one')).toEqual(whole)
  const after = await inodes()
  expect(places.filter((_, n) => after[n] === before[n])).toEqual([same])
  expect((await lstat(linked)).isSymbolicLink()).toBe(false)
})

test('a writer killed at any moment leaves one tree or the other, and the next command finds it', async () => {
  const parent = await makeFolder()
  const out = join(parent, 'dist')
  const whole = [await write(out, 'one'), await write(out, 'two')]
  const found: boolean[] = []
  for (let kill = 0; kill < 12; kill++) {
    const running = await writer(out)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
    await running.kill()
    await recoverOutput(out)
    const there = JSON.stringify(await manifest(out))
    found.push(whole.some((each) => JSON.stringify(each) === there))
  }
  expect(found).toEqual(found.map(() => true))
  await write(out, 'one')
  expect(await readdir(parent)).toEqual(['dist'])
})

test('killed between the two renames the old tree comes back', async () => {
  const parent = await makeFolder()
  const out = join(parent, 'dist')
  const old = await write(out, 'old')
  // The second rename of the swap never happens.
  const running = await writer(
    out,
    `import fs from 'node:fs'
     import { syncBuiltinESMExports } from 'node:module'
     const rename = fs.renameSync
     let calls = 0
     fs.renameSync = (...names) => (++calls === 2 ? process.kill(process.pid, 'SIGKILL') : rename(...names))
     syncBuiltinESMExports()`,
  )
  await running.ended
  expect(await readdir(parent)).not.toContain('dist')
  await recoverOutput(out)
  expect(await manifest(out)).toEqual(old)
  expect(await readdir(parent)).toEqual(['dist'])
})

test('a write that fails leaves the old tree and nothing beside it', async () => {
  const parent = await makeFolder()
  const out = join(parent, 'dist')
  const old = await write(out, 'old')
  const lock = await lockOutput(out)
  expect(await message(lock.replace([...tree('new'), { path: '3/38.txt/below', data: '' }]))).toMatch(
    /EEXIST|ENOTDIR|EISDIR/,
  )
  await lock.release()
  expect(await manifest(out)).toEqual(old)
  expect(await readdir(parent)).toEqual(['dist'])
})

test('of many that want one folder one gets it, also where a dead process left its lock', async () => {
  for (const left of [undefined, JSON.stringify({ pid: 999_999_999, host: hostname() }), '', '{"pid":']) {
    const parent = await makeFolder()
    const out = join(parent, 'dist')
    if (left !== undefined) await writeFile(join(parent, '.dist.lock'), left)
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockOutput(out)))
    const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    const [lost] = tries.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))
    expect(won).toHaveLength(1)
    expect(lost).toContain(`(process ${process.pid} on ${hostname()})`)
    await won[0]?.replace(tree('mine'))
    await won[0]?.release()
    expect(await readdir(parent)).toEqual(['dist'])
  }
})

test('the lock of a dead process is cleared away where nothing else is left of it, that of a living one is not', async () => {
  const parent = await makeFolder()
  const out = join(parent, 'dist')
  const old = await write(out, 'old')
  for (const left of [JSON.stringify({ pid: 999_999_999, host: hostname(), since: '1' }), '', '{"pid":']) {
    await writeFile(join(parent, '.dist.lock'), left)
    await recoverOutput(out)
    expect(await readdir(parent)).toEqual(['dist'])
  }
  for (const held of [
    { pid: process.pid, host: hostname(), since: '1' },
    { pid: 7, host: 'elsewhere', since: '1' },
  ]) {
    await writeFile(join(parent, '.dist.lock'), JSON.stringify(held))
    await recoverOutput(out)
    expect(await readdir(parent)).toEqual(['.dist.lock', 'dist'])
  }
  expect(await manifest(out)).toEqual(old)
})

test('a lock that was lost does not write, and does not take away that of another', async () => {
  const parent = await makeFolder()
  const out = join(parent, 'dist')
  const old = await write(out, 'old')
  const lock = await lockOutput(out)
  const other = JSON.stringify({ pid: 1, host: 'elsewhere', since: '1' })
  await writeFile(join(parent, '.dist.lock'), other)
  expect(await message(lock.replace(tree('new')))).toContain(
    'OutputBusy: Unexpected build in progress (process 1 on elsewhere)',
  )
  await lock.release()
  expect(await manifest(out)).toEqual(old)
  expect(await readFile(join(parent, '.dist.lock'), 'utf8')).toBe(other)
})

test('a lock of another machine is believed, and the message says how to be rid of it', async () => {
  const parent = await makeFolder()
  await writeFile(join(parent, '.dist.lock'), JSON.stringify({ pid: 7, host: 'elsewhere' }))
  expect(
    (await message(lockOutput(join(parent, 'dist')))).replaceAll(parent, 'PARENT'),
  ).toMatchInlineSnapshot(
    `"OutputBusy: Unexpected build in progress (process 7 on elsewhere), expected to be the only one that writes dist/; if there is none, remove PARENT/.dist.lock"`,
  )
})

test('a folder that factdeck did not make is never replaced', async () => {
  const parent = await makeFolder()
  const out = join(parent, 'home')
  await mkdir(join(out, 'letters'), { recursive: true })
  await writeFile(join(out, 'letters/one.txt'), 'dear')
  await writeFile(join(out, 'index.html'), 'mine')
  const before = await manifest(out)
  expect((await message(lockOutput(out))).replaceAll(parent, 'PARENT')).toMatchInlineSnapshot(
    `"OutputForeign: Unexpected folder PARENT/home with "index.html" and without .factdeck, expected one that factdeck made, an empty or a new one: a build replaces everything in it. Give another --out DIR, or empty this one"`,
  )
  expect((await message(lockOutput(parent))).replaceAll(parent, 'PARENT')).toContain('OutputForeign')
  expect(
    (await message(lockOutput(join(out, 'index.html')))).replaceAll(parent, 'PARENT'),
  ).toMatchInlineSnapshot(
    `"OutputForeign: Unexpected file PARENT/home/index.html, expected a folder to write the output to"`,
  )
  expect(await manifest(out)).toEqual(before)
  expect(await readdir(parent)).toEqual(['home'])
})

test('a folder that fills while a build runs is not replaced', async () => {
  const parent = await makeFolder()
  const out = join(parent, 'dist')
  await mkdir(out)
  const lock = await lockOutput(out)
  await writeFile(join(out, 'letter.txt'), 'dear')
  expect(await message(lock.replace(tree('new')))).toContain('OutputForeign')
  await lock.release()
  expect(await readdir(out)).toEqual(['letter.txt'])
  expect(await readdir(parent)).toEqual(['dist'])
})

test('a link stays a link', async () => {
  const parent = await makeFolder()
  await mkdir(join(parent, 'disk/site'), { recursive: true })
  await symlink(join(parent, 'disk/site'), join(parent, 'dist'))
  await write(join(parent, 'dist'), 'one')
  expect(Object.keys(await manifest(join(parent, 'disk/site')))).toHaveLength(41)
  expect(await readdir(join(parent, 'disk'))).toEqual(['site'])
  expect(
    (await readdir(parent, { withFileTypes: true })).map((each) => [each.name, each.isSymbolicLink()]),
  ).toEqual([
    ['disk', false],
    ['dist', true],
  ])
})

test('more files than a process may have open', async () => {
  const out = join(await makeFolder(), 'dist')
  expect(Object.keys(await write(out, 'many', 6000))).toHaveLength(6001)
  await rm(out, { recursive: true })
})

test('what a process has read of a tree it reads again where it was written to', async () => {
  const out = join(await makeFolder(), 'dist')
  const read: ReadFiles = new Map()
  const path = 'page.html'
  const digest = sha256('Ada')
  const file = join(out, path)
  const age = (): Promise<void> => utimes(file, new Date(), new Date(Date.now() - 60_000))
  /** Whether the file of the old tree is taken for the one that was made; what is there then is that one. */
  const takes = async (): Promise<boolean> => {
    const lock = await lockOutput(out)
    const next = lock.begin(read)
    const taken = next.takeOver(path, digest)
    if (!taken) next.add({ path, data: 'Ada' })
    await next.takePlace()
    await lock.release()
    expect(await readFile(file, 'utf8')).toBe('Ada')
    return taken
  }
  expect(await takes()).toBe(false)
  // What was written just now may be written to in the same tick.
  expect(await takes()).toBe(true)
  expect(read.size).toBe(0)
  await age()
  expect(await takes()).toBe(true)
  expect([...read.keys()]).toEqual([path])
  expect(await takes()).toBe(true)

  await writeFile(file, 'Eve')
  expect(await takes()).toBe(false)
  await age()
  expect(await takes()).toBe(true)
  await writeFile(join(out, 'other.html'), 'Eve')
  await age()
  await rename(join(out, 'other.html'), file)
  expect(await takes()).toBe(false)
})
