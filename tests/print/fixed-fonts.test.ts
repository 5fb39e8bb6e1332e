import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { openFixedFonts } from '../../scripts/render/fixed-fonts.ts'

const require = createRequire(import.meta.url)
const font = async (path: string): Promise<Uint8Array> =>
  readFile(require.resolve(`@fontsource-variable/${path}`))

const fonts = await openFixedFonts([
  {
    name: 'serif.woff2',
    data: await font('source-serif-4/files/source-serif-4-latin-opsz-normal.woff2'),
  },
  { name: 'sans.woff2', data: await font('source-sans-3/files/source-sans-3-latin-wght-normal.woff2') },
  { name: 'shell.css', data: '' },
])
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
