// What slides say of a bound, an undated text and somebody's office: what the content records, and no more.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/commands/load-content.ts'
import { bridgeCopy } from '../commands/bridge.ts'

/** Everything that the decks of the unit take onto their slides, as JSON. */
async function slidesOf(file: string, change: (text: string) => string): Promise<string> {
  const { folder, edit } = await bridgeCopy()
  await edit(`unit/facts/${file}`, change)
  // The stem has the year of the article.
  await edit('unit/questions/cost.json', (text) => text.replaceAll(' in 2024', ''))
  const { content, diagnostics } = await loadContent(join(folder, 'unit'))
  if (!content) throw new Error(JSON.stringify(diagnostics))
  return JSON.stringify(content.decks.map(({ slides }) => slides))
}

test('slides say "less than"', async () => {
  const slides = await slidesOf('cost.json', (text) => text.replaceAll('upTo', 'lessThan'))
  expect(slides).toContain('less than 55')
})

test('a text without a date is undated on slides, and gives no office a year', async () => {
  const slides = await slidesOf('sources.json', (text) => text.replace(/,\s*"published": \{[^}]*\}/, ''))
  expect(slides).toContain('Coast News, undated')
  expect(slides).toContain('Ida Lind, mayor')
  expect(slides).not.toMatch(/mayor \(|mayor, 20/)
})

test('an office bears the year that is recorded for it, and no other', async () => {
  const slides = await slidesOf('actors.json', (text) =>
    text.replace('"role": "mayor",', '"role": "mayor", "asOf": "2019",'),
  )
  expect(slides).toContain('Ida Lind, mayor (2019)')
  expect(await slidesOf('actors.json', (text) => text.replace('"mayor"', '"chair"'))).not.toMatch(/chair \(/)
})
