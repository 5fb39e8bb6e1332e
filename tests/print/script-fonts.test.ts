// Letters of other scripts: named where no font has them, drawn where somebody installed one.

import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { charactersOf, fontFilesOf, unprintable } from '../../scripts/render/print-fonts.ts'
import { addedFonts, fontOfLetter, installCall } from '../../scripts/render/script-fonts.ts'
import { bridgeCopy, emptyFolder } from '../commands/bridge.ts'
import { call } from '../commands/call.ts'
import { fontNames, pageTexts } from './pdf.ts'

const thai = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/noto-sans-thai', import.meta.url))

/** The unit of the guide with words of another script in a question and in the title of its deck. */
async function unitWith(words: string): Promise<string> {
  const { folder, edit } = await bridgeCopy()
  await edit('unit/questions/cost.json', (text) => text.replace('"stem": "', `"stem": "${words}: `))
  await edit('unit/slides/bridge.json', (text) => text.replace('"title": "', `"title": "${words} `))
  return folder
}

test('letters without a font are named with the package that has them, for worksheets and for decks', async () => {
  const folder = await unitWith('नया पुल')
  await writeFile(join(folder, 'unit/slides/own.md'), '# བོད་ཡིག\n')
  await writeFile(
    join(folder, 'unit/slides/bridge.json'),
    (await readFile(join(folder, 'unit/slides/bridge.json'), 'utf8')).replace(
      '"slides": [',
      '"slides": [{ "markdown": "own.md" }, ',
    ),
  )
  const { code, err } = await call(['check', '--content', 'unit'], folder)
  expect(code).toBe(0)
  expect(err.filter((line) => line.includes('missing-glyph') || line.includes('npm install')).join('\n'))
    .toMatchInlineSnapshot(`
    "questions/cost.json:1:1: warning: Unexpected "न" (U+0928), "य" (U+092F), "ा" (U+093E), "प" (U+092A), "ु" (U+0941), "ल" (U+0932) in question "mayor-figure", expected characters that the print fonts have [print/missing-glyph]
      note: Noto Sans Devanagari has them: \`npm install @expo-google-fonts/noto-sans-devanagari\` in the folder of the unit, or in one above it
    slides/bridge.json:1:1: warning: Unexpected "न" (U+0928), "य" (U+092F), "ा" (U+093E), "प" (U+092A), "ु" (U+0941), "ल" (U+0932) in slide 1, expected characters that the print fonts have [print/missing-glyph]
    slides/bridge.json:1:1: warning: Unexpected "न" (U+0928), "य" (U+092F), "ा" (U+093E), "प" (U+092A), "ु" (U+0941), "ल" (U+0932) in slide 8, expected characters that the print fonts have [print/missing-glyph]
      note: Noto Sans Devanagari has them: \`npm install @expo-google-fonts/noto-sans-devanagari\` in the folder of the unit, or in one above it
    slides/bridge.json:1:1: warning: Unexpected "བ" (U+0F56), "ོ" (U+0F7C), "ད" (U+0F51), "་" (U+0F0B), "ཡ" (U+0F61), "ི" (U+0F72), "ག" (U+0F42) in slide 5, slides/own.md, expected characters that the print fonts have [print/missing-glyph]
      note: Noto Serif Tibetan has them: \`npm install @expo-google-fonts/noto-serif-tibetan\` in the folder of the unit, or in one above it"
  `)
})

const words = 'สะพานใหม่'
const drawn = /@font-face\{font-family:'Noto Sans Thai';font-weight:(\d+);[^}]*unicode-range:([^}]*)/g

/** Of a page, the weights that it draws the words in; that it has their letters and no others is expected. */
function facesIn(page: string): string {
  const faces = [...page.matchAll(drawn)]
  const letters = faces[0]?.[2]
    ?.split(',')
    .map((range) => String.fromCodePoint(Number.parseInt(range.slice(2), 16)))
  expect(letters).toEqual([...new Set(words)].toSorted())
  expect(page).toContain(`--more-sans:'Noto Sans Thai',`)
  return faces.map(([, weight]) => weight).join()
}

test('a font that is installed draws them in worksheets and pages; nothing is missed', async () => {
  const folder = await unitWith(words)
  const only = ['--only', 'quizzes,worksheets,learn,site']
  const built = await call(['build', '--content', 'unit', ...only], folder)
  expect(built.code).toBe(0)
  expect(built.err.filter((line) => line.includes('missing-glyph'))).toEqual([])
  const sheet = await readFile(join(folder, 'dist/pdf/cost-worksheet-A.pdf'))
  expect((await pageTexts(sheet)).join('\n').replaceAll(/\s/g, '')).toContain('สะพาน')
  for (const name of ['quizzes/cost.html', 'learn.html', 'index.html'])
    expect(`${name}: ${facesIn(await readFile(join(folder, 'dist', name), 'utf8'))}`).toBe(`${name}: 400,600`)
  // A unit that has no such letter has no such font.
  const { folder: plain } = await bridgeCopy()
  await call(['build', '--content', 'unit', '--only', 'quizzes'], plain)
  expect(await readFile(join(plain, 'dist/quizzes/cost.html'), 'utf8')).not.toContain('Noto Sans Thai')
})

test('decks in both forms and their PDFs draw them too', async () => {
  const folder = await unitWith(words)
  const built = await call(
    ['build', '--content', 'unit', '--only', 'decks,deck-pdfs', '--no-handouts'],
    folder,
  )
  expect(built.code).toBe(0)
  expect(built.err.filter((line) => line.includes('missing-glyph'))).toEqual([])
  for (const name of ['decks/bridge.html', 'decks/bridge/index.html'])
    expect(`${name}: ${facesIn(await readFile(join(folder, 'dist', name), 'utf8'))}`).toBe(`${name}: 400,600`)
  const slides = await readFile(join(folder, 'dist/pdf/bridge-slides.pdf')).catch(() => undefined)
  expect(slides !== undefined || built.err.join().includes('no PDFs of decks')).toBe(true)
  if (slides) expect((await fontNames(slides)).join()).toMatch(/NotoSansThai/)
})

test('fonts are found in the folder of the unit, above it and beside factdeck, in this order', async () => {
  const folder = await emptyFolder()
  const unit = join(folder, 'units/mine')
  await mkdir(unit, { recursive: true })
  const texts = 'བོད་ཡིག and สะพาน'
  const found = () =>
    addedFonts(texts, 'en', unit).map(({ family, version, files }) => [
      family,
      version,
      Object.keys(files).join(),
      Object.values(files).every((file) => file.startsWith(folder)),
    ])
  const { version } = JSON.parse(await readFile(join(thai, 'package.json'), 'utf8')) as { version: string }
  expect(found()).toEqual([['Noto Sans Thai', version, '400,600,700', false]])
  const put = async (at: string, own: string): Promise<void> => {
    const to = join(at, 'node_modules/@expo-google-fonts/noto-serif-tibetan')
    for (const style of ['400Regular', '700Bold']) {
      await mkdir(join(to, style), { recursive: true })
      await cp(
        join(thai, style, `NotoSansThai_${style}.ttf`),
        join(to, style, `NotoSerifTibetan_${style}.ttf`),
      )
    }
    await writeFile(join(to, 'package.json'), JSON.stringify({ version: own }))
  }
  await put(join(folder, 'units'), '2.0.0')
  expect(found()).toEqual([
    ['Noto Sans Thai', version, '400,600,700', false],
    ['Noto Serif Tibetan', '2.0.0', '400,700', true],
  ])
  await put(unit, '1.0.0')
  expect(found()[1]?.[1]).toBe('1.0.0')
  expect(addedFonts('only Latin, Ελληνικά, Київ', 'en', unit)).toEqual([])
})

test('what goes by the name of a font and is none is not read', async () => {
  const folder = await emptyFolder()
  const to = join(folder, 'node_modules/@expo-google-fonts/noto-sans-devanagari')
  for (const style of ['400Regular', '600SemiBold', '700Bold'])
    await mkdir(join(to, style), { recursive: true })
  await writeFile(join(to, 'package.json'), '{')
  await symlink('/etc/passwd', join(to, '400Regular/NotoSansDevanagari_400Regular.ttf'))
  await writeFile(join(to, '600SemiBold/NotoSansDevanagari_600SemiBold.ttf'), '')
  await mkdir(join(to, '700Bold/NotoSansDevanagari_700Bold.ttf'))
  expect(addedFonts('नया पुल', 'en', folder)).toEqual([])
})

const calls = (letters: string, language = 'en') =>
  [...letters].map((letter) => {
    const font = fontOfLetter(letter, language)
    return font && installCall(font).replace('npm install @expo-google-fonts/', '')
  })

test('each script has its package; Han is drawn as the language writes it', () => {
  expect(calls('한กनབאংあア中አაյខລမ🌊ж')).toEqual([
    'noto-sans-kr',
    'noto-sans-thai',
    'noto-sans-devanagari',
    'noto-serif-tibetan',
    'noto-sans-hebrew',
    'noto-sans-bengali',
    'noto-sans-jp',
    'noto-sans-jp',
    'noto-sans-sc',
    'noto-sans-ethiopic',
    'noto-sans-georgian',
    'noto-sans-armenian',
    'noto-sans-khmer',
    'noto-sans-lao',
    'noto-sans-myanmar',
    undefined,
    undefined,
  ])
  expect(['ja', 'ko', 'zh', 'zh-TW', 'zh-Hant', 'zh-HK'].flatMap((tag) => calls('中', tag))).toEqual([
    'noto-sans-jp',
    'noto-sans-kr',
    'noto-sans-sc',
    'noto-sans-tc',
    'noto-sans-tc',
    'noto-sans-hk',
  ])
})

test('the letters of a font are read from either form of its table', async () => {
  const small = charactersOf(await readFile(join(thai, '400Regular/NotoSansThai_400Regular.ttf')))
  expect(small).toContain('ส'.codePointAt(0))
  expect(small).not.toContain('न'.codePointAt(0))
  expect(small).not.toContain(0xffff)
  const large = charactersOf(await readFile(fontFilesOf('Noto Sans Math')[0]!))
  expect(large).toContain(0x1d400)
  expect(unprintable('สะพาน')).not.toEqual([])
  expect(unprintable('สะพาน', [], addedFonts('สะพาน', 'en', '/'))).toEqual([])
})
