// What lies in a content folder and is no sound JSON file: each is said for what it is, or read all the same.

import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bridgeCopy, manifest } from './bridge.ts'
import { call } from './call.ts'

type Unit = Awaited<ReturnType<typeof bridgeCopy>>

/** What `check` says of a unit with one oddity. */
async function checked(
  spoil: (unit: Unit, cost: string) => Promise<unknown>,
  ...more: string[]
): Promise<string> {
  const unit = await bridgeCopy()
  await spoil(unit, join(unit.folder, 'unit/facts/cost.json'))
  const before = await manifest(unit.folder).catch(() => ({}))
  const { code, err } = await call(
    ['check', '--content', 'unit', '--articles', 'articles', ...more],
    unit.folder,
  )
  expect(await manifest(unit.folder).catch(() => ({}))).toEqual(before)
  return [`exit ${code}`, ...err].join('\n')
}

const sound = 'exit 0'

const rewrite = (change: (text: string) => string) => async (_: Unit, cost: string) =>
  writeFile(cost, change(await readFile(cost, 'utf8')))

test('marks, line ends and links of other systems are read', async () => {
  expect(await checked(rewrite((text) => `\uFEFF${text}`))).toBe(sound)
  expect(await checked(rewrite((text) => text.replaceAll('\n', '\r\n')))).toBe(sound)
  expect(
    await checked(async ({ folder }, cost) => {
      await mkdir(join(folder, 'unit/shared'))
      await rename(cost, join(folder, 'unit/shared/cost.json'))
      await symlink(join(folder, 'unit/shared'), join(folder, 'unit/facts/more'))
      await symlink('.', join(folder, 'unit/shared/round'))
      await symlink(join(folder, 'unit/facts'), join(folder, 'unit/facts/again'))
    }),
  ).toBe(sound)
  // Left by an editor, and by a system that copied the folder.
  expect(
    await checked(async ({ folder }) => {
      await symlink('somebody@somewhere', join(folder, 'unit/facts/.#cost.json'))
      await writeFile(join(folder, 'unit/facts/._cost.json'), '\0\0')
    }),
  ).toBe(sound)
})

async function linkOut({ folder }: Unit, cost: string): Promise<void> {
  await mkdir(join(folder, 'other/pictures'), { recursive: true })
  await rename(cost, join(folder, 'other/cost.json'))
  await symlink('../../other/cost.json', cost)
  await symlink(join(folder, 'other/pictures'), join(folder, 'unit/slides/more'))
}

/** To a neighbour whose name begins as the unit's does. */
async function linkFolderOut({ folder }: Unit): Promise<void> {
  await rename(join(folder, 'unit/slides'), join(folder, 'unit-slides'))
  await symlink('../unit-slides', join(folder, 'unit/slides'))
}

test('links out of a unit are refused, wherever they stand, unless they are wanted', async () => {
  expect(await checked(linkOut)).toMatchInlineSnapshot(`
    "exit 1
    facts/cost.json:1:1: error: Unexpected link that leads out of the unit, expected a file or folder of the unit itself; copy it there, or add --follow-links if you made the link yourself [source/outside-unit]
    slides/more:1:1: error: Unexpected link that leads out of the unit, expected a file or folder of the unit itself; copy it there, or add --follow-links if you made the link yourself [source/outside-unit]
    2 errors"
  `)
  expect(await checked(linkOut, '--follow-links')).toBe(sound)
  expect(await checked(linkFolderOut)).toContain(
    'slides:1:1: error: Unexpected link that leads out of the unit',
  )
  expect(await checked(linkFolderOut, '--follow-links')).toBe(sound)
  expect(
    await checked(
      ({ folder }) => symlink('/dev/null', join(folder, 'unit/facts/null.json')),
      '--follow-links',
    ),
  ).toMatchInlineSnapshot(`
    "exit 1
    facts/null.json:1:1: error: Unexpected device, pipe or socket, expected a file or folder [source/readable]
    1 error"
  `)
})

test('files that are none, and folders that are files', async () => {
  expect(
    await checked(async (_, cost) => {
      await rm(cost)
      await mkdir(cost)
    }),
  ).toMatchInlineSnapshot(`
    "exit 1
    facts/cost.json:1:1: error: Unexpected folder, expected a file of this name [source/readable]
    1 error"
  `)
  expect(
    await checked(async ({ folder }) => {
      await rm(join(folder, 'unit/questions'), { recursive: true })
      await writeFile(join(folder, 'unit/questions'), '')
    }),
  ).toMatchInlineSnapshot(`
    "exit 1
    questions:1:1: error: Unexpected file, expected a folder of this name [source/readable]
    1 error"
  `)
  expect(
    await checked(async (_, cost) => {
      await rm(cost)
      await symlink('nowhere.json', cost)
    }),
  ).toMatchInlineSnapshot(`
    "exit 1
    facts/cost.json:1:1: error: Unexpected link that leads nowhere, expected one to a file or folder [source/readable]
    1 error"
  `)
})

test('a file larger than anybody writes is refused before it costs minutes', async () => {
  expect(await checked(async (_, cost) => writeFile(cost, `{ "topic": "${'word '.repeat(2_100_000)}" }`)))
    .toMatchInlineSnapshot(`
    "exit 1
    facts/cost.json:1:1: error: Unexpected file of 11 MB, expected at most 10 MB; split it, or look at what made it so large [source/size]
    1 error"
  `)
})

test('links that fan out, four from each of twelve folders, are refused instead of followed to the end', async () => {
  const start = performance.now()
  expect(
    await checked(async ({ folder }) => {
      const facts = join(folder, 'unit/facts')
      for (let n = 0; n <= 12; n++) await mkdir(join(facts, `l${n}`))
      for (let n = 0; n < 12; n++)
        for (const name of 'abcd') await symlink(`../l${n + 1}`, join(facts, `l${n}`, name))
    }),
  ).toMatchInlineSnapshot(`
    "exit 1
    facts:1:1: error: Unexpected more than 20,000 files and folders, expected as many as a unit needs; look for links to folders that hold links themselves, and split what is left into units [source/size]
    1 error"
  `)
  // Sixteen million would take an hour.
  expect(performance.now() - start).toBeLessThan(240_000)
})

test.runIf(process.platform === 'linux')(
  'a device or a pipe among the articles is not read for ever',
  async () => {
    expect(
      await checked(async ({ folder }) => {
        await symlink('/dev/zero', join(folder, 'articles/zero.txt'))
        await promisify(execFile)('mkfifo', [join(folder, 'articles/pipe.txt')])
      }),
    ).toBe(sound)
  },
)

test('endings that nobody reads', async () => {
  expect(
    await checked(async ({ folder }) => {
      for (const name of [
        'price.JSON',
        'price.jsonc',
        'price.json.bak',
        'price.yml',
        'README.md',
        'cost.json.new',
      ])
        await writeFile(join(folder, 'unit/facts', name), '')
    }),
  ).toMatchInlineSnapshot(`
    "exit 0
    facts/price.JSON:1:1: warning: Unexpected ending of "price.JSON", expected .json; the file is not read [source/overlooked]
      note: give it the ending .json, or move it out of the unit
    facts/price.json.bak:1:1: warning: Unexpected ending of "price.json.bak", expected .json; the file is not read [source/overlooked]
      note: give it the ending .json, or move it out of the unit
    facts/price.jsonc:1:1: warning: Unexpected ending of "price.jsonc", expected .json; the file is not read [source/overlooked]
      note: give it the ending .json, or move it out of the unit
    facts/price.yml:1:1: warning: Unexpected ending of "price.yml", expected .json; the file is not read [source/overlooked]
      note: give it the ending .json, or move it out of the unit
    4 warnings"
  `)
})

test('texts that are no JSON', async () => {
  const texts: (string | Buffer)[] = [
    '',
    '{ // a remark\n}',
    '{\n  # a remark\n}',
    Buffer.from('\uFEFF{}', 'utf16le'),
    Buffer.from('{}', 'utf16le'),
    `{"a":\n"[[[[",\n"b": ${'['.repeat(5000)}${']'.repeat(5000)}}`,
    '['.repeat(200_000),
  ]
  const said = []
  for (const text of texts) said.push(await checked((_, cost) => writeFile(cost, text)))
  expect(said).toMatchInlineSnapshot(`
    [
      "exit 1
    facts/cost.json:1:1: error: Unexpected end of file, expected the rest of the JSON [source/json]
    1 error",
      "exit 1
    facts/cost.json:1:3: error: Unexpected "// a remark", expected JSON, which has no comments [source/json]
    1 error",
      "exit 1
    facts/cost.json:2:3: error: Unexpected "# a remark", expected JSON, which has no comments [source/json]
    1 error",
      "exit 1
    facts/cost.json:1:1: error: Unexpected encoding, expected UTF-8; save the file anew as UTF-8 [source/json]
    1 error",
      "exit 1
    facts/cost.json:1:1: error: Unexpected encoding, expected UTF-8; save the file anew as UTF-8 [source/json]
    1 error",
      "exit 1
    facts/cost.json:3:205: error: Unexpected bracket within 200 others, expected no more [source/json]
    1 error",
      "exit 1
    facts/cost.json:1:201: error: Unexpected bracket within 200 others, expected no more [source/json]
    1 error",
    ]
  `)
})
