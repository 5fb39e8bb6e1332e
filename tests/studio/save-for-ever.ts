// For a test that kills it: saves one change of two files again and again, and says which are saved.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEditSession } from '../../scripts/source/edit-session.ts'
import { valueAt } from '../../scripts/source/json-edit.ts'
import { filesIn } from './files-in.ts'

const [root = ''] = process.argv.slice(2)
const files = filesIn(root)
const session = await openEditSession(join(root, 'journal'), files)
const path = ['facts', { id: 'a' }, 'short'] as const
const names = ['facts/a.json', 'facts/b.json']
const now = async (file: string): Promise<string> =>
  String(valueAt(JSON.parse(await readFile(files.pathOf(file), 'utf8')), path))

for (let n = 1; n < 1000; n++) {
  const changes = await Promise.all(
    names.map(async (file) => ({ file, path, was: await now(file), value: String(n) })),
  )
  const made = await session.apply('again', changes)
  if ('saved' in made) process.stdout.write(`${n}\n`)
}
