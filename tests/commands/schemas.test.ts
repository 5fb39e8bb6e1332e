import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { jsonSchemas } from '../../scripts/commands/schemas.ts'
import { bridgeCopy, manifest } from './bridge.ts'
import { call } from './call.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('the committed schemas are those of the definitions', async () => {
  expect(await call(['schemas', '--verify'], root)).toEqual({
    code: 0,
    out: ['schemas: up to date'],
    err: [],
  })
})

test('writes what is missing or out of date; --verify only says so', async () => {
  const unit = await bridgeCopy()
  expect((await call(['schemas', '--content', 'unit'], unit.folder)).out).toEqual([
    `unit/schemas: ${jsonSchemas().size} schemas written: ${[...jsonSchemas().keys()].join(', ')}`,
  ])
  expect((await call(['schemas', '--content', 'unit'], unit.folder)).out).toEqual([
    'unit/schemas: up to date',
  ])
  await unit.write('unit/schemas/facts.schema.json', '{}')
  const before = await manifest(unit.folder)
  const { code, err } = await call(['schemas', '--content', 'unit', '--verify'], unit.folder)
  expect(code).toBe(1)
  expect(err.join('\n')).toMatchInlineSnapshot(
    `"unit/schemas/facts.schema.json:1:1: error: Unexpected schema, expected the one made from the definitions; run factdeck schemas --content unit [schemas/up-to-date]"`,
  )
  expect(await manifest(unit.folder)).toEqual(before)
})

test('every content file of the repository names the schema of its kind', async () => {
  const kinds: Record<string, string> = {
    'facts/sources.json': 'sources',
    'facts/actors.json': 'actors',
    'facts/unit.json': 'unit',
    'facts/background.json': 'background',
    'facts/reviews.json': 'reviews',
  }
  const offenders: string[] = []
  let seen = 0
  for (const [folder, kind] of [
    ['facts', 'facts'],
    ['questions', 'questions'],
    ['slides', 'outline'],
  ] as const) {
    for (const name of (await readdir(join(root, folder))).filter((each) => each.endsWith('.json'))) {
      const file = `${folder}/${name}`
      const { $schema } = JSON.parse(await readFile(join(root, file), 'utf8')) as { $schema?: string }
      const named = join(dirname(file), $schema ?? '')
        .split('\\')
        .join('/')
      if (named !== `schemas/${kinds[file] ?? kind}.schema.json`) offenders.push(`${file}: ${$schema}`)
      seen += 1
    }
  }
  expect(offenders).toEqual([])
  expect(seen).toBeGreaterThan(10)
})
