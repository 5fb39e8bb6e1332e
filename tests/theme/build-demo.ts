// Builds the demo deck with the plain Slidev command line, as anybody may.

import { execFile } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Deck } from '../../contract/deck.ts'
import { deckMarkdown, slidevFilters } from '../../scripts/render/slidev-markdown.ts'
import { themeFiles } from '../../scripts/render/slidev/theme-files.ts'
import { openTemplates } from '../../scripts/render/templates.ts'

const root = resolve(import.meta.dirname, '../..')

/** Writes `deck` and the theme to `folder`, builds it there and returns the folder of the built page. */
export async function buildDeck(deck: Deck, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const { name, data } of themeFiles(join(root, 'templates/slidev/theme'), root)) {
    await mkdir(dirname(join(folder, 'theme', name)), { recursive: true })
    await writeFile(join(folder, 'theme', name), data)
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules')).catch(() => undefined)
  const markdown = deckMarkdown(deck, openTemplates(join(root, 'templates'), slidevFilters))
  await writeFile(join(folder, `${deck.id}.md`), markdown)
  const slidev = join(root, 'node_modules/@slidev/cli/bin/slidev.mjs')
  await promisify(execFile)(
    process.execPath,
    [slidev, 'build', `${deck.id}.md`, '--base', './', '--out', 'built'],
    { cwd: folder },
  )
  return join(folder, 'built')
}
