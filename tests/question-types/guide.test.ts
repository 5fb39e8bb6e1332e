import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { packageCopy } from '../commands/package-copy.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

// A test run within a test, a whole build in it.
test('the guide, followed to the letter, gives a type that every test of the table accepts', async () => {
  const guide = await readFile(join(root, 'docs/adding-a-question-type.md'), 'utf8')
  const { folder, edit, write, run } = await packageCopy()
  for (const name of ['schemas', 'tests', 'vitest.config.ts'])
    await cp(join(root, name), join(folder, name), { recursive: true })

  // A line in bold names the file, the next block is its text.
  const files = [
    ...guide.matchAll(/^\*\*.*?`(question-types\/yes-no\/[^`]+)`\*\*.*\n\n```\w+\n([^]*?)^```/gm),
  ]
  expect(files.map(([, file]) => file!.replace('question-types/yes-no/', ''))).toEqual([
    'yes-no-schema.ts',
    'yes-no-view.ts',
    'words/en.json',
    'type.ts',
    'page/question.njk',
    'page/answer.njk',
    'player.ts',
    'YesNoCard.vue',
    'Checkpoint.vue',
    'print.typ',
  ])
  for (const [, file, text] of files) await write(file!, text!)
  const lines = [...guide.matchAll(/^\| `(\w+\.ts)` +\| `(import .*?)` *\| `('yes-no': .*?)` *\|$/gm)]
  expect(lines).toHaveLength(3)
  for (const [, table, line, entry] of lines) {
    await edit(`question-types/${table}`, /^import /m, `${line}\nimport `)
    await edit(`question-types/${table}`, /^ {2}multiple(?:: \w+)?,$/m, `$& ${entry}`)
  }

  expect(await run(['schemas'], folder)).toMatchObject({ code: 0 })
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      'tests/question-types/every-type.test.ts',
      '--maxWorkers=1',
      '--reporter=verbose',
    ],
    { cwd: folder, env: { ...process.env, FACTDECK_CACHE: join(root, '.cache') } },
  ).catch((thrown: { stdout: string; stderr: string }) => {
    throw new Error(thrown.stdout + thrown.stderr)
  })
  expect(stdout).toMatch(/✓.*yes-no.*is arranged by the seed alone/)
}, 600_000)
