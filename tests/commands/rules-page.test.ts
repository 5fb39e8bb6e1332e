import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const stages = '(?:source|fact|question|shown|outline|output|print|render|pin|schemas)'

test('docs/rules.md lists every rule that the code can name, and no other', () => {
  const inCode = new Set(
    ['scripts', 'question-types']
      .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .flatMap((entry) => {
        const code = readFileSync(join(entry.parentPath, entry.name), 'utf8')
        return [...code.matchAll(new RegExp(`['[](${stages}/[a-z]+(?:-[a-z]+)*)['\\]]`, 'g'))]
      })
      .map((found) => found[1]),
  )
  const page = readFileSync(join(root, 'docs/rules.md'), 'utf8')
  const onPage = [...page.matchAll(new RegExp(`^\\| \`(${stages}/[a-z-]+)\``, 'gm'))].map((found) => found[1])
  expect(onPage.length).toBeGreaterThan(60)
  expect(onPage).toEqual([...new Set(onPage)])
  expect(onPage.toSorted()).toEqual([...inCode].toSorted())
})
