import { chmod, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolderOf } from '../../scripts/render/open-render.ts'
import { shortDigest } from '../../scripts/source/digest.ts'
import { bridgeCopy, manifest } from './bridge.ts'
import { call, type Called } from './call.ts'
import { packageCopy } from './package-copy.ts'

const before = /^dist: 1 file made before, nothing that goes into them has changed since$/

async function quizzesTwice(): Promise<{
  folder: string
  edit: Awaited<ReturnType<typeof bridgeCopy>>['edit']
  page: string
  again(...argv: string[]): Promise<Called>
}> {
  const { folder, edit } = await bridgeCopy()
  const again = (...argv: string[]): Promise<Called> =>
    call(['build', '--content', 'unit', '--only', 'quizzes', '--articles', 'articles', ...argv], folder)
  expect((await again()).out).toEqual(['dist: 1 file made'])
  return { folder, edit, page: join(folder, 'dist/quizzes/cost.html'), again }
}

test('what was built before is left as it is, and said again with its warnings', async () => {
  const unit = await quizzesTwice()
  // Saved again as it was.
  const facts = join(unit.folder, 'unit/facts/cost.json')
  await writeFile(facts, await readFile(facts))
  const { ino } = await stat(join(unit.folder, 'dist'))
  const again = await unit.again()
  expect(again).toMatchObject({ code: 0, out: [expect.stringMatching(before)] })
  expect((await stat(join(unit.folder, 'dist'))).ino).toBe(ino)

  await writeFile(join(unit.folder, 'unit/facts/notes.yaml'), 'a: 1')
  const warned = await unit.again()
  expect(warned.out).toEqual(['dist: 1 file made'])
  expect(warned.err.join()).toContain('[source/overlooked]')
  expect(await unit.again()).toEqual({ ...warned, out: [expect.stringMatching(before)] })
})

test.each<[string, (unit: Awaited<ReturnType<typeof quizzesTwice>>) => Promise<unknown>]>([
  ['a byte of a page', ({ page }) => readFile(page).then((data) => writeFile(page, data.with(99, 64)))],
  ['a page that is gone', ({ page }) => rm(page)],
  ['a page more', ({ page }) => writeFile(`${page}.html`, 'mine')],
  ['who may read a page', ({ page }) => chmod(page, 0o600)],
  [
    'a link in the place of a page',
    async ({ page, folder }) => {
      await rm(page)
      await symlink(join(folder, 'articles/bridge.txt'), page)
    },
  ],
  ['the folder', ({ folder }) => rm(join(folder, 'dist'), { recursive: true })],
])('%s that differs in what was built is made anew', async (_, change) => {
  const unit = await quizzesTwice()
  const made = await manifest(join(unit.folder, 'dist'))
  await change(unit)
  expect((await unit.again()).out).toEqual(['dist: 1 file made'])
  expect(await manifest(join(unit.folder, 'dist'))).toEqual(made)
})

test('a changed fact, article or call is built, and what is broken is refused', async () => {
  const unit = await quizzesTwice()
  await unit.edit('unit/questions/cost.json', (text) => text.replace('"stem": "', '"stem": "Now: '))
  expect((await unit.again()).out).toEqual(['dist: 1 file made'])
  expect(await readFile(unit.page, 'utf8')).toContain('Now: ')
  const both = ['--only', 'quizzes,site']
  expect((await unit.again(...both)).out[0]).toMatch(/made$/)

  await unit.edit('articles/bridge.txt', (text) => `${text}!`)
  const refused = await unit.again(...both)
  expect(refused.code).toBe(1)
  expect(await unit.again(...both)).toEqual(refused)
})

test('what is kept of a build is not believed when it was damaged', async () => {
  const unit = await quizzesTwice()
  const kept = join(cacheFolderOf(process.env), 'builds', shortDigest(join(unit.folder, 'dist')))
  const text = await readFile(kept, 'utf8')
  await writeFile(kept, text.replace('1 file', '9 file'))
  expect((await unit.again()).out).toEqual(['dist: 1 file made'])
  expect((await unit.again()).out).toEqual([expect.stringMatching(before)])
})

test('a program that was changed builds anew', async () => {
  const copy = await packageCopy()
  const { folder } = await bridgeCopy()
  const build = async (): Promise<string> =>
    (await copy.run(['build', '--content', 'unit', '--only', 'quizzes'], folder)).stdout
  expect(await build()).toBe('dist: 1 file made\n')
  expect((await build()).trim()).toMatch(before)
  const template = join(copy.folder, 'templates/quiz/page.njk')
  await utimes(template, new Date(), new Date())
  expect(await build()).toBe('dist: 1 file made\n')
})
