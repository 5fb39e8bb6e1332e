// The same content gives the same bytes, wherever, whenever and in whose language it is built.

import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import {
  factdeck,
  makeFolder,
  manifest,
  removeFolders,
  tinyContent,
  works,
  writeContent,
} from './content-folder.ts'

afterAll(removeFolders)

const canUnshare = await works('unshare', '--net', 'true')

/** A whole build, PDFs included, in a folder of its own. */
async function built(
  path: string,
  env: NodeJS.ProcessEnv,
  wrap: string[] = [],
): Promise<{ tree: Record<string, string>; out: string; err: string }> {
  const parent = join(await makeFolder(), path)
  await writeContent(join(parent, 'content'), tinyContent())
  const out = join(parent, 'dist')
  const run = await factdeck(['build', '--content', join(parent, 'content'), '--out', out], { env, wrap })
  expect(run.code).toBe(0)
  return { tree: await manifest(out), out, err: run.err }
}

test('two folders, time zones and languages; with a network and without', async () => {
  const one = await built('one', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })
  const other = await built(
    'a much/longer path/with ünïcode',
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
    // A network without a way out: what would ask for another host fails.
    canUnshare
      ? ['unshare', '--net', 'sh', '-c', 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"', 'sh']
      : [],
  )
  expect(other.tree).toEqual(one.tree)
  const paths = Object.keys(one.tree)
  expect(paths.filter((path) => path.startsWith('pdf/')).length).toBeGreaterThanOrEqual(6)
  const pdfs = paths.some((path) => path.endsWith('-slides.pdf'))
  expect(pdfs || one.err.includes('no PDFs of decks')).toBe(true)

  // No path of this machine and no moment of this build in any file.
  const today = new Date().toISOString().slice(0, 10)
  const telling = []
  for (const path of paths) {
    const text = (await readFile(join(one.out, path))).toString('latin1')
    for (const word of [one.out, process.cwd(), today, today.replaceAll('-', ''), 'file:///'])
      if (text.includes(word)) telling.push(`${path}: ${word}`)
  }
  expect(telling).toEqual([])
})
