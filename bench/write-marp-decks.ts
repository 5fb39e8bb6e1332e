import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadContent } from '../scripts/commands/load-content.ts'
import { marpMarkdown } from './marp-deck.ts'

/** Writes the decks of a content folder as Marp Markdown, one file a deck. */
export async function writeMarpDecks(root: string, folder: string): Promise<void> {
  const { content } = await loadContent(root)
  if (!content) throw new Error(`Unexpected errors in ${root}, expected sound content`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const deck of content.decks) await writeFile(join(folder, `${deck.id}.md`), marpMarkdown(deck))
}
