import { mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStyle } from '../../scripts/render/slidev/font-faces.ts'
import {
  CacheUnusable,
  forgetOld,
  forgetUnused,
  keepFile,
  makeBeside,
  markUsed,
  putInPlace,
  readIfKept,
  readSealed,
} from '../../scripts/render/kept-files.ts'

test('keeps the newest of what was made, and everything that is not its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-kept-'))
  for (const [index, name] of [
    'shell-old',
    'shell-new',
    'shell-older',
    'shell-a.tmp',
    'chromium',
  ].entries()) {
    await mkdir(join(folder, name))
    const day = { 'shell-new': 9, 'shell-old': 5 }[name] ?? 1
    await utimes(join(folder, name), day, day + index / 100)
  }
  await forgetOld(folder, 'shell-', 2)
  expect((await readdir(folder)).toSorted()).toEqual(['chromium', 'shell-new', 'shell-old'])
  await rm(folder, { recursive: true })
})

test('forgets what was not used for long and what a killed process left, never what is in use', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-kept-'))
  const day = 24 * 60 * 60
  const now = Date.now() / 1000
  for (const [name, days] of [
    ['chromium-142.0.0', 15],
    ['chromium-143.0.4', 15],
    ['chromium-144.0.0', 13],
    ['chromium-144.0.0-AbCdEf', 0],
    ['quiz-player-0.json.4711-1.tmp', 2],
    ['quiz-player-1.json.4711-1.tmp', 0],
    ['deck-1-1.tmp', 2],
    ['bench', 99],
  ] as const) {
    await mkdir(join(folder, name))
    await utimes(join(folder, name), now, now - days * day)
  }
  await markUsed(join(folder, 'chromium-143.0.4'))
  await forgetUnused(folder, /^chromium-/, 14)
  await forgetOld(folder, 'quiz-player-')
  expect((await readdir(folder)).toSorted()).toEqual([
    'bench',
    'chromium-143.0.4',
    'chromium-144.0.0',
    'chromium-144.0.0-AbCdEf',
    'quiz-player-1.json.4711-1.tmp',
  ])
  await forgetUnused(join(folder, 'nowhere'), /./, 1)
  await markUsed(join(folder, 'nowhere'))
  await rm(folder, { recursive: true })
})

test('a kept file is believed as long as it is what was kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-kept-'))
  const file = join(folder, 'deep/player.json')
  await keepFile(file, 'Größe')
  expect(String(await readIfKept(file))).toBe('Größe')
  await keepFile(file, '')
  expect(String(await readIfKept(file))).toBe('')
  await keepFile(file, 'whole')
  const bytes = await readFile(file)
  for (const at of [0, 20, 34]) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    await writeFile(file, changed)
    expect(await readIfKept(file), `byte ${at}`).toBeUndefined()
  }
  for (const length of [0, 10, 33]) {
    await writeFile(file, bytes)
    await truncate(file, length)
    expect(await readIfKept(file), `${length} bytes`).toBeUndefined()
  }
  await rm(folder, { recursive: true })
})

test('a kept folder is believed as long as all of it is what was made, and is made again in its place', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'factdeck-kept-')), 'shell-1')
  const make = async (word: string): Promise<void> => {
    const making = await makeBeside(folder)
    await mkdir(join(making, 'chunks'))
    await writeFile(join(making, 'shell.json'), '{}')
    await writeFile(join(making, 'chunks/a.js'), word)
    await putInPlace(making, folder)
  }
  const kept = (): string | undefined => readSealed(folder)?.get('chunks/a.js')?.toString()
  await make('first')
  expect(kept()).toBe('first')
  // Another process was slower: what is there stays.
  await make('second')
  expect(kept()).toBe('first')
  const damages = [
    () => writeFile(join(folder, 'shell.json'), ''),
    () => writeFile(join(folder, 'digests.json'), '{'),
    () => writeFile(join(folder, 'chunks/b.js'), ''),
    () => rm(join(folder, 'chunks/a.js')),
    () => rm(join(folder, 'digests.json')),
  ]
  for (const [index, damage] of damages.entries()) {
    await damage()
    expect(readSealed(folder), `damage ${index}`).toBeUndefined()
    await make(`made again ${index}`)
    expect(kept()).toBe(`made again ${index}`)
  }
  expect((await readdir(join(folder, '..'))).filter((name) => name !== 'shell-1')).toHaveLength(1)
  await rm(join(folder, '..'), { recursive: true })
})

test('two that make the same folder at once do not meet', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'factdeck-kept-')), 'shell-1')
  const making = await Promise.all(Array.from({ length: 8 }, () => makeBeside(folder)))
  expect(new Set(making).size).toBe(8)
  await rm(join(folder, '..'), { recursive: true })
})

test('a cache folder below a file is said as what it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-kept-'))
  await writeFile(join(folder, 'file'), '')
  await expect(makeBeside(join(folder, 'file/cache/shell-1'))).rejects.toThrow(CacheUnusable)
  await expect(makeBeside(join(folder, 'file/cache/shell-1'))).rejects.toMatchObject({
    folder: join(folder, 'file/cache'),
    code: 'ENOTDIR',
  })
  await rm(folder, { recursive: true })
})

test('a deck carries only the fonts that hold one of its letters', () => {
  const faces = ['U+??', 'U+100-130,U+1E00-1E9F', 'U+301,U+400-45F'].map(
    (range, index) => `@font-face{font-family:f${index};unicode-range:${range}}`,
  )
  const kept = (texts: string): string[] =>
    String(openStyle(`p{color:red}${faces.join('')}@font-face{font-family:all}`)(texts)).match(
      /f\d|all|red/g,
    ) ?? []
  expect(kept('Sugar')).toEqual(['red', 'f0', 'all'])
  expect(kept('Čapek')).toEqual(['red', 'f0', 'f1', 'all'])
  expect(kept('мед')).toEqual(['red', 'f0', 'f2', 'all'])
})
