import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchemas } from '../../scripts/commands/schemas.ts'
import { emptyFolder, manifest } from './bridge.ts'
import { call } from './call.ts'

test('a new unit is sound at once: neither an error nor a warning, and every statement compared', async () => {
  const folder = await emptyFolder()
  expect(await call(['init', 'my-unit'], folder)).toEqual({
    code: 0,
    out: [
      `my-unit: a small unit that works; ${join('my-unit', 'README.md')} explains it`,
      'next: factdeck build --content my-unit, then open dist/index.html in a browser',
    ],
    err: [],
  })
  const { code, out, err } = await call(
    ['check', '--content', 'my-unit', '--articles', 'my-unit/articles'],
    folder,
  )
  expect({ code, err }).toEqual({ code: 0, err: [] })
  expect(out.at(-1)).toMatch(/^No errors\. Compared with the passages of /)
  expect((await readdir(join(folder, 'my-unit/schemas'))).toSorted()).toEqual(
    [...jsonSchemas().keys()].toSorted(),
  )
})

test('what its README has people try is refused with the rule that is meant', async () => {
  const folder = await emptyFolder()
  await call(['init', 'my-unit'], folder)
  const file = join(folder, 'my-unit/facts/shelf.json')
  const facts = await readFile(file, 'utf8')
  const readme = await readFile(join(folder, 'my-unit/README.md'), 'utf8')
  const said = async (from: string, to: string): Promise<{ code: number; err: string }> => {
    expect(facts).toContain(from)
    await writeFile(file, facts.replace(from, to))
    const { code, err } = await call(
      ['check', '--content', 'my-unit', '--articles', 'my-unit/articles'],
      folder,
    )
    return { code, err: err.join('\n') }
  }
  expect(readme).toContain('change `418` in the statement to `481`')
  expect(await said('had 418 loans', 'had 481 loans')).toEqual({
    code: 1,
    err: expect.stringMatching(/"481".*\[fact\/figure-in-evidence\]/),
  })
  expect(readme).toContain('Take away `up to` in front of `9,000 crowns`')
  expect(await said('saved up to 9,000', 'saved 9,000')).toEqual({
    code: 1,
    err: expect.stringMatching(/"up to".*\[fact\/bound-kept\]/),
  })
})

test('its README names the folder that was asked for, as one word of a command', async () => {
  const folder = await emptyFolder()
  await call(['init', 'year 7/tools'], folder)
  const readme = await readFile(join(folder, 'year 7/tools/README.md'), 'utf8')
  expect(readme).toContain('npx factdeck build --content "year 7/tools"')
  expect(readme).not.toContain('my-unit')
})

test('nothing of anybody’s is overwritten', async () => {
  const folder = await emptyFolder()
  await mkdir(join(folder, 'used/.git'), { recursive: true })
  await writeFile(join(folder, 'a-file'), '')
  expect((await call(['init', 'used'], folder)).code).toBe(0)
  await writeFile(join(folder, 'used/facts/shelf.json'), 'changed')
  const before = await manifest(folder)
  const said = []
  for (const name of ['used', 'a-file', '.']) {
    const { code, out, err } = await call(['init', name], folder)
    expect({ name, code, out }).toEqual({ name, code: 2, out: [] })
    said.push(err[0])
  }
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "factdeck: error: Unexpected "README.md" in the folder "used", expected an empty folder or the name of a new one; nothing was changed
    factdeck: error: Unexpected file "a-file", expected the name of a new folder
    factdeck: error: Unexpected "a-file" in the folder ".", expected an empty folder or the name of a new one; nothing was changed"
  `)
  expect(await manifest(folder)).toEqual(before)
})
