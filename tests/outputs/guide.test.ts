import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bridgeCopy } from '../commands/bridge.ts'
import { packageCopy } from '../commands/package-copy.ts'

const guide = fileURLToPath(new URL('../../docs/adding-an-output.md', import.meta.url))

test('the guide to outputs, followed to the letter, makes, links, serves and explains the output', async () => {
  const { folder: unit } = await bridgeCopy()
  const { edit, write, run } = await packageCopy()
  const blocks = [...(await readFile(guide, 'utf8')).matchAll(/```ts\n([^]*?) *```/g)].map(([, block = '']) =>
    block.replaceAll(/^ {3}/gm, ''),
  )
  expect(blocks).toHaveLength(3)
  const [file = '', importLine = '', list = ''] = blocks
  await write('scripts/outputs/fact-table.ts', file)
  await edit('scripts/outputs/table.ts', /^import /m, `${importLine}import `)
  await edit('scripts/outputs/table.ts', /^export const outputs[^\]]*\[[^]*?\]\n/m, list)

  const built = await run(['build', '--content', 'unit', '--only', 'fact-table,site', '--with-sources'], unit)
  expect(built).toMatchObject({ code: 0, stdout: 'dist/index.html: 3 files made\n' })
  const rows = (await readFile(join(unit, 'dist/facts.csv'), 'utf8')).trimEnd().split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[0]?.split('","')).toHaveLength(4)
  const index = await readFile(join(unit, 'dist/index.html'), 'utf8')
  expect(index).toContain('href="facts.csv" download>Facts as a table<')
  expect((await run(['build', '--help'], unit)).stdout).toMatch(
    /^ {2}--with-sources +add where each fact stands/m,
  )
  expect(await run(['build', '--only', 'fact-tabel'], unit)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('did you mean "fact-table"?'),
  })
  const statement = /"statement": "(?=[A-Z])/
  const cost = join(unit, 'unit/facts/cost.json')
  await writeFile(cost, (await readFile(cost, 'utf8')).replace(statement, '"statement": "=SUM: '))
  expect((await run(['check', '--content', 'unit'], unit)).stderr).toContain('[output/table-formula]')
})
