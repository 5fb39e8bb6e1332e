// Files that are written while the process goes on: what is asked of them meanwhile, and what goes wrong with them.

import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { writeBehind } from '../../scripts/source/behind.ts'
import { lockOutput } from '../../scripts/source/output-tree.ts'
import { makeFolder, removeFolders } from './content-folder.ts'

afterAll(removeFolders)

const large = (letter: string, megabytes = 1): Buffer => Buffer.alloc(megabytes * 1024 * 1024, letter)

test('a large file is there once it is waited for, in its pieces, and is known before', async () => {
  const folder = await makeFolder()
  const behind = writeBehind()
  const path = join(folder, 'large.html')
  behind.write(path, [large('a'), Buffer.from('b')])
  expect(behind.awaited(path)?.map(({ length }) => length)).toEqual([1024 * 1024, 1])
  await behind.settled()
  expect(behind.awaited(path)).toBeUndefined()
  expect((await readFile(path)).equals(Buffer.concat([large('a'), Buffer.from('b')]))).toBe(true)
})

test('a small file is there at once, and so is one for which too much waits', async () => {
  const folder = await makeFolder()
  const behind = writeBehind()
  behind.write(join(folder, 'small.html'), [Buffer.from('a')])
  expect(await readFile(join(folder, 'small.html'), 'utf8')).toBe('a')
  const paths = Array.from({ length: 20 }, (_, n) => join(folder, `${n}.html`))
  for (const path of paths) behind.write(path, [large('a', 2)])
  const waiting = paths.filter((path) => behind.awaited(path) !== undefined)
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting.length).toBeLessThanOrEqual(4)
  await behind.settled()
  expect((await readdir(folder)).length).toBe(21)
})

test('what is removed or written again while it is being written ends as it was asked for last', async () => {
  const folder = await makeFolder()
  const [gone, again] = [join(folder, 'gone.html'), join(folder, 'again.html')]
  for (let repeat = 0; repeat < 20; repeat++) {
    const behind = writeBehind()
    behind.write(gone, [large('a')])
    behind.write(again, [large('a')])
    for (let wait = 0; wait < repeat % 4; wait++) await turn()
    behind.remove(gone)
    behind.remove(again)
    behind.write(again, [Buffer.from('b')])
    await behind.settled()
    expect(await readdir(folder)).toEqual(['again.html'])
    expect(await readFile(again, 'utf8')).toBe('b')
  }
})

test('a file that cannot be written is told to whoever writes the next, and to whoever waits', async () => {
  const folder = await makeFolder()
  await mkdir(join(folder, 'taken.html'))
  const behind = writeBehind()
  behind.write(join(folder, 'taken.html'), [large('a')])
  await expect(behind.settled()).rejects.toThrow('EISDIR')
  expect(() => behind.write(join(folder, 'next.html'), [Buffer.from('a')])).toThrow('EISDIR')
  await expect(behind.settled()).rejects.toThrow('EISDIR')
})

test('a tree with a file that cannot be written does not take its place, and leaves nothing behind', async () => {
  const parent = await makeFolder()
  const out = join(parent, 'dist')
  const lock = await lockOutput(out)
  await lock.replace([{ path: 'page.html', data: 'old' }])
  const tree = lock.begin()
  tree.add({ path: 'taken.html/below', data: 'a' })
  tree.add({ path: 'taken.html', data: large('a') })
  await expect(tree.takePlace()).rejects.toThrow('EISDIR')
  // Files that are still being written when all is given up do not come back.
  const dropped = lock.begin()
  for (let n = 0; n < 8; n++) dropped.add({ path: `${n}/page.html`, data: large('a') })
  await dropped.drop()
  await lock.release()
  expect(await readdir(parent)).toEqual(['dist'])
  expect(await readFile(join(out, 'page.html'), 'utf8')).toBe('old')
})

test('a large file of a tree can be read before it is written, and is whole in its place', async () => {
  const out = join(await makeFolder(), 'dist')
  const lock = await lockOutput(out)
  const tree = lock.begin()
  tree.add({ path: 'page.html', data: [large('a'), large('b')] })
  expect(Buffer.from(tree.read('page.html')).equals(Buffer.concat([large('a'), large('b')]))).toBe(true)
  await tree.takePlace()
  await lock.release()
  expect((await readFile(join(out, 'page.html'))).equals(Buffer.concat([large('a'), large('b')]))).toBe(true)
})
