// The browser that comes as a package is unpacked once and kept: what was damaged there is unpacked again.

import { existsSync } from 'node:fs'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startBrowser } from '../../scripts/render/browser.ts'
import { makeFolder, removeFolders } from './content-folder.ts'

afterAll(removeFolders)

test('a damaged browser is unpacked again, and one that is whole is not', async (context) => {
  const cache = await makeFolder()
  const open = async (): Promise<string> => {
    const { browser, path } = await startBrowser({ cache, env: { ...process.env, PATH: '' } })
    await browser.close()
    return path
  }
  const path = await open()
  context.skip(!path.startsWith(cache), 'another browser than the packaged one is found here')
  const mark = join(path, '../mark')
  await writeFile(mark, '')
  expect(await open()).toBe(path)
  expect(existsSync(mark)).toBe(true)
  for (const damage of [() => truncate(path, 1_000_000), () => writeFile(path, 'no program')]) {
    await damage()
    expect(await open()).toBe(path)
    expect(existsSync(mark)).toBe(false)
  }
}, 120_000)
