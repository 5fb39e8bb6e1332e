// Formulas and pictures in questions: drawn where an export says so, else their TeX and alternative text.

import { gunzipSync, strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import type { Content } from '../../scripts/decks/content.ts'
import { exports } from '../../scripts/outputs/exports/table.ts'
import { inOnePiece } from '../../scripts/outputs/output.ts'
import { openDryRender } from '../../scripts/render/dry-render.ts'
import { madeBy } from '../made-by.ts'
import { markedUnit } from './contents.ts'

let content: Content
beforeAll(async () => {
  content = await markedUnit()
})

/** All that stands in a file, archives unpacked and escapes undone. */
function contained(path: string, data: Uint8Array): string {
  if (path.endsWith('.gz')) return contained('', gunzipSync(data))
  const packed = data[0] === 0x50 && data[1] === 0x4b
  return packed
    ? Object.entries(unzipSync(data))
        .map(([inner, bytes]) => contained(inner, bytes))
        .join('\n')
    : strFromU8(data)
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll(/\\u003c/gi, '<')
        .replaceAll(/\\([=:{}#~])/g, '$1')
        .replaceAll(/&quot;|\\"/g, '"')
}

test.each(exports)(
  '$name carries formulas and pictures as it declares',
  async ({ name, holds, limits, ...target }) => {
    const files = await madeBy([{ name, holds, limits, ...target } as never], content, openDryRender())
    const all = files.map(({ path, data }) => contained(path, Buffer.from(inOnePiece(data)))).join('\n')
    expect(all).toContain('a red square')
    if (holds.formula === 'own') expect(all).toMatch(/<(?:m:|qti-)?math|\$e = m c\^x\$/)
    else {
      expect(all).toContain('e = m c^x')
      expect(all).not.toContain('<math')
    }
    if (holds.picture === 'own') expect(all).toMatch(/<img [^>]*src=|!\[a red square\]/)
    else expect(all).not.toMatch(/data:image\/svg|<img /)
    const said = limits!(content as never, content as never).map(({ message }) => message)
    expect(said.some((message) => message.includes('pictures'))).toBe(holds.picture === 'no')
  },
)

/** The runs of a paragraph of a Word file in which a text stands, with their look. */
function runsAround(document: string, text: string): string[] {
  const paragraph = [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].find(([each]) =>
    each.replaceAll(/<[^>]+>/g, '').includes(text),
  )![0]
  return [...paragraph.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run]) =>
    [
      ...(/<w:br\/>/.test(run!) ? ['new line:'] : []),
      run!.replaceAll(/<[^>]+>/g, ''),
      ...(/<w:b\/>/.test(run!) ? ['bold'] : []),
      ...(/<w:i\/>/.test(run!) ? ['italic'] : []),
      ...(/Consolas/.test(run!) ? ['code'] : []),
    ].join(' '),
  )
}

test('Word files set emphasis, code and line breaks, also where a text stands between words of ours', async () => {
  const docx = exports.find(({ name }) => name === 'docx')!
  const files = await madeBy([docx as never], content, openDryRender())
  const text = (end: string) =>
    contained('', Buffer.from(inOnePiece(files.find(({ path }) => path.endsWith(end))!.data)))
  const stem = [
    '1. ',
    'What did mayor Ida Lind say in 2024 about the price?',
    'new line: See ',
    'e = m c^x',
    ' and ',
    'x_y code',
    ': ',
    'a red square',
    ' ',
    'twice bold',
  ]
  for (const end of ['-worksheet.docx', '-key.docx'])
    expect(runsAround(text(end), 'See e = m c^x')).toEqual(stem)
  expect(runsAround(text('-key.docx'), 'It is \\frac')).toEqual([
    expect.stringMatching(/^Right: .* – $/),
    'It is ',
    '\\frac{a}{b}',
    ', ',
    'not italic',
    ' c * d and not **x.',
  ])
  expect(runsAround(text('-key.docx'), 'had reportedly')).toContain('reportedly italic')
})

test('PowerPoint sets emphasis, code and line breaks in the paragraphs of its slides', async () => {
  const pptx = exports.find(({ name }) => name === 'pptx')!
  const files = await madeBy([pptx as never], content, openDryRender())
  const slides = Object.entries(unzipSync(Buffer.from(inOnePiece(files[0]!.data))))
    .filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .map(([, bytes]) => strFromU8(bytes))
  const paragraphs = slides.flatMap((slide) => slide.match(/<a:p>.*?<\/a:p>/gs) ?? [])
  const runs = (text: string): string[] =>
    [
      ...paragraphs
        .find((each) => each.replaceAll(/<[^>]+>/g, '').includes(text))!
        .matchAll(/(<a:br\/>)?<a:r>(.*?)<\/a:r>/gs),
    ].map(([, breaks, run]) =>
      [
        ...(breaks ? ['new line:'] : []),
        run!.replaceAll(/<[^>]+>/g, ''),
        ...(/<a:rPr[^>]* b="1"/.test(run!) ? ['bold'] : []),
        ...(/<a:rPr[^>]* i="1"/.test(run!) ? ['italic'] : []),
        ...(/Consolas/.test(run!) ? ['code'] : []),
      ].join(' '),
    )
  expect(runs('See e = m c^x')).toEqual([
    'What did mayor Ida Lind say in 2024 about the price?',
    'new line: See ',
    'e = m c^x',
    ' and ',
    'x_y code',
    ': ',
    'a red square',
    ' ',
    'twice bold',
  ])
  expect(runs('It is \\frac')).toContain('not italic')
  expect(runs('the bridge had reportedly cost more than 40 million crowns.')).toContain('reportedly italic')
  // Properties of a paragraph stand once, at its beginning: PowerPoint refuses a file where they do not.
  expect(paragraphs.filter((each) => each.lastIndexOf('<a:pPr') > '<a:p>'.length)).toEqual([])
})
