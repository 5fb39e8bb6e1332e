import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepFile } from '../../scripts/render/kept-files.ts'
import { openFixedFonts } from '../../scripts/render/fixed-fonts.ts'

const require = createRequire(import.meta.url)
const font = async (path: string): Promise<Uint8Array> =>
  readFile(require.resolve(`@fontsource-variable/${path}`))

const files = [
  {
    name: 'serif.woff2',
    data: await font('source-serif-4/files/source-serif-4-latin-opsz-normal.woff2'),
  },
  { name: 'sans.woff2', data: await font('source-sans-3/files/source-sans-3-latin-wght-normal.woff2') },
  { name: 'shell.css', data: '' },
]
const fonts = await openFixedFonts(files)
const face = (family: string, file: string, weight = '200 900'): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;src:url("${file}")format("woff2");unicode-range:U+0-FF}`

test('a variable face becomes one for each hundred of weight; other rules stay', () => {
  const style = fonts.styleSheet(`a{b:c}${face('Sand', 'sans.woff2', '300 500')}d{e:f}`)
  expect(style.replaceAll('@', '\n@')).toMatchInlineSnapshot(`
    "a{b:c}
    @font-face{font-family:"Sand";font-weight:300;font-style:normal;src:url("sans.woff2?wght=300");unicode-range:U+0-FF}
    @font-face{font-family:"Sand";font-weight:400;font-style:normal;src:url("sans.woff2?wght=400");unicode-range:U+0-FF}
    @font-face{font-family:"Sand";font-weight:500;font-style:normal;src:url("sans.woff2?wght=500");unicode-range:U+0-FF}d{e:f}"
  `)
  const fixed = face('Sand', 'sans.woff2', '400') + face('Reed', 'elsewhere.woff2')
  expect(fonts.styleSheet(fixed)).toBe(fixed)
})

test('faces whose letters differ by size are told, with the sizes that they have', () => {
  const style = face('Sand', 'sans.woff2') + face('Quay', 'serif.woff2')
  expect(fonts.opticalFaces(style)).toEqual([
    { family: 'Quay', style: 'normal', file: 'serif.woff2', sizes: [8, 60], unicodeRange: 'U+0-FF' },
  ])
})

test('a cut is a font without axes, another for each weight and size', async () => {
  const [small, large, again] = await Promise.all(
    [12, 48, 12].map((opsz) => fonts.cut('serif.woff2', { wght: 600, opsz })),
  )
  expect(small?.equals(large as Buffer)).toBe(false)
  expect(again).toBe(small)
  const upright = await fonts.cut('serif.woff2', { wght: 600 })
  for (const each of [small, upright]) expect(each?.includes('fvar')).toBe(false)
  expect(await fonts.cut('reed.woff2', { wght: 400 })).toBeUndefined()
})

test('cuts are kept: the next run has the same faces and the same bytes from the folder', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'factdeck-cuts-'))
  const style = face('Quay', 'serif.woff2')
  const place = { wght: 600, opsz: 24 }
  const first = await openFixedFonts(files, cache)
  const made = await first.cut('serif.woff2', place)
  expect(made?.equals((await fonts.cut('serif.woff2', place)) as Buffer)).toBe(true)

  const [folder = ''] = await readdir(cache)
  const kept = join(cache, folder)
  expect((await readdir(kept)).toSorted()).toEqual(['axes.json', 'serif.woff2-wght-600-opsz-24.ttf'])
  const cutFile = join(kept, 'serif.woff2-wght-600-opsz-24.ttf')
  await keepFile(cutFile, 'from the folder')
  const second = await openFixedFonts(files, cache)
  expect(second.opticalFaces(style)).toEqual(first.opticalFaces(style))
  expect(second.styleSheet(style)).toBe(first.styleSheet(style))
  expect(String(await second.cut('serif.woff2', place))).toBe('from the folder')
  // What was damaged there is made again: an emptied cut would print another font without a word.
  for (const damage of ['', 'cut off', (await readFile(cutFile)).subarray(0, 40)]) {
    await writeFile(cutFile, damage)
    await writeFile(join(kept, 'axes.json'), damage)
    const again = await openFixedFonts(files, cache)
    expect(again.opticalFaces(style)).toEqual(first.opticalFaces(style))
    expect((await again.cut('serif.woff2', place))?.equals(made as Buffer)).toBe(true)
  }
  // Another font is another folder.
  await openFixedFonts(files.slice(1), cache)
  expect(await readdir(cache)).toHaveLength(2)
  await rm(cache, { recursive: true })
})

test('where nothing can be kept, cuts are made all the same', async () => {
  const inFile = join(await mkdtemp(join(tmpdir(), 'factdeck-cuts-')), 'file')
  await writeFile(inFile, '')
  const cut = await (await openFixedFonts(files, inFile)).cut('sans.woff2', { wght: 500 })
  expect(cut?.equals((await fonts.cut('sans.woff2', { wght: 500 })) as Buffer)).toBe(true)
})
