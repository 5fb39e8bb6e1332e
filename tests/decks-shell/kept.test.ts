import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStyle } from '../../scripts/render/slidev/font-faces.ts'
import { forgetOld, forgetUnused, markUsed } from '../../scripts/render/kept-files.ts'

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
