// When exports are made, and how people find them.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportNames } from '../../contract/export-names.ts'
import { exports } from '../../scripts/outputs/exports/table.ts'
import { forms, properties } from '../../scripts/outputs/holding.ts'
import { wantedOutputs } from '../../scripts/commands/wanted-outputs.ts'
import { bridgeCopy } from '../commands/bridge.ts'
import { call } from '../commands/call.ts'

const wanted = (...given: Parameters<typeof wantedOutputs>): string[] =>
  wantedOutputs(...given)
    .filter(({ holds, explainsExports }) => holds !== undefined || explainsExports)
    .map(({ name }) => name)

test('made where --only, --exports or the unit asks, and the page about them with any', () => {
  expect(wanted({ browser: true })).toEqual([])
  expect(wanted({ browser: true, only: ['gift'] })).toEqual(['gift', 'exports-guide'])
  expect(wanted({ browser: true, only: ['site'], exports: true })).toEqual([...exportNames, 'exports-guide'])
  expect(wanted({ browser: true }, { exports: ['moodle'] })).toEqual(['moodle', 'exports-guide'])
  expect(wanted({ browser: true, only: ['site'] }, { exports: ['moodle'] })).toEqual([])
})

test('linked from the index under "For your system", each with how to import it', async () => {
  const unit = await bridgeCopy()
  await unit.edit('unit/facts/unit.json', (text) => text.replace('{', '{ "exports": ["moodle"],'))
  const built = await call(['build', '--content', 'unit', '--only', 'gift,moodle,site'], unit.folder)
  expect(built).toMatchObject({ code: 0 })
  const index = await readFile(join(unit.folder, 'dist/index.html'), 'utf8')
  expect(index).toContain('>For your system</h3>')
  expect(index).toMatch(/href="exports\/moodle\/questions\.xml" download>Moodle XML</)
  expect(index).toContain('In the question bank of your course: Import')
  expect(index).toContain('href="exports/README.html"')
  const page = await readFile(join(unit.folder, 'dist/exports/README.html'), 'utf8')
  expect(page.match(/<tr data-export="[a-z]+"/g)).toEqual([
    '<tr data-export="moodle"',
    '<tr data-export="gift"',
  ])
  // The table says what the exports declare, which tests/exports/whole.test.ts holds against what readers find.
  const columns = [...properties, ...forms]
  for (const [, name, cells] of page.matchAll(/<tr data-export="([a-z]+)">(.*)<\/tr>/g))
    expect([...cells!.matchAll(/<td class="holds (\w+)">/g)].map(([, held]) => held)).toEqual(
      columns.map((column) => exports.find((each) => each.name === name)!.holds[column]),
    )
  for (const [, href] of page.matchAll(/href="([^"#]+)"/g))
    if (!href!.startsWith('data:'))
      expect(await readdir(join(unit.folder, 'dist/exports', href!, '..'))).toContain(href!.split('/').at(-1))
})

test('a name that there is not is refused in its place, with the nearest', async () => {
  const unit = await bridgeCopy()
  await unit.edit('unit/facts/unit.json', (text) => text.replace('{', '{ "exports": ["moodel"],'))
  const { code, err } = await call(['check', '--content', 'unit'], unit.folder)
  expect(code).toBe(1)
  expect(err.join('\n')).toMatch(/^facts\/unit\.json:1:\d+: error: Unexpected .*moodel.*moodle/m)
})
