// `pin` writes what authors wrote: never half of it, never over what somebody else just wrote.

import { spawn } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { editFile } from '../../scripts/source/edit-file.ts'
import { makeFolder, removeFolders } from './content-folder.ts'

afterAll(removeFolders)

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href
const worker = fileURLToPath(new URL('edit-for-ever.ts', import.meta.url))

test('killed at any moment it leaves the old text or the new one, whole, and the next one goes on', async () => {
  const folder = await makeFolder()
  const file = join(folder, 'facts.json')
  const texts = ['a'.repeat(200_000), 'b'.repeat(200_000)]
  await writeFile(file, texts[0]!)
  const wrong: unknown[] = []
  for (let kill = 0; kill < 8; kill++) {
    const child = spawn(process.execPath, ['--import', tsx, worker, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.once('close', resolve))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await new Promise((resolve) => setTimeout(resolve, kill * 1.7))
    child.kill('SIGKILL')
    await ended
    const text = await readFile(file, 'utf8')
    if (!texts.includes(text)) wrong.push({ kill, length: text.length, start: text.slice(0, 9) })
    const left = join(folder, 'facts.json.new')
    // As if nobody had come for a while.
    await utimes(left, 1, 1).catch(() => {})
  }
  expect(wrong).toEqual([])
  expect(await editFile(file, () => 'end')).toBe(true)
  expect(await readFile(file, 'utf8')).toBe('end')
  expect(await readdir(folder)).toEqual(['facts.json'])
})

test('edits at once follow each other; none is lost', async () => {
  const folder = await makeFolder()
  const file = join(folder, 'facts.json')
  await writeFile(file, '')
  const letters = [...'abcdefghij']
  await Promise.all(letters.map((letter) => editFile(file, (text) => text + letter)))
  expect([...(await readFile(file, 'utf8'))].toSorted()).toEqual(letters)
  expect(await readdir(folder)).toEqual(['facts.json'])
})

test('a link stays one, permissions stay, and what is left alone or fails leaves nothing behind', async () => {
  const folder = await makeFolder()
  await mkdir(join(folder, 'shared'))
  const file = join(folder, 'shared/facts.json')
  await writeFile(file, 'old')
  await chmod(file, 0o640)
  const link = join(folder, 'facts.json')
  await symlink(file, link)
  await editFile(link, () => 'new')
  expect(await readFile(file, 'utf8')).toBe('new')
  expect((await stat(file)).mode & 0o777).toBe(0o640)
  expect(await editFile(link, () => undefined)).toBe(false)
  const fault = new Error('no')
  await expect(
    editFile(link, () => {
      throw fault
    }),
  ).rejects.toBe(fault)
  expect(await readFile(link, 'utf8')).toBe('new')
  expect((await readdir(folder)).toSorted()).toEqual(['facts.json', 'shared'])
  expect(await readdir(join(folder, 'shared'))).toEqual(['facts.json'])
})
